import type { EventId, PersonId, QuestionId } from "../base/index.ts";
import type { PracticeEvent } from "../recall/index.ts";
import type { RecallRow } from "./recall-index.ts";

/** An event with the words that belong to it: the turns of a review's answer, none for other kinds. */
export interface Entry {
  readonly event: PracticeEvent;
  readonly turns: readonly string[];
}

/**
 * Derives the row of the recall index from all events of one person and question, in order; null when there is nothing
 * to remember (any more). Passed in, because the store does not know how memory works.
 */
export type Derive = (events: readonly PracticeEvent[]) => RecallRow | null;

/** How much is kept of a person. */
export interface Amount {
  readonly events: number;
  /** Events that have words. */
  readonly answers: number;
}

/** What erasing removed. */
export interface Erased extends Amount {
  /** Copies of the store that were made before it was changed, which held the words too. */
  readonly copies: number;
}

/** The log of what happened. Every adapter passes `storeContract`. */
export interface EventStore {
  /**
   * Appends entries, all or none, and updates the recall index of their questions in the same transaction. When the
   * promise is fulfilled they are on disk. An id that is already there is left as it was.
   * @returns the ids that were new
   * @throws VivaError VIVA_STORE_BUSY, VIVA_STORE_UNWRITABLE with nothing kept
   */
  append(entries: readonly Entry[], derive: Derive): Promise<readonly EventId[]>;
  /** Null when there is no such event of that person. */
  find(person: PersonId, id: EventId): Promise<Entry | null>;
  /** All of a person's events of one question, in order. */
  ofQuestion(person: PersonId, question: QuestionId): Promise<Entry[]>;
  /** Reviews (not corrections or retractions), newest first; `before` is the last one of the page before. */
  reviews(
    person: PersonId,
    page: { limit: number; before?: Pick<PracticeEvent, "at" | "id"> | null; question?: QuestionId | null },
  ): Promise<Entry[]>;
  /** Everything of a person, in order; read in pieces, so that a million fit in little memory. */
  all(person: PersonId): AsyncIterable<Entry>;
  /** Counts a person's events without reading them: also those that are damaged. */
  count(person: PersonId): Promise<Amount>;
  /**
   * Forgets the recall index and derives it anew from the log alone.
   * @param progress told the number of questions done, now and then
   */
  rebuild(
    derive: Derive,
    progress?: (questions: number) => void,
  ): Promise<{ events: number; questions: number }>;
  /**
   * Removes a person's events, answers and recall, so that the words are not left in the file either.
   * @throws VivaError VIVA_STORE_BUSY when the words are gone from the log and another process keeps them in the file:
   * erase again when it has ended
   */
  erase(person: PersonId): Promise<Erased>;
}
