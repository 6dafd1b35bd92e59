import type { PointVerdict, Verdict } from "../grade/index.ts";
import { findQuote } from "./find-quote.ts";
import { isOpen } from "./in-doubt.ts";
import type { AskedPoint, Opinion } from "./opinion.ts";

/** Verdicts on the ladder: a contradiction is worth as little as silence. */
const RUNG: Readonly<Record<PointVerdict, number>> = { contradicted: 0, missing: 0, partly: 1, covered: 2 };

/**
 * What becomes of the judge's verdict when a second rater was heard. A model can be talked into anything by the answer
 * it reads, so:
 *
 * - Only a verdict in doubt moves. So nothing is called contradicted that the judge was sure of.
 * - It moves by one rung at most: missing or contradicted < partly < covered. Between missing and covered, "partly" is
 *   what both can live with; between covered and contradicted too.
 * - Nothing becomes covered for which the judge found no words at all.
 * - Whoever says that something was said has words to show for it ({@link findQuote}); else nobody was heard.
 *
 * So an answer gains half a point's weight at most of each point in doubt, and only by words about that point.
 *
 * @returns the judge's own when it stands unheard; with `second` otherwise
 */
export function moveVerdict(
  first: Verdict,
  second: Opinion,
  point: AskedPoint,
  turns: readonly string[],
): Verdict {
  if (!isOpen(first)) return first;
  const quote = second.quote === null ? null : findQuote(second.quote, point, turns);
  if (quote === null && second.verdict !== "missing") return first;
  const verdict = meet(first, second.verdict);
  const decided = verdict !== first.verdict;
  const told = { verdict: second.verdict, quote: quote?.text ?? null, decided };
  if (!decided) return { ...first, second: told };
  const isLower = RUNG[verdict] < RUNG[first.verdict] && verdict !== "contradicted";
  return {
    ...first,
    verdict,
    evidence: verdict === "missing" ? null : isLower ? first.evidence : quote,
    // What the judge left to all other verdicts.
    p: 1 - first.p,
    correction: null,
    why: whyMoved(verdict, told.quote),
    lacks: null,
    second: told,
  };
}

function whyMoved(verdict: PointVerdict, quote: string | null): string {
  if (quote === null) return "A second rater does not find it said.";
  const what = {
    covered: "this says it",
    partly: "this says a part of it",
    contradicted: "this says the opposite",
  };
  return `A second rater thinks that ${verdict === "missing" ? "it is not said" : what[verdict]}: “${quote}”.`;
}

function meet(first: Verdict, wanted: PointVerdict): PointVerdict {
  if (Math.abs(RUNG[wanted] - RUNG[first.verdict]) > 1) return "partly";
  return wanted === "covered" && first.evidence === null ? first.verdict : wanted;
}
