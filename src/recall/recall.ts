import { DAY_MS } from "../base/index.ts";
import type { Rating } from "./event.ts";
import { chanceAfter, intervalDays, nextMemory } from "./fsrs.ts";

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

/** What is remembered after these reviews, in this order; null when there was none. */
export function recallOf(
  reviews: readonly { readonly at: number; readonly rating: Rating }[],
): Recall | null {
  return reviews.reduce<Recall | null>((before, { at, rating }) => afterReview(before, at, rating), null);
}

/** What is remembered after one more review. A clock that went back since the last one counts as no time. */
export function afterReview(before: Recall | null, at: number, rating: Rating): Recall {
  const last = Math.max(at, before?.last ?? at);
  const memory = nextMemory(before, daysSince(before?.last ?? at, last), rating);
  return {
    ...memory,
    due: last + intervalDays(memory) * DAY_MS,
    last,
    lastRating: rating,
    reviews: (before?.reviews ?? 0) + 1,
    lapses: (before?.lapses ?? 0) + Number(before !== null && rating === "again"),
  };
}

/** The chance, 0..1, that the question would be answered at a time (ms); 1 before the last review. */
export function retrievability(recall: Recall, at: number): number {
  return chanceAfter(recall, daysSince(recall.last, at));
}

const daysSince = (from: number, to: number): number => Math.max(0, (to - from) / DAY_MS);
