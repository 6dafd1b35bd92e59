import type { DeckName, PersonId, QuestionId } from "../base/index.ts";
import type { Recall } from "../recall/index.ts";

/** What is remembered of one question by one person; derived from events, never written by itself. */
export interface RecallRow extends Recall {
  readonly person: PersonId;
  readonly question: QuestionId;
  /** The deck it was last asked from. */
  readonly deck: DeckName;
  /** The `questionHash` of the last review. */
  readonly questionHash: string;
}

/** A stretch of time by when questions are due; both in ms, `from` included, `to` not. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The questions of a person by when they are due. Every adapter passes `storeContract`. */
export interface RecallIndex {
  /** Those of a deck due in a span, soonest first, then by question id; `after` is the last one of the page before. */
  due(
    person: PersonId,
    deck: DeckName,
    span: Span,
    page: { limit: number; after?: Pick<RecallRow, "due" | "question"> | null },
  ): Promise<RecallRow[]>;
  /** How many of a deck are due in a span, counted up to `atMost`. */
  count(person: PersonId, deck: DeckName, span: Span, atMost: number): Promise<number>;
  /** The rows of these questions, in no order; questions never reviewed have none. */
  of(person: PersonId, questions: readonly QuestionId[]): Promise<RecallRow[]>;
}
