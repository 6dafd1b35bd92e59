import type { DeckName, EventId, PointId } from "../base/index.ts";
import type { Question } from "../deck/index.ts";
import type { Assessment } from "../grade/index.ts";
import { type Confidence, type Review, type ReviewVerdict, ratingOf } from "../recall/index.ts";

/** The person overrules the judge: "I did say that" (`covered`) or "that was wrong" (`missing`). */
export interface Correction {
  readonly point: PointId;
  readonly verdict: "covered" | "missing";
}

/** A visit that has ended, to be kept. */
export interface NewReview {
  /** Made by whoever records it, so that recording it twice keeps it once. */
  readonly id: EventId;
  readonly deck: DeckName;
  /** With its points. */
  readonly question: Question;
  /** What was said, oldest first, as `saidText` gives it; none is "I don't know". */
  readonly turns: readonly string[];
  /** What the judge said, before corrections. */
  readonly assessment: Assessment;
  /** Milliseconds from the question to the first key; null when nobody typed. */
  readonly firstKeyMs: number | null;
  readonly confidence: Confidence | null;
  readonly corrections: readonly Correction[];
}

/**
 * A review as its event holds it, before corrections.
 * @param judge the version of the grader
 */
export function reviewPayload(review: NewReview, judge: string): Review {
  const { deck, question, turns, assessment, firstKeyMs, confidence } = review;
  const { score, label, doubt } = assessment;
  const outcome = turns.length === 0 ? "unknown" : "answered";
  const verdicts = reviewVerdicts(assessment, question);
  const rating = ratingOf({ score, label, outcome, verdicts, firstKeyMs });
  return { deck, outcome, judge, score, label, doubt, rating, firstKeyMs, confidence, verdicts };
}

/** Verdicts as an event holds them: with weights, without words. */
export function reviewVerdicts({ verdicts }: Assessment, { points }: Question): ReviewVerdict[] {
  return verdicts.map(({ point, verdict, p, evidence }) => ({
    point,
    weight: points.find(({ id }) => id === point)?.weight ?? 1,
    verdict,
    p,
    evidence: evidence && { turn: evidence.turn, start: evidence.start, end: evidence.end },
  }));
}
