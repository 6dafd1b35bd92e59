import type { DeckName, EventId, PersonId, PointId, QuestionId } from "../base/index.ts";
import type { Weight } from "../deck/index.ts";
import type { PointVerdict } from "../grade/index.ts";

/**
 * What happened, as it is kept: appended, never edited, ordered by (`at`, `id`). Everything else that is known of a
 * person (recall, readiness, statistics) is derived from these.
 */
export type PracticeEvent = ReviewEvent | CorrectionEvent | RegradeEvent | RetractionEvent;

interface EventBase {
  readonly id: EventId;
  /** The version of the event's form. */
  readonly v: 1;
  readonly workspace: string;
  readonly person: PersonId;
  /** The installation it was made on: an opaque id of the store. */
  readonly device: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly question: QuestionId;
  /** SHA-256 (hex) of the question's canonical Markdown as it was when it was asked. */
  readonly questionHash: string;
}

/** This person answered this question then, with this result: one event a visit, after its follow-up. */
export interface ReviewEvent extends EventBase {
  readonly kind: "review";
  readonly payload: Review;
}

/** "I did say that" (`covered`) or "that was wrong" (`missing`): the person overrules one verdict of a review. */
export interface CorrectionEvent extends EventBase {
  readonly kind: "correction";
  readonly payload: {
    readonly review: EventId;
    readonly point: PointId;
    readonly verdict: "covered" | "missing";
  };
}

/** The answer of a review was judged again, by another judge or for points that had changed: this holds instead. */
export interface RegradeEvent extends EventBase {
  readonly kind: "regrade";
  readonly payload: Regrade & { readonly review: EventId };
}

/** What a judge says of an answer that is kept. */
export type Regrade = Pick<Review, "judge" | "score" | "label" | "doubt" | "verdicts">;

/** Takes back an earlier review, correction or regrade, as if it had not been. */
export interface RetractionEvent extends EventBase {
  readonly kind: "retraction";
  readonly payload: { readonly of: EventId };
}

/** How sure the person said they were, before answering. */
export type Confidence = "guess" | "think" | "sure";

/** The rating that recall works with, derived from the evidence and never asked for. */
export type Rating = "again" | "hard" | "good" | "easy";

/** One visit's result. The words themselves are kept apart, so that this holds none. */
export interface Review {
  readonly deck: DeckName;
  readonly outcome: "answered" | "unknown";
  /** `Grader.version` of the judge. */
  readonly judge: string;
  readonly score: number;
  readonly label: PointVerdict | "ungraded";
  readonly doubt: number;
  readonly rating: Rating;
  /** Milliseconds from the question to the first key; null when nobody typed (a pipe). */
  readonly firstKeyMs: number | null;
  readonly confidence: Confidence | null;
  readonly verdicts: readonly ReviewVerdict[];
}

/** One point's verdict, with what is needed to score again after a correction. */
export interface ReviewVerdict {
  readonly point: PointId;
  readonly weight: Weight;
  readonly verdict: PointVerdict;
  readonly p: number;
  /** Where the evidence stands in the kept answer: turn, and offsets in UTF-16 units. */
  readonly evidence: { readonly turn: number; readonly start: number; readonly end: number } | null;
}
