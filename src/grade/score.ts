import type { Assessment, PointVerdict } from "./assessment.ts";
import type { EnoughOf } from "./enough-of.ts";

/** What a score depends on beside the verdicts; every prepared question has it. */
export interface Weighing {
  /** 0 for a bonus point. */
  readonly points: readonly { readonly weight: number }[];
  readonly enough: EnoughOf | null;
}

/** What a verdict is worth. */
export const WORTH: Readonly<Record<PointVerdict, number>> = {
  covered: 1,
  partly: 0.5,
  missing: 0,
  contradicted: 0,
};
/** Cut-offs of the label: a small slip does not spoil a full answer, a single small point does not make a half one. */
const COVERED_FROM = 0.85;
const PARTLY_FROM = 0.25;

/** Weights as the score counts them: a question of bonus points alone counts those. */
export function weightsOf(question: Weighing): number[] {
  const weights = question.points.map((point) => point.weight);
  return weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
}

/** Weighted mean over the essential points; over the best of them when the task asks for fewer. */
export function scoreOf(verdicts: readonly PointVerdict[], question: Weighing): number {
  const weights = weightsOf(question);
  if (question.enough !== null) {
    const { wanted } = question.enough;
    const best = verdicts.map((verdict, i) => (weights[i] ? WORTH[verdict] : 0)).sort((a, b) => b - a);
    return best.slice(0, wanted).reduce((sum, worth) => sum + worth, 0) / wanted;
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const earned = verdicts.reduce((sum, verdict, i) => sum + WORTH[verdict] * (weights[i] ?? 0), 0);
  return total === 0 ? 0 : earned / total;
}

/** One word for the whole: contradicted as soon as an essential point is. */
export function labelOf(
  verdicts: readonly PointVerdict[],
  score: number,
  question: Weighing,
): Assessment["label"] {
  if (verdicts.length === 0) return "ungraded";
  const weights = weightsOf(question);
  if (verdicts.some((verdict, i) => verdict === "contradicted" && (weights[i] ?? 0) > 0))
    return "contradicted";
  if (score >= COVERED_FROM) return "covered";
  return score >= PARTLY_FROM ? "partly" : "missing";
}
