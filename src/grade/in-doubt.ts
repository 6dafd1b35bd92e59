import type { Verdict } from "./assessment.ts";

/**
 * A verdict less probable than this is told as a guess, and asked about. On the labelled answers of the decks three in
 * ten are, and two of three of those are wrong; between this and .7 two of three are right.
 */
const IN_DOUBT = 0.6;

/** Whether the judge is unsure of a verdict: then it asks instead of asserting. */
export const isInDoubt = ({ p }: Pick<Verdict, "p">): boolean => p < IN_DOUBT;
