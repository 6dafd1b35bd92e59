import { useRef } from "preact/hooks";
import { announce } from "../announce.tsx";
import { howSoon } from "../days.ts";
import { langOf } from "../lang.ts";
import { useTitle } from "../page-heading.tsx";
import { Rendered } from "../rendered.tsx";
import { useBeforePaint, useOnce } from "../use-when.ts";
import { useWatched } from "../watch.ts";
import { AnswerForm } from "./answer-form.tsx";
import type { AskedQuestion, Passed } from "./session-state.ts";
import { outbox } from "./this-outbox.ts";
import { useVisit } from "./use-visit.ts";
import { VerdictView } from "./verdict-view.tsx";
import { inWords } from "./verdict-words.ts";
import type { Visit } from "./visit-state.ts";

interface VisitPageProps {
  readonly question: AskedQuestion;
  readonly number: number;
  readonly of: number;
  /** What came of the question before. */
  readonly before: Passed | null;
  onClosed(visit: Visit): void;
  onSkipped(visit: Visit): void;
  readonly onEnded: (() => void) | undefined;
}

/** One question, from the asking to the last correction. */
export function VisitPage({ question, number, of, before, onClosed, onSkipped, onEnded }: VisitPageProps) {
  const { visit, trouble, act, refuseBorrowed } = useVisit(question.id);
  const lang = langOf(question);
  const heading = useRef<HTMLHeadingElement>(null);
  const verdict = useRef<HTMLHeadingElement>(null);
  const isJudged = visit.step !== "asking" && visit.step !== "judging";
  const judgedBefore = useRef({ isJudged, count: visit.assessments.length });

  useTitle(`Question ${number}`);
  useBeforePaint(null, () => (isJudged ? verdict : heading).current?.focus({ preventScroll: true }));
  useOnce(() => {
    scrollTo(0, 0);
    if (isJudged) verdict.current?.scrollIntoView({ block: "start" });
  });
  useBeforePaint(`${isJudged} ${visit.assessments.length}`, () => {
    const known = judgedBefore.current;
    judgedBefore.current = { isJudged, count: visit.assessments.length };
    if (isJudged && visit.assessments.length > known.count) {
      announce(inWords(visit));
      verdict.current?.focus({ preventScroll: true });
      verdict.current?.scrollIntoView({ block: "start" });
    } else if (known.isJudged && !isJudged) heading.current?.focus();
  });

  return (
    <article class="visit">
      <p class="place">
        {[`Question ${number} of ${of}`, question.deckTitle, question.section, question.why]
          .filter((part) => part !== null && part !== "")
          .join(" · ")}
      </p>
      {before !== null && visit.step === "asking" && <Before passed={before} />}
      <h1 ref={heading} tabIndex={-1}>
        <Rendered html={question.titleHtml} line lang={lang} />
      </h1>
      {question.bodyHtml !== "" && <Rendered html={question.bodyHtml} lang={lang} />}
      {isJudged ? (
        <VerdictView
          visit={visit}
          trouble={trouble}
          act={act}
          refuseBorrowed={refuseBorrowed}
          lang={lang}
          headingRef={verdict}
          isLast={number === of}
          onNext={() => onClosed(visit)}
        />
      ) : (
        <AnswerForm
          visit={visit}
          trouble={trouble}
          act={act}
          lang={lang}
          onSkipped={() => onSkipped(visit)}
          onEnded={onEnded}
        />
      )}
    </article>
  );
}

/** When the question before comes back, once the server has said so. */
function Before({ passed }: { passed: Passed }) {
  const { kept } = useWatched(outbox);
  const due = passed.review === null ? null : (kept.get(passed.review)?.due ?? null);
  return (
    <p class="aside before" role="status">
      {due !== null && `The last one comes back ${howSoon(new Date(due), new Date())}.`}
    </p>
  );
}
