import type { PointId } from "../base/index.ts";
import type { FollowUp, Misconception, Point, Terms } from "../deck/index.ts";

/** What an answer did with one point. */
export type PointVerdict = "covered" | "partly" | "missing" | "contradicted";

/** The words of the answer a verdict rests on; offsets in UTF-16 units into the text that was judged. */
export interface Evidence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Which of the person's turns the words stand in: 0 is the first answer to this question. */
  readonly turn: number;
}

/** One point's verdict. */
export interface Verdict {
  readonly point: PointId;
  readonly verdict: PointVerdict;
  readonly evidence: Evidence | null;
  /** How probable the verdict is, 0..1. */
  readonly p: number;
  /** The correction of the misconception that was recognised, when one was. */
  readonly correction: string | null;
  /** One sentence for the person: why this verdict. It tells nothing of a point that was not said. */
  readonly why: string;
  /** Of a point that was said in part, its words that were not heard: to be shown after the follow-up, for it gives the point away. */
  readonly lacks: string | null;
  /** What a second rater said; only there when one was asked and answered. */
  readonly second?: SecondOpinion;
}

/** What a second rater said of a point that the judge was in doubt of. */
export interface SecondOpinion {
  readonly verdict: PointVerdict;
  /** The words of the answer that it rests on, letter by letter; null of a point that is missing. */
  readonly quote: string | null;
  /** Whether it moved the verdict; else the judge's own stands. */
  readonly decided: boolean;
}

/** What the judge says of an answer (all turns of one question taken together). */
export interface Assessment {
  /**
   * Weighted mean over the essential points: covered 1, partly 1/2, missing and contradicted 0. Where the points are those
   * that a reference gives, what the whole answer is worth beside the whole reference.
   */
  readonly score: number;
  /** `ungraded` when there is no point to judge by (a question without a reference). */
  readonly label: PointVerdict | "ungraded";
  /** How unsure the judge is of the whole, 0..1. */
  readonly doubt: number;
  readonly verdicts: readonly Verdict[];
  readonly followUp: FollowUp | null;
}

/** Somebody overruled the judge: these words say a point, or do not say it. */
export interface Exemplar {
  readonly point: PointId;
  readonly verdict: "covered" | "missing";
  readonly text: string;
}

/** What the judge needs of a question; a deck's `Question` is one. */
export interface Gradable {
  readonly title: string;
  readonly body: string;
  readonly answer: string;
  readonly points: readonly Point[];
  readonly misconceptions: readonly Misconception[];
  readonly followUps: readonly FollowUp[];
  /** True when the points were derived from the reference: then "name three of" is satisfied by any three of them. */
  readonly proposed?: boolean;
  /** What the person overruled before, oldest first; of two that fit, the later one holds. */
  readonly exemplars?: readonly Exemplar[];
  /** What else says the same in its deck, beside the lexicon. */
  readonly terms?: Terms;
}

/** A judge. Deterministic and offline: the same question, answer and turns give the same assessment. */
export interface Grader {
  /** Changes when a verdict may change; kept with every review. */
  readonly version: string;
  /**
   * @param answer what the person just said
   * @param earlierTurns what they said before to the same question, oldest first; turns add up
   */
  assess(question: Gradable, answer: string, earlierTurns?: readonly string[]): Assessment;
}
