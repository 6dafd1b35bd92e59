import type { RefObject } from "preact";
import { InlineText } from "../inline-text.tsx";
import { Key } from "../key.tsx";
import { AnswerText } from "./answer-text.tsx";
import type { Change, Visit } from "./visit-state.ts";

interface FollowUpProps {
  readonly text: string;
  readonly lang: string | undefined;
  readonly visit: Visit;
  readonly trouble: string | null;
  act(what: Change): void;
  readonly textRef: RefObject<HTMLTextAreaElement | null>;
  onPassed(): void;
  onEdit(): void;
}

/** The question that the answer has earned. */
export function FollowUp({ text, lang, visit, trouble, act, textRef, onPassed, onEdit }: FollowUpProps) {
  const isJudging = visit.step === "judging-more";
  return (
    <section class="follow-up" aria-labelledby="follow-up">
      <h2 id="follow-up">A follow-up</h2>
      <p class="prompt" lang={lang}>
        <InlineText text={text} />
      </p>
      <form
        class="answer"
        onSubmit={(event) => {
          event.preventDefault();
          if (visit.draft.trim() === "") textRef.current?.focus();
          else act({ kind: "answered" });
        }}
      >
        <AnswerText
          label="What you add"
          lang={lang}
          textRef={textRef}
          text={isJudging ? (visit.turns.at(-1) ?? "") : visit.draft}
          isFixed={isJudging}
          onTyped={(words, sinceShownMs) => act({ kind: "typed", text: words, sinceAskedMs: sinceShownMs })}
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
                Reading what you add …
              </span>
            )}
            <button type="button" class="quiet" onClick={onEdit}>
              Edit it <Key name="Escape" />
            </button>
          </p>
        ) : (
          <p class="actions">
            <button type="submit" class="main">
              Answer <Key name="Mod+Enter" />
            </button>
            <button type="button" class="quiet" onClick={onPassed}>
              Pass over <Key name="Alt+N" />
            </button>
          </p>
        )}
      </form>
    </section>
  );
}
