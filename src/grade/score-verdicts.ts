import type { Assessment, Gradable, PointVerdict } from "./assessment.ts";
import { pointsOf, weightOf } from "./points-of.ts";
import { labelOf, scoreOf } from "./score.ts";

/**
 * The score and the label that the judge gives when the points have these verdicts.
 * @param verdicts in the order of the question's points, as in an assessment of it
 */
export function scoreVerdicts(
  question: Gradable,
  verdicts: readonly PointVerdict[],
): Pick<Assessment, "score" | "label"> {
  const { points, enough } = pointsOf(question);
  const weighing = { points: points.map((point) => ({ weight: weightOf(point) })), enough };
  const score = scoreOf(verdicts, weighing);
  return { score, label: labelOf(verdicts, score, weighing) };
}
