import type { PointId } from "../base/index.ts";
import { type Assessment, isInDoubt, type Verdict } from "../grade/index.ts";

/** Whether a second rater is asked, and heeded, of this verdict: once, so that it moves by one step and not by two. */
export const isOpen = (verdict: Verdict): boolean => isInDoubt(verdict) && verdict.second === undefined;

/** The points that a second rater is asked of, in their order; none when the judge is sure of all. */
export function pointsInDoubt({ verdicts }: Pick<Assessment, "verdicts">): PointId[] {
  return verdicts.filter(isOpen).map(({ point }) => point);
}
