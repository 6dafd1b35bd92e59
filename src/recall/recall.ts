import type { Rating } from "./event.ts";

/** What is remembered of one question: the memory state of FSRS-6, and when to ask again. Times in ms since 1970 UTC. */
export interface Recall {
  /** Days until the chance to recall has fallen to 90 %. */
  readonly stability: number;
  /** From 1 (easy) to 10. */
  readonly difficulty: number;
  readonly due: number;
  /** The last review. */
  readonly last: number;
  readonly lastRating: Rating;
  readonly reviews: number;
  /** Reviews rated `again` after the first. */
  readonly lapses: number;
}
