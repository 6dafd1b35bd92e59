import type { PointVerdict } from "./assessment.ts";
import { CUT, type Cut } from "./cut.ts";
import type { Chances } from "./forest.ts";
import type { Finding } from "./judge-point.ts";

/** How fast certainty grows with the distance from a cut-off. */
const STEEPNESS = 12;

/** A verdict and how probable each verdict is. */
export interface Judged {
  readonly verdict: PointVerdict;
  readonly p: number;
  /** 1 less the distance to the second most probable verdict. */
  readonly doubt: number;
}

/** Turns what was found into a verdict: ordered cut-offs on the support, the accusation before them. */
export function decide(finding: Finding, cut: Cut = CUT): Judged {
  const above = (level: number): number => 1 / (1 + Math.exp(-STEEPNESS * (finding.support - level)));
  const atLeastPartly = above(cut.partly);
  const atLeastCovered = Math.min(atLeastPartly, above(cut.covered));
  const accused =
    finding.accusation === 0 ? 0 : 1 / (1 + Math.exp(-STEEPNESS * (finding.accusation - CUT.contradicted)));
  const chances: Record<PointVerdict, number> = {
    covered: (1 - accused) * atLeastCovered,
    partly: (1 - accused) * (atLeastPartly - atLeastCovered),
    missing: (1 - accused) * (1 - atLeastPartly),
    contradicted: accused,
  };
  const verdict = pick(finding, cut);
  const p = chances[verdict];
  const rival = Math.max(...Object.entries(chances).map(([name, chance]) => (name === verdict ? 0 : chance)));
  return { verdict, p, doubt: Math.min(1, Math.max(0, 1 - (p - rival))) };
}

/** Expected worth of a point (covered 1, partly 1/2) from which on it is covered, and partly covered. */
const WORTH = { covered: 0.65, partly: 0.3 };
/** Chance from which on a point is called contradicted: a wrong accusation costs more trust than a missed one. */
const ACCUSED = 0.6;
/** What is told word for word, or denied in its own sentence, leaves little doubt. */
const PLAIN = 0.98;
const PLAIN_ACCUSATION = 0.8;

/**
 * Turns the trained judge's chances into a verdict. What the rules are sure of stands, and no verdict goes without words
 * of the answer to show for it.
 */
export function decideByChances(finding: Finding, chances: Chances): Judged {
  if (finding.literal) return { verdict: "covered", p: PLAIN, doubt: 1 - PLAIN };
  const verdict = pickByChances(finding, chances);
  if (verdict === "contradicted" && finding.plainly)
    return { verdict, p: Math.max(PLAIN_ACCUSATION, chances[verdict]), doubt: 1 - PLAIN_ACCUSATION };
  const p = chances[verdict];
  const rival = Math.max(...Object.entries(chances).map(([name, chance]) => (name === verdict ? 0 : chance)));
  return { verdict, p, doubt: Math.min(1, Math.max(0, 1 - (p - rival))) };
}

function pickByChances(finding: Finding, chances: Chances): PointVerdict {
  const accused = finding.accused ?? finding.error?.window ?? null;
  if (finding.plainly && finding.accusation >= CUT.contradicted) return "contradicted";
  if (chances.contradicted > ACCUSED && accused !== null) return "contradicted";
  if (finding.said === null) return "missing";
  const worth = chances.covered + chances.partly / 2;
  if (worth >= WORTH.covered) return "covered";
  return worth >= WORTH.partly ? "partly" : "missing";
}

function pick(finding: Finding, cut: Cut): PointVerdict {
  if (finding.accusation >= CUT.contradicted) return "contradicted";
  if (finding.support >= cut.covered) return "covered";
  return finding.support >= cut.partly ? "partly" : "missing";
}
