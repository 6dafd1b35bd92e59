import type { HeardWhole } from "./heard-whole.ts";
import { conflictFeatures } from "./whole-conflict.ts";
import type { WholeReference } from "./whole-reference.ts";
import { meet, wordFeatures } from "./whole-words.ts";
import type { WordData } from "./word-data.ts";

/**
 * What is measured of a whole answer against a whole reference, in the order of a row. As with {@link FEATURES} nothing of
 * it says how long either is, and nothing is the same for all answers to one question: such numbers tell the questions of a
 * training apart, and of another question nothing.
 */
export const WHOLE_FEATURES = [
  // Share of the reference that is met: by weight, with the question's words at half, with rare words first, stem by stem.
  "recall",
  "recallHalf",
  "recallSteep",
  "recallExact",
  // Share of the answer that the reference holds; the same balanced with recall where the question helps with neither.
  "precision",
  "balanceOutside",
  // Share of the answer in common and in rare words that nobody asked for.
  "newCommon",
  "newRare",
  // Spelling and order.
  "lettersOutside",
  "letters",
  "pairs",
  "order",
  // The best single clause.
  "clausePrecision",
  "clauseBalance",
  // What the points' verdicts add up to.
  "rules",
  // What speaks against it.
  "stance",
  "choice",
  "directions",
  "directionsOpposed",
  "directionsTurned",
  "negatedByAnswer",
  "negatedByReference",
  "negativesDiffer",
  "contrasted",
  "namesMissed",
  "otherNames",
  "agreeing",
  "clashing",
] as const;

/**
 * A row in the order of {@link WHOLE_FEATURES}.
 * @param rules the score by the verdicts on the points
 */
export function wholeFeaturesOf(
  reference: WholeReference,
  heard: HeardWhole,
  rules: number,
  data: WordData,
): Float64Array {
  const met = meet(reference, heard);
  const row: Record<(typeof WHOLE_FEATURES)[number], number> = {
    ...wordFeatures(reference, heard, met, data),
    ...conflictFeatures(reference, heard, met, data),
    rules,
  };
  return Float64Array.from(WHOLE_FEATURES, (name) => row[name]);
}
