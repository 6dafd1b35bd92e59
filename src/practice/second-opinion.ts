import { promptOf } from "../deck/index.ts";
import { type Assessment, type Gradable, pointsOf } from "../grade/index.ts";
import { pointsInDoubt, type Rater, withSecondOpinion } from "../rater/index.ts";

/**
 * Asks a second rater of the points that the judge is in doubt of. The assessment itself when there is no rater, no
 * doubt, or no answer: nobody waits longer than the rater does, and nothing fails.
 * @param turns all that was said, as it was judged
 */
export async function secondOpinion(
  rater: Rater | null,
  question: Gradable,
  turns: readonly string[],
  assessment: Assessment,
): Promise<Assessment> {
  const doubted = rater === null ? [] : pointsInDoubt(assessment);
  if (rater === null || doubted.length === 0) return assessment;
  const points = pointsOf(question).points.filter(({ id }) => doubted.includes(id));
  const opinions = await rater.rate({
    prompt: promptOf(question),
    reference: question.answer,
    points,
    turns,
  });
  if (opinions === null || opinions.length === 0) return assessment;
  return withSecondOpinion(assessment, opinions, question, turns).assessment;
}
