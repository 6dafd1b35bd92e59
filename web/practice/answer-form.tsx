import { useRef } from "preact/hooks";
import type { Confidence } from "../../src/recall/index.ts";
import { Key } from "../key.tsx";
import { useKeys } from "../keys.ts";
import { AnswerText } from "./answer-text.tsx";
import type { Change, Visit } from "./visit-state.ts";
import { WhereAnswersGo } from "./where-answers-go.tsx";

const CONFIDENCES: readonly { readonly confidence: Confidence; readonly text: string }[] = [
  { confidence: "guess", text: "I guess" },
  { confidence: "think", text: "I think so" },
  { confidence: "sure", text: "I am sure" },
];

interface AnswerFormProps {
  readonly visit: Visit;
  readonly trouble: string | null;
  act(what: Change): void;
  readonly lang: string | undefined;
  onSkipped(): void;
  readonly onEnded: (() => void) | undefined;
}

/** How sure one is, and the answer. */
export function AnswerForm({ visit, trouble, act, lang, onSkipped, onEnded }: AnswerFormProps) {
  const words = useRef<HTMLTextAreaElement>(null);
  const isJudging = visit.step === "judging";
  const write = () => words.current?.focus();
  const sure = (at: number) => () => {
    const chosen = CONFIDENCES[at];
    if (chosen === undefined || isJudging) return;
    act({ kind: "confidence", confidence: chosen.confidence });
    write();
  };
  const answer = () => {
    if (visit.draft.trim() === "") write();
    else act({ kind: "answered" });
  };
  const giveUp = () => act({ kind: "gave-up" });
  // Once there are words, a digit is more likely one of them.
  const whileEmpty = (action: () => void) => (visit.draft === "" ? action : undefined);
  const edit = () => {
    act({ kind: "recalled" });
    write();
  };
  useKeys(
    isJudging
      ? { Escape: edit }
      : {
          "1": whileEmpty(sure(0)),
          "2": whileEmpty(sure(1)),
          "3": whileEmpty(sure(2)),
          "Alt+1": sure(0),
          "Alt+2": sure(1),
          "Alt+3": sure(2),
          Enter: write,
          "Mod+Enter": answer,
          "Alt+g": giveUp,
          "Alt+n": onSkipped,
        },
  );
  return (
    <form
      class="answer"
      onSubmit={(event) => {
        event.preventDefault();
        answer();
      }}
    >
      <fieldset class="confidence" disabled={isJudging}>
        <legend>How sure are you?</legend>
        {CONFIDENCES.map(({ confidence, text }, at) => (
          <label key={confidence}>
            <input
              type="radio"
              name="confidence"
              checked={visit.confidence === confidence}
              onChange={() => act({ kind: "confidence", confidence })}
            />
            <span>{text}</span> <Key name={String(at + 1)} />
          </label>
        ))}
      </fieldset>
      <WhereAnswersGo />
      <AnswerText
        label="Your answer"
        lang={lang}
        textRef={words}
        text={visit.turns[0] ?? visit.draft}
        isFixed={isJudging}
        onTyped={(text, sinceShownMs) => act({ kind: "typed", text, sinceAskedMs: sinceShownMs })}
      />
      {trouble !== null && (
        <p class={isJudging ? "trouble calm" : "trouble"} role="alert">
          {trouble}
        </p>
      )}
      {isJudging ? (
        <p class="actions">
          {trouble === null && (
            <span class="waiting" role="status">
              Reading your answer …
            </span>
          )}
          <button type="button" class="quiet" onClick={edit}>
            Edit it <Key name="Escape" />
          </button>
        </p>
      ) : (
        <p class="actions">
          <button type="submit" class="main">
            Answer <Key name="Mod+Enter" />
          </button>
          <button type="button" class="quiet" onClick={giveUp}>
            I don’t know <Key name="Alt+G" />
          </button>
          <button type="button" class="quiet" onClick={onSkipped}>
            Pass over <Key name="Alt+N" />
          </button>
          {onEnded !== undefined && (
            <button type="button" class="quiet last" onClick={onEnded}>
              End here
            </button>
          )}
        </p>
      )}
    </form>
  );
}
