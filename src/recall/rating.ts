import type { Rating, Review, ReviewVerdict } from "./event.ts";
import { countedWeights } from "./score.ts";

const HARD_FROM = 0.4;
const GOOD_FROM = 0.7;
const EASY_FROM = 0.95;
/** Milliseconds. Whoever begins to type later had to search for it. */
const EASY_WITHIN_MS = 5000;

/**
 * The rating of a visit, from its evidence: nobody is asked how well they knew it. A question without points to judge by
 * goes by whether something was said.
 */
export function ratingOf({
  score,
  label,
  outcome,
  verdicts,
  firstKeyMs,
}: Pick<Review, "score" | "label" | "outcome" | "verdicts" | "firstKeyMs">): Rating {
  if (label === "ungraded") return outcome === "unknown" ? "again" : "good";
  if (score < HARD_FROM || isHeaviestContradicted(verdicts)) return "again";
  if (score < GOOD_FROM) return "hard";
  return score >= EASY_FROM && firstKeyMs !== null && firstKeyMs <= EASY_WITHIN_MS ? "easy" : "good";
}

/** A wrong belief about what matters most; of points that weigh the same, each may be that. */
function isHeaviestContradicted(verdicts: readonly ReviewVerdict[]): boolean {
  const weights = countedWeights(verdicts);
  const heaviest = Math.max(...weights);
  return verdicts.some(({ verdict }, at) => verdict === "contradicted" && weights[at] === heaviest);
}
