import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { announce } from "../announce.tsx";
import { Key } from "../key.tsx";
import { useKeys } from "../keys.ts";
import { Rendered } from "../rendered.tsx";
import type { Question } from "../shapes.ts";
import { Trouble } from "../trouble.tsx";
import { useBeforePaint } from "../use-when.ts";
import { type Change, isTouched } from "./edit-state.ts";
import { PointFields } from "./point-fields.tsx";
import { useEdit } from "./use-edit.ts";

/** What the server takes (`src/api/schemas/question.ts`). */
const MOST_POINTS = 20;
const LONGEST_ANSWER = 50_000;

interface EditFormProps {
  readonly question: Question;
  /** Whether the person has just asked for it; else it is here again after a reload. */
  readonly isAskedFor: boolean;
  readonly lang: string | undefined;
  onClosed(): void;
}

/** The points and the reference answer of a question, to write. */
export function EditForm({ question, isAskedFor, lang, onClosed }: EditFormProps) {
  const { edit, step, error, faults, meanwhile, act, save, leave } = useEdit(question, onClosed);
  const form = useRef<HTMLFormElement>(null);
  const [focusAt, setFocusAt] = useState<string | null>(null);
  const [isSure, setSure] = useState(false);
  // What one learns by saving stands beside the button; what was so before, where one begins to read.
  const [wasChanged] = useState(meanwhile !== null);
  useBeforePaint(null, () => {
    if (isAskedFor) form.current?.querySelector<HTMLElement>("textarea, button")?.focus();
  });
  // What is moved or gone takes the focus with it: it is put where the work goes on.
  useLayoutEffect(() => {
    if (focusAt === null) return;
    form.current?.querySelector<HTMLElement>(focusAt)?.focus();
    setFocusAt(null);
  }, [focusAt]);
  const firstFault = edit.points.find(({ key }) => faults.has(key))?.key;
  useLayoutEffect(() => {
    if (firstFault !== undefined) form.current?.querySelector<HTMLElement>(claimOf(firstFault))?.focus();
  }, [firstFault]);
  useKeys({ "Mod+Enter": () => void save() });

  const held = new Set([...question.misconceptions, ...question.followUps].map(({ point }) => point));
  const { points, removed } = edit;
  const doing = (what: Change, focus: string, said: string) => {
    act(what);
    setFocusAt(focus);
    announce(said);
  };
  const move = (key: number, at: number, by: 1 | -1) => {
    const to = at + by;
    if (to < 0 || to >= points.length) return;
    const active = document.activeElement;
    const isEnd = by === -1 ? to === 0 : to === points.length - 1;
    const other = by === -1 ? ".down" : ".up";
    const same = active instanceof HTMLButtonElement ? (by === -1 ? ".up" : ".down") : ".claim";
    doing(
      { kind: "moved", key, by },
      `[data-key="${key}"] ${isEnd && same !== ".claim" ? other : same}`,
      `Now point ${to + 1} of ${points.length}.`,
    );
  };
  const remove = (key: number, at: number) => {
    const next = points[at + 1] ?? points[at - 1];
    doing(
      { kind: "removed", key },
      next === undefined ? ".add" : claimOf(next.key),
      `Point ${at + 1} removed.`,
    );
  };
  const cancel = () => {
    if (isTouched(edit)) setSure(!isSure);
    else leave();
  };
  const told = meanwhile !== null && <Meanwhile question={meanwhile} lang={lang} onTaken={leave} />;
  return (
    <form
      ref={form}
      class="edit"
      aria-label="Points and reference answer"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {wasChanged && told}
      <h2>Points</h2>
      <p class="aside">
        What a complete answer says, one claim each.
        {question.proposed &&
          " These were taken from the reference; once saved, they are yours. When only the answer changes, they are taken from it anew."}{" "}
        Alt with an arrow moves a point.
      </p>
      {points.map((point, at) => (
        <PointFields
          key={point.key}
          point={point}
          number={at + 1}
          isLast={at === points.length - 1}
          isHeld={point.id !== null && held.has(point.id)}
          fault={faults.get(point.key)}
          lang={lang}
          act={act}
          onMoved={(by) => move(point.key, at, by)}
          onRemoved={() => remove(point.key, at)}
        />
      ))}
      <p class="actions">
        <button
          type="button"
          class="add"
          disabled={points.length >= MOST_POINTS}
          onClick={() => {
            act({ kind: "added" });
            setFocusAt(".edited-point:last-of-type .claim");
          }}
        >
          Add a point
        </button>
        {removed !== null && (
          <button
            type="button"
            class="quiet"
            onClick={() => doing({ kind: "put-back" }, claimOf(removed.point.key), "Put back.")}
          >
            Put the last one back
          </button>
        )}
      </p>
      <h2 id="edited-answer">The reference answer</h2>
      <textarea
        class="edited-answer"
        aria-labelledby="edited-answer"
        rows={8}
        lang={lang}
        maxLength={LONGEST_ANSWER}
        value={edit.answer}
        onInput={(event) => act({ kind: "answer", answer: event.currentTarget.value })}
      />
      <p class="aside">Markdown. What you type is kept in this browser until you save.</p>
      {!wasChanged && told}
      {error !== null && faults.size === 0 && <Trouble error={error} again={() => void save()} />}
      <p class="actions">
        <button type="submit" class="main" disabled={step === "saving"}>
          {step === "saving" ? "Saving …" : "Save"} <Key name="Mod+Enter" />
        </button>
        {/* This button stays when its words change, and so does the focus. */}
        <button type="button" class="quiet" onClick={cancel}>
          {isSure ? "Go on writing" : "Cancel"}
        </button>
        {isSure && (
          <button type="button" onClick={leave}>
            Forget what I typed
          </button>
        )}
      </p>
    </form>
  );
}

const claimOf = (key: number): string => `[data-key="${key}"] .claim`;

/** Somebody else, or another window, has changed the question: nothing typed is lost, and one sees what stands. */
function Meanwhile({
  question: { points, answerHtml },
  lang,
  onTaken,
}: {
  question: Question;
  lang: string | undefined;
  onTaken: () => void;
}) {
  return (
    <div class="trouble calm" role="alert">
      <p>
        The question was changed meanwhile. What you typed is still here, and what you did not touch is as it
        now stands. Save again, and yours takes its place.
      </p>
      <details>
        <summary>What stands there now</summary>
        <p class="aside">Its points</p>
        <ol class="plain-points">
          {points.map((point) => (
            <li key={point.id}>
              <Rendered html={point.textHtml} line lang={lang} />
            </li>
          ))}
        </ol>
        <p class="aside">Its answer</p>
        <Rendered html={answerHtml} lang={lang} />
      </details>
      <button type="button" class="quiet" onClick={onTaken}>
        Leave it as it stands, and forget what I typed
      </button>
    </div>
  );
}
