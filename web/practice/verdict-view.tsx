import type { RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import { announce } from "../announce.tsx";
import { Key } from "../key.tsx";
import { useKeys } from "../keys.ts";
import { Rendered } from "../rendered.tsx";
import { Borrowed } from "./borrowed.tsx";
import { FollowUp } from "./follow-up.tsx";
import { focusBeside, focusedPoint, focusPoint } from "./point-focus.ts";
import { Points } from "./points.tsx";
import { SaidWords } from "./said-words.tsx";
import { furtherVerdicts, headline, isInDoubt, SIGNS, shownVerdicts } from "./verdict-words.ts";
import {
  type Change,
  canTakeBack,
  change,
  lastAssessment,
  openFollowUp,
  type StandingVerdict,
  type Visit,
  verdictsOf,
} from "./visit-state.ts";

interface VerdictViewProps {
  readonly visit: Visit;
  readonly trouble: string | null;
  act(what: Change): void;
  refuseBorrowed(): void;
  /** Of what the deck says. */
  readonly lang: string | undefined;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly isLast: boolean;
  onNext(): void;
}

/** What the judge says, point by point; the follow-up; the reference. */
export function VerdictView(props: VerdictViewProps) {
  const { visit, trouble, act, refuseBorrowed, lang, headingRef, isLast, onNext } = props;
  const [lit, setLit] = useState<string | null>(null);
  const points = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const shown = shownVerdicts(visit);
  const further = furtherVerdicts(visit);
  const numbered = [...shown, ...further];
  const followUp = openFollowUp(visit);
  const isOpen = followUp !== null;
  const answerHtml = lastAssessment(visit)?.answerHtml ?? "";
  const borrowed = lastAssessment(visit)?.borrowed ?? null;

  const correct = (point: string, verdict: "covered" | "missing" | null) => {
    const what: Change = { kind: "corrected", point, verdict };
    const next = change(visit, what);
    act(what);
    announce(`${told(numbered, point, next)} ${headline(next)}.`);
  };
  const takeBack = () => {
    const point = inFocus();
    if (visit.corrections.some((each) => each.point === point)) return correct(point ?? "", null);
    const what: Change = { kind: "taken-back" };
    announce(canTakeBack(visit) ? "Taken back." : "There is nothing to take back.");
    act(what);
  };
  const inFocus = () => focusedPoint(points.current);
  const firstNotCovered = shown.find(({ verdict }) => verdict !== "covered")?.point;
  const did = () => {
    const point = inFocus() ?? firstNotCovered;
    if (point !== undefined) correct(point, "covered");
  };
  const wasWrong = () => {
    const point = inFocus();
    if (point !== null) correct(point, "missing");
    // Which of several is meant must be seen first.
    else focusPoint(points.current, shown.find(({ verdict }) => verdict === "covered")?.point);
  };
  const pass = () => {
    act({ kind: "follow-up-passed" });
    headingRef.current?.focus();
  };
  const below = () => focusBeside(points.current, 1);
  const above = () => focusBeside(points.current, -1);
  const edit = () => {
    act({ kind: "recalled" });
    words.current?.focus();
  };
  const isJudging = visit.step === "judging-more";
  const refuse = () => {
    refuseBorrowed();
    headingRef.current?.focus();
  };
  useKeys({
    y: did,
    x: wasWrong,
    u: takeBack,
    ...(borrowed !== null && !isJudging && { b: refuse }),
    ArrowDown: below,
    ArrowUp: above,
    Enter: isOpen ? () => words.current?.focus() : onNext,
    ...(isOpen && !isJudging && { "Alt+n": pass, "Mod+Enter": () => act({ kind: "answered" }) }),
    ...(isJudging && { Escape: edit }),
  });

  return (
    <section class="verdict" aria-labelledby="verdict">
      <h2 id="verdict" ref={headingRef} tabIndex={-1}>
        {headline(visit)}
      </h2>
      {isInDoubt(visit) && (
        <p class="aside">The judge is unsure here. You know what you meant: correct it.</p>
      )}
      {shown.length === 0 && (
        <p class="aside">There is no point to judge by. Compare with the reference, or with what you know.</p>
      )}
      <SaidWords
        turns={visit.turns}
        verdicts={numbered}
        lit={lit}
        onLit={setLit}
        onGo={(point) => focusPoint(points.current, point)}
      />
      <div ref={points}>
        <Points
          verdicts={shown}
          first={1}
          isNew={visit.assessments.length}
          lit={lit}
          keyed={lit ?? firstNotCovered}
          lang={lang}
          isFinal={!isOpen}
          onLit={setLit}
          onCorrect={correct}
        />
        {further.length > 0 && (
          <details class="further">
            <summary>
              {further.length === 1 ? "One more point" : `${further.length} more points`} would have been a
              bonus
            </summary>
            <Points
              verdicts={further}
              first={shown.length + 1}
              isNew={0}
              lit={lit}
              keyed={lit ?? undefined}
              lang={lang}
              isFinal={!isOpen}
              onLit={setLit}
              onCorrect={correct}
            />
          </details>
        )}
      </div>
      {canTakeBack(visit) && (
        <p class="actions">
          <button
            type="button"
            class="quiet"
            onClick={() => {
              takeBack();
              headingRef.current?.focus();
            }}
          >
            Take back <Key name="U" />
          </button>
        </p>
      )}
      {borrowed !== null && <Borrowed borrowed={borrowed} lang={lang} hasKey onRefused={refuse} />}
      {trouble !== null && followUp === null && <p class="trouble">{trouble}</p>}
      {followUp !== null && (
        <FollowUp
          text={followUp.text}
          lang={lang}
          visit={visit}
          trouble={trouble}
          act={act}
          textRef={words}
          onPassed={pass}
          onEdit={edit}
        />
      )}
      {answerHtml !== "" && (
        // A new element when the follow-up is over: then it opens by itself.
        <details class="reference" key={String(isOpen)} open={!isOpen}>
          <summary>
            <h2>The reference answer</h2>
          </summary>
          <Rendered html={answerHtml} lang={lang} />
        </details>
      )}
      {!isOpen && (
        <p class="actions">
          <button type="button" class="main" onClick={onNext}>
            {isLast ? "Finish" : "Next question"} <Key name="Enter" />
          </button>
        </p>
      )}
    </section>
  );
}

function told(numbered: readonly StandingVerdict[], point: string, next: Visit): string {
  const number = numbered.findIndex((each) => each.point === point) + 1;
  const now = verdictsOf(next).find((each) => each.point === point)?.verdict ?? "missing";
  return `Point ${number}: ${SIGNS[now].word}.`;
}
