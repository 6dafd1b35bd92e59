import { fsrs } from "ts-fsrs";
import type { Rating } from "./event.ts";

// FSRS-6, the only file that knows ts-fsrs. Fuzz is off: a log gives the same state on every machine and each time it is
// derived. Its short-term steps are off: a question comes back after whole days, and a second look within a day teaches
// the model next to nothing.

/** What FSRS remembers of one question. */
export interface Memory {
  /** Days until the chance to recall has fallen to 90 %. */
  readonly stability: number;
  /** From 1 (easy) to 10. */
  readonly difficulty: number;
}

/** The chance to recall at which a question comes back. */
const RETENTION = 0.9;
/** Days. */
const LONGEST_INTERVAL = 365;

/**
 * The defaults of FSRS-6 (`default_w` of ts-fsrs 5.4.2), in its order. Written out, so that a newer library does not
 * change what a log means: other numbers are another model, and need a rebuild of recall.
 */
const PARAMETERS = [
  ["stability, in days, after a first again", 0.212],
  ["... after a first hard", 1.2931],
  ["... after a first good", 2.3065],
  ["... after a first easy", 8.2956],
  ["difficulty after a first again", 6.4133],
  ["how much easier a better first rating is", 0.8334],
  ["how much a rating moves the difficulty", 3.0194],
  ["how much the difficulty returns to that of easy", 0.001],
  ["growth of stability: its size, as a logarithm", 1.8722],
  ["... how it slows as stability grows", 0.1666],
  ["... how it gains from having nearly forgotten", 0.796],
  ["stability after forgetting: its size", 1.4835],
  ["... how difficulty lowers it", 0.0614],
  ["... how the stability before raises it", 0.2629],
  ["... how having long forgotten raises it", 1.6483],
  ["growth after hard, of that after good", 0.6014],
  ["growth after easy, of that after good", 1.8729],
  ["short-term steps, not used here", 0.5425],
  ["short-term steps, not used here", 0.0912],
  ["short-term steps, not used here", 0.0658],
  ["how the forgetting curve flattens", 0.1542],
] as const;

const GRADE: Readonly<Record<Rating, number>> = { again: 1, hard: 2, good: 3, easy: 4 };

const model = fsrs({
  w: PARAMETERS.map(([, value]) => value),
  request_retention: RETENTION,
  maximum_interval: LONGEST_INTERVAL,
  enable_fuzz: false,
  enable_short_term: false,
});

/**
 * Memory after a review.
 * @param before null when it is the first
 * @param days since the review before, 0 or more, parts of a day too
 */
export function nextMemory(before: Memory | null, days: number, rating: Rating): Memory {
  const { stability, difficulty } = model.next_state(before, days, GRADE[rating]);
  return { stability, difficulty };
}

/** Whole days from 1 to 365 until it is time to ask again. */
export function intervalDays({ stability }: Memory): number {
  // The days since the last review matter to fuzz alone.
  return model.next_interval(stability, 0);
}

/** The chance, 0..1, to recall so many days after the last review. */
export function chanceAfter({ stability }: Memory, days: number): number {
  return model.forgetting_curve(days, stability);
}
