import type { PointId } from "../base/index.ts";
import type { Assessment, Verdict } from "../grade/index.ts";

/**
 * A verdict less probable than this is in doubt. On the labelled answers of the decks three in ten are, and two of three
 * of those are wrong; between this and .7 two of three are right.
 */
const IN_DOUBT = 0.6;

/** Whether a second rater is asked, and heeded, of this verdict: once, so that it moves by one step and not by two. */
export const isInDoubt = ({ p, second }: Verdict): boolean => p < IN_DOUBT && second === undefined;

/** The points that a second rater is asked of, in their order; none when the judge is sure of all. */
export function pointsInDoubt({ verdicts }: Pick<Assessment, "verdicts">): PointId[] {
  return verdicts.filter(isInDoubt).map(({ point }) => point);
}
