import { parseEventId } from "../../src/base/index.ts";
import {
  list,
  number,
  type Of,
  object,
  oneOf,
  orNull,
  parseKept,
  type Shape,
  text,
  truth,
} from "../kept/shape.ts";
import type { Storage } from "../kept/storage.ts";
import { isUntouched, type Visit } from "./visit-state.ts";

/** The form in which a visit is kept. Another one is as if nothing had been kept. */
const VERSION = 2;
const keyOf = (question: string) => `viva.visit.${question}`;

const verdict = oneOf("covered", "partly", "missing", "contradicted");
const weight: Shape<number | "bonus"> = (value) => (value === "bonus" ? value : number(value));
const evidence = object({ turn: number, start: number, end: number, text });
const assessment = object({
  question: text,
  turns: list(text),
  score: number,
  label: oneOf("covered", "partly", "missing", "contradicted", "ungraded"),
  doubt: number,
  verdicts: list(
    object({
      point: text,
      text,
      textHtml: text,
      weight,
      verdict,
      p: number,
      evidence: orNull(evidence),
      correction: orNull(text),
      why: text,
      lacks: orNull(text),
      second: orNull(object({ verdict, quote: orNull(text), decided: truth })),
    }),
  ),
  followUp: orNull(object({ point: text, text })),
  borrowed: orNull(
    object({
      question: text,
      deck: text,
      title: text,
      disagreements: list(object({ point: text, own: text, theirs: text })),
    }),
  ),
  answerHtml: text,
});

/** Corrections of a visit as they are kept. */
export const corrections = list(object({ point: text, verdict: oneOf("covered", "missing") }));
/** How sure the person said they were, as it is kept. */
export const confidence = orNull(oneOf("guess", "think", "sure"));
/** The id of a review, as it is kept. */
export const reviewId: Shape<string> = (value) => {
  const parsed = parseEventId(text(value));
  if (parsed.ok) return parsed.value;
  throw new Error(parsed.problem);
};

const form = object({
  v: oneOf(VERSION),
  question: text,
  review: reviewId,
  step: oneOf("asking", "judging", "following-up", "judging-more", "judged"),
  confidence,
  firstKeyMs: orNull(number),
  draft: text,
  turns: list(text),
  assessments: list(assessment),
  corrections,
});

/** Keeps a visit as it is now, so that a reload or a crash loses nothing. */
export function keepVisit(storage: Storage, visit: Visit): void {
  if (isUntouched(visit)) forgetVisit(storage, visit);
  else storage.write(keyOf(visit.question), JSON.stringify({ v: VERSION, ...visit }));
}

/** The visit to a question that was begun and has not ended; null when there is none that can be read. */
export function keptVisit(storage: Storage, question: string): Visit | null {
  const kept = parseKept(storage.read(keyOf(question)), form);
  return kept !== null && kept.question === question && isWhole(kept) ? kept : null;
}

/** Forgets a visit, which has ended; not one to the same question that was begun in another window. */
export function forgetVisit(
  storage: Storage,
  { question, review }: Pick<Visit, "question" | "review">,
): void {
  const kept = keptVisit(storage, question);
  if (kept === null || kept.review === review) storage.remove(keyOf(question));
}

/** Whether there are as many assessments as the step says. */
function isWhole({ step, assessments, turns }: Of<typeof form>): boolean {
  switch (step) {
    case "asking":
    case "judging":
      return assessments.length === 0;
    case "following-up":
    case "judging-more":
      return assessments.length === 1 && assessments[0]?.followUp !== null && turns.length > 0;
    case "judged":
      return assessments.length > 0;
    default:
      return step satisfies never;
  }
}
