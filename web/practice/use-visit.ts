import { useRef, useState } from "preact/hooks";
import { announce } from "../announce.tsx";
import { assess, setBorrowing } from "../api.ts";
import { isAway, isSignedOut, pauseMs } from "../away.ts";
import { storage } from "../kept/this-browser.ts";
import { onServerAnswer } from "../reached.ts";
import { sentenceOf } from "../trouble.tsx";
import { useWhen } from "../use-when.ts";
import { keepVisit, keptVisit } from "./kept-visit.ts";
import { newReviewId } from "./review-id.ts";
import { tooLong } from "./too-long.ts";
import { type Change, change, newVisit, type Visit } from "./visit-state.ts";

/** A visit as the page shows it. */
export interface OpenVisit {
  readonly visit: Visit;
  /** Why the judge has not answered yet, or could not. */
  readonly trouble: string | null;
  act(what: Change): void;
  /** Has it judged by its own document alone, now and from now on. */
  refuseBorrowed(): void;
}

/** The visit to a question: as it was kept, or new; kept again at each change; judged when there is something to judge. */
export function useVisit(question: string): OpenVisit {
  const [visit, setVisit] = useState(() => keptVisit(storage, question) ?? newVisit(question, newReviewId()));
  const [trouble, setTrouble] = useState<string | null>(null);
  const latest = useRef(visit);
  const act = (what: Change) => {
    const refusal = what.kind === "answered" ? tooLong(latest.current.draft) : null;
    if (refusal !== null) return setTrouble(refusal);
    const next = change(latest.current, what);
    if (next === latest.current) return;
    latest.current = next;
    keepVisit(storage, next);
    setVisit(next);
  };
  const isJudging = visit.step === "judging" || visit.step === "judging-more";
  useWhen(isJudging, () => {
    if (!isJudging) return;
    setTrouble(null);
    return askUntilJudged(latest.current, {
      judged(assessment) {
        setTrouble(null);
        act({ kind: "judged", assessment });
      },
      waits: setTrouble,
      refused(why) {
        setTrouble(why);
        act({ kind: "recalled" });
      },
    });
  });
  const refuseBorrowed = () => {
    const { turns } = latest.current;
    setTrouble(null);
    setBorrowing(question, false)
      .then(() => assess(question, turns, { signal: new AbortController().signal }))
      .then((assessment) => {
        act({ kind: "judged-anew", assessment });
        announce("Judged by this document alone.");
      })
      .catch((error: unknown) =>
        setTrouble(sentenceOf(error instanceof Error ? error : new Error(String(error)))),
      );
  };
  return { visit, trouble, act, refuseBorrowed };
}

type Assessment = Awaited<ReturnType<typeof assess>>;

interface Hearer {
  judged(assessment: Assessment): void;
  waits(why: string): void;
  refused(why: string): void;
}

const AWAY = "The server is not answering; your answer is kept here and judged when it is back.";

const SIGNED_OUT =
  "You are not signed in; your answer is kept here. Run “viva link” in a terminal and open the link it prints: it is judged then.";

/** Asks the judge, again and again while the server is away. @returns what stops it */
function askUntilJudged({ question, turns }: Visit, hearer: Hearer): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let asking = false;
  const ask = async () => {
    if (asking || signal.aborted) return;
    asking = true;
    clearTimeout(timer);
    try {
      const assessment = await assess(question, turns, { signal });
      if (signal.aborted) return;
      stop.abort();
      hearer.judged(assessment);
    } catch (error) {
      if (!signal.aborted) heardError(error);
    } finally {
      asking = false;
    }
  };
  const heardError = (error: unknown) => {
    const known = error instanceof Error ? error : new Error(String(error));
    if (!isAway(known) && !isSignedOut(known)) {
      stop.abort();
      hearer.refused(sentenceOf(known));
      return;
    }
    failures += 1;
    hearer.waits(isSignedOut(known) ? SIGNED_OUT : AWAY);
    timer = setTimeout(() => void ask(), pauseMs(failures));
  };
  const askNow = () => void ask();
  addEventListener("online", askNow, { signal });
  addEventListener("focus", askNow, { signal });
  signal.addEventListener("abort", onServerAnswer(askNow));
  signal.addEventListener("abort", () => clearTimeout(timer));
  askNow();
  return () => stop.abort();
}
