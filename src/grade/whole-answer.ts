import type { Assessment } from "./assessment.ts";
import { heardWhole, saysAnything } from "./heard-whole.ts";
import type { PointState } from "./point-state.ts";
import type { PreparedQuestion } from "./prepare-question.ts";
import { scoreOf } from "./score.ts";
import { hear } from "./spoken.ts";
import { wholeFeaturesOf } from "./whole-features.ts";
import type { WholeModel } from "./whole-model.ts";
import { shareInOrder } from "./whole-words.ts";

/** What a whole answer is worth beside its points. */
export type WholeJudgement = Pick<Assessment, "score" | "label" | "doubt">;

const NOTHING_SAID: WholeJudgement = { score: 0, label: "missing", doubt: 0 };

/**
 * Weighs all turns as one answer against the whole reference; null where an author wrote the points, which then are all that
 * counts. Points that a reference was cut into tell what was said and not how much of a good answer it is.
 */
export function judgeWhole(
  question: PreparedQuestion,
  turns: readonly string[],
  states: readonly PointState[],
  model: WholeModel | null,
): WholeJudgement | null {
  if (model === null || question.whole === null) return null;
  const { data } = question.terms;
  const spoken = hear(turns.join("\n"), question);
  if (!saysAnything(spoken, question.promptStems)) return NOTHING_SAID;
  const rules = scoreOf(
    states.map(({ verdict }) => verdict),
    question,
  );
  const heard = heardWhole(spoken, data);
  const row = wholeFeaturesOf(question.whole, heard, rules, data);
  const { worth, contradicted } = model.weigh(row);
  const literal = literalShare(states, question) * shareInOrder(question.whole, heard);
  const score = Math.max(worth, literal);
  const doubt = 1 - Math.abs(2 * score - 1);
  return { score, label: labelOf(score, literal === 1 ? 0 : contradicted, model), doubt };
}

/** Score by the points that an answer says in all their words: whoever says the reference itself has all of it. */
function literalShare(states: readonly PointState[], question: PreparedQuestion): number {
  return scoreOf(
    states.map(({ verdict, support }) => (verdict === "covered" && support >= 1 ? "covered" : "missing")),
    question,
  );
}

function labelOf(score: number, contradicted: number, { cuts }: WholeModel): Assessment["label"] {
  if (contradicted > cuts.contradicted) return "contradicted";
  if (score >= cuts.covered) return "covered";
  return score >= cuts.partly ? "partly" : "missing";
}
