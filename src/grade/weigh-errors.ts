import type { Window } from "./align.ts";
import { CUT } from "./cut.ts";
import type { Finding } from "./judge-point.ts";

/** What one misconception held elsewhere adds to the log-odds of another; whoever errs once errs more easily again. */
const PER_ERROR = 1.2;
const MOST_ERRORS = 2;
/** Share of a support that each misconception held elsewhere costs, unless the point is said word for word. */
const COST = 0.15;
/** Log-odds below which one suspicion lends nothing to another. */
const SURE = -0.6;
/** Log-odds from which on a misconception is called one. */
const CALLED = -0.6;
/** Log-odds from which on it is doubtful whether the words of the misconception say the point. */
const DOUBTFUL = -1.4;
/** What a point can have at most while that is doubtful: half said. */
const IN_DOUBT = CUT.covered - 0.02;
/** What it can have when the words are an error on another point. */
const NOT_SAID = CUT.partly - 0.02;

/** Decides on the misconceptions of one turn, all points together. */
export function weighErrors(findings: readonly Finding[]): Finding[] {
  const chances = findings.map(chanceOf);
  const sum = chances.reduce((total, one) => total + one, 0);
  return findings.map((finding, i) =>
    weigh(finding, Math.min(MOST_ERRORS, sum - (chances[i] ?? 0)), isTaken(finding, findings)),
  );
}

/** Whether other words than those of a likelier error are missing to make a finding suspicious: one clause is one error. */
function isTaken(finding: Finding, findings: readonly Finding[]): boolean {
  const { error } = finding;
  if (error === null || error.odds >= CALLED) return false;
  return findings.some(
    (other) =>
      other !== finding &&
      other.error !== null &&
      other.error.odds > error.odds &&
      other.error.window.from <= error.window.from &&
      other.error.window.to >= error.window.to,
  );
}

function weigh(before: Finding, others: number, taken: boolean): Finding {
  const finding = before.literal ? before : { ...before, support: before.support * (1 - COST * others) };
  const { error, said, support } = finding;
  if (error === null || finding.accusation > 0) return finding;
  const odds = error.odds + PER_ERROR * others;
  const chance = logistic(odds - CALLED + Math.log(CUT.contradicted / (1 - CUT.contradicted)));
  const same = said !== null && overlap(said.window, error.window);
  if (chance >= CUT.contradicted && (same || chance > support)) {
    // One clause is one error: of another point it says neither the truth nor, surely, the opposite.
    if (taken) return same ? { ...finding, support: Math.min(support, NOT_SAID) } : finding;
    return { ...finding, accusation: chance, accused: error.window, correction: error.correction };
  }
  return same && odds >= DOUBTFUL ? { ...finding, support: Math.min(support, IN_DOUBT) } : finding;
}

const chanceOf = (finding: Finding): number => {
  if (finding.accusation > 0) return Math.min(1, finding.accusation);
  return finding.error === null || finding.error.odds < SURE ? 0 : logistic(finding.error.odds);
};

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

const overlap = (a: Window, b: Window): boolean => a.from < b.to && a.to > b.from;
