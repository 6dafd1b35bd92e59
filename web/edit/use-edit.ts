import { useRef, useState } from "preact/hooks";
import { VivaProblem } from "../../clients/typescript/index.ts";
import { announce } from "../announce.tsx";
import { editQuestion, question as readQuestion } from "../api.ts";
import { storage } from "../kept/this-browser.ts";
import { queries } from "../query.ts";
import type { Question } from "../shapes.ts";
import { bodyOf, type Change, change, type Edit, editOf } from "./edit-state.ts";
import { emptyPoints, type Faults, faultsOf } from "./faults.ts";
import { forgetEdit, keepEdit, keptEdit } from "./kept-edit.ts";

const CHANGED_MEANWHILE = 412;

interface OpenEdit {
  readonly edit: Edit;
  readonly step: "typing" | "saving";
  readonly error: Error | null;
  readonly faults: Faults;
  /** The question as it stands, when somebody else has changed it since it was seen. */
  readonly meanwhile: Question | null;
  act(what: Change): void;
  save(): Promise<void>;
  /** Forgets what was typed. */
  leave(): void;
}

/** The edit of a question: as it was kept, or new; kept again at each change. */
export function useEdit(question: Question, onClosed: () => void): OpenEdit {
  const [meanwhile, setMeanwhile] = useState(() => changedSince(question));
  const [edit, setEdit] = useState(() => begun(question));
  const [step, setStep] = useState<"typing" | "saving">("typing");
  const [error, setError] = useState<Error | null>(null);
  const [faults, setFaults] = useState<Faults>(new Map());
  const latest = useRef(edit);
  const act = (what: Change) => {
    latest.current = change(latest.current, what);
    keepEdit(storage, latest.current);
    setEdit(latest.current);
    if (what.kind === "point") setFaults((all) => new Map([...all].filter(([key]) => key !== what.key)));
  };
  const leave = () => {
    forgetEdit(storage, question.id);
    onClosed();
  };
  const refused = async (why: unknown) => {
    const known = why instanceof Error ? why : new Error(String(why));
    if (!(known instanceof VivaProblem && known.status === CHANGED_MEANWHILE)) {
      setFaults(faultsOf(known, latest.current));
      return setError(known);
    }
    const now = await readQuestion(question.id);
    queries.setQueryData(["question", question.id], now);
    act({ kind: "changed-meanwhile", question: now });
    setMeanwhile(now);
  };
  const save = async () => {
    if (step === "saving") return;
    const empty = emptyPoints(latest.current);
    setFaults(empty);
    setError(null);
    if (empty.size > 0) return announce([...empty.values()].join(" "));
    const body = bodyOf(latest.current, meanwhile ?? question);
    if (body === null) return leave();
    setStep("saving");
    try {
      const saved = await editQuestion(question.id, latest.current.version, body);
      queries.setQueryData(["question", question.id], saved);
      announce("Saved.");
      leave();
      void queries.invalidateQueries();
    } catch (why) {
      await refused(why).catch(setError);
    } finally {
      setStep("typing");
    }
  };
  return { edit, step, error, faults, meanwhile, act, save, leave };
}

/** The question, when what was typed before is of an earlier state of it. */
function changedSince(question: Question): Question | null {
  const kept = keptEdit(storage, question.id);
  return kept !== null && kept.version !== question.version ? question : null;
}

function begun(question: Question): Edit {
  const kept = keptEdit(storage, question.id);
  if (kept === null) return editOf(question);
  return kept.version === question.version ? kept : change(kept, { kind: "changed-meanwhile", question });
}
