import type { Question } from "../deck/index.ts";
import { type JudgedTurns, judgeTurns } from "./judge-turns.ts";
import { secondOpinion } from "./second-opinion.ts";
import type { Workplace } from "./workplace.ts";

/**
 * Judges all that was said to a question; where the person named a second rater, it is heard of what the judge is in
 * doubt of. An answer that was rated before is not sent again.
 * @param question as `readyQuestion` makes it
 * @throws VivaError VIVA_USAGE when the second rater is not named rightly
 */
export async function judgeReady(
  workplace: Pick<Workplace, "grader" | "rater">,
  question: Question,
  texts: readonly string[],
): Promise<JudgedTurns> {
  const { turns, assessment } = judgeTurns(await workplace.grader(), question, texts);
  return { turns, assessment: await secondOpinion(await workplace.rater(), question, turns, assessment) };
}
