import type { PointVerdict } from "../grade/index.ts";
import type { Review, ReviewVerdict } from "./event.ts";

// A kept review is scored as the judge scores an answer. The judge itself is not needed for that: `score.test.ts` holds
// these numbers to the judge's.

/** What a verdict is worth, of the weight of its point. */
const WORTH: Readonly<Record<PointVerdict, number>> = {
  covered: 1,
  partly: 0.5,
  missing: 0,
  contradicted: 0,
};
const COVERED_FROM = 0.85;
const PARTLY_FROM = 0.25;

/** Numbers that went through the same sum are the same up to this. */
const ROUNDING = 1e-9;

/** Weights as the score counts them: of bonus points alone, each counts as one. */
export function countedWeights(verdicts: readonly ReviewVerdict[]): number[] {
  const weights = verdicts.map(({ weight }) => (weight === "bonus" ? 0 : weight));
  return weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
}

/** Weighted mean over the essential points, 0..1; 0 when there is none. */
export function scoreOf(verdicts: readonly ReviewVerdict[]): number {
  const weights = countedWeights(verdicts);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const earned = verdicts.reduce((sum, { verdict }, at) => sum + WORTH[verdict] * (weights[at] ?? 0), 0);
  return total === 0 ? 0 : earned / total;
}

/**
 * The score of a review when its verdicts are these instead. "Name three of" is scored over the best three, and an event
 * does not say how many were wanted: it is the number that gives the score it holds. A score that is neither (another
 * judge's) moves by as much as the mean does.
 */
export function scoreAgain(
  review: Pick<Review, "score" | "verdicts">,
  verdicts: readonly ReviewVerdict[],
): number {
  const { score, verdicts: before } = review;
  const isHeld = (other: number) => Math.abs(other - score) < ROUNDING;
  if (isHeld(scoreOf(before))) return scoreOf(verdicts);
  for (let wanted = 1; wanted < before.length; wanted++) {
    if (isHeld(bestOf(before, wanted))) return bestOf(verdicts, wanted);
  }
  return Math.min(1, Math.max(0, score + scoreOf(verdicts) - scoreOf(before)));
}

function bestOf(verdicts: readonly ReviewVerdict[], wanted: number): number {
  const best = verdicts.map(({ verdict }) => WORTH[verdict]).sort((a, b) => b - a);
  return best.slice(0, wanted).reduce((sum, worth) => sum + worth, 0) / wanted;
}

/** One word for the whole, of a question that has points: contradicted as soon as an essential one is. */
export function labelOf(score: number, verdicts: readonly ReviewVerdict[]): PointVerdict {
  const weights = countedWeights(verdicts);
  if (verdicts.some(({ verdict }, at) => verdict === "contradicted" && (weights[at] ?? 0) > 0)) {
    return "contradicted";
  }
  if (score >= COVERED_FROM) return "covered";
  return score >= PARTLY_FROM ? "partly" : "missing";
}
