import type { PointId } from "../base/index.ts";
import {
  type Assessment,
  type Gradable,
  type PointVerdict,
  pointsOf,
  scoreVerdicts,
} from "../grade/index.ts";
import { moveVerdict } from "./move-verdict.ts";
import type { Opinion } from "./opinion.ts";

/** A point whose verdict a second rater moved. */
export interface ChangedPoint {
  readonly point: PointId;
  /** The judge's. */
  readonly first: PointVerdict;
  /** The second rater's. */
  readonly second: PointVerdict;
  /** What holds: see `moveVerdict`. */
  readonly now: PointVerdict;
}

/**
 * An assessment with what a second rater said of it. Score and label follow from the verdicts as the judge makes them
 * follow; nobody asks on for what has become covered. Doubt stays the judge's own.
 * @param turns all that was said, as it was judged; evidence counts in them
 */
export function withSecondOpinion(
  assessment: Assessment,
  opinions: readonly Opinion[],
  question: Gradable,
  turns: readonly string[],
): { readonly assessment: Assessment; readonly changed: readonly ChangedPoint[] } {
  const { points } = pointsOf(question);
  const changed: ChangedPoint[] = [];
  const verdicts = assessment.verdicts.map((first) => {
    const point = points.find(({ id }) => id === first.point);
    const opinion = opinions.find((each) => each.point === first.point);
    if (point === undefined || opinion === undefined) return first;
    const moved = moveVerdict(first, opinion, point, turns);
    if (moved.verdict !== first.verdict) {
      changed.push({
        point: first.point,
        first: first.verdict,
        second: opinion.verdict,
        now: moved.verdict,
      });
    }
    return moved;
  });
  if (changed.length === 0) return { assessment: { ...assessment, verdicts }, changed };
  const was = scoreVerdicts(question, verdictsOf(assessment.verdicts));
  const now = scoreVerdicts(question, verdictsOf(verdicts));
  // A score that is not that of the points (a whole answer was weighed) moves by as much as theirs does.
  const moved = Math.min(1, Math.max(0, assessment.score + now.score - was.score));
  const score = assessment.score === was.score ? now.score : moved;
  const { followUp } = assessment;
  const isCovered = verdicts.some(({ point, verdict }) => point === followUp?.point && verdict === "covered");
  return {
    assessment: { ...assessment, score, label: now.label, verdicts, followUp: isCovered ? null : followUp },
    changed,
  };
}

const verdictsOf = (all: Assessment["verdicts"]): PointVerdict[] => all.map(({ verdict }) => verdict);
