import type { PointVerdict } from "./assessment.ts";
import { CUT, type Cut } from "./cut.ts";
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

function pick(finding: Finding, cut: Cut): PointVerdict {
  if (finding.accusation >= CUT.contradicted) return "contradicted";
  if (finding.support >= cut.covered) return "covered";
  return finding.support >= cut.partly ? "partly" : "missing";
}
