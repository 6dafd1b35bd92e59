import type { FollowUp } from "../deck/index.ts";
import type { Assessment, Gradable, Grader } from "./assessment.ts";
import { FEATURES } from "./features.ts";
import { chooseFollowUp } from "./follow-up.ts";
import type { Forest } from "./forest.ts";
import { isJudgedNeutrally } from "./judge-neutrally.ts";
import type { PointState } from "./point-state.ts";
import { type PreparedQuestion, prepareQuestion } from "./prepare-question.ts";
import { labelOf, scoreOf, weightsOf } from "./score.ts";
import { addTurn, unsaid } from "./turns.ts";
import { judgeWhole } from "./whole-answer.ts";
import { WHOLE_FEATURES } from "./whole-features.ts";
import type { WholeModel } from "./whole-model.ts";
import type { WordData } from "./word-data.ts";

/** Raised whenever a verdict may come out otherwise than before. */
const VERSION = "words-6";
/** More turns than any interview has; older ones are left out. */
const MOST_TURNS = 12;

/**
 * What of a whole answer's worth does not hang on its points. The sets it was weighed on hold hardly anybody who talks
 * well and wrongly of a field: by itself it gave half marks to two of three such answers.
 */
const OWN = 0.5;

/** What a judge is made of. */
export interface GraderData {
  readonly words: WordData;
  /** Weighs the rules' findings; without it they decide by themselves. */
  readonly forest: Forest | null;
  /** Weighs whole answers where points are those that a reference gives; without it such points add up as an author's do. */
  readonly whole: WholeModel | null;
}

/**
 * The judge that works by words alone: clauses of the answer are set against each point and its variants, with
 * synonyms, negation and opposites. Deterministic and offline.
 *
 * @example
 * const words = parseWordData(await readFile("data/grade/words.txt"));
 * const forest = parseForest(await readFile("data/grade/forest.json", "utf8"));
 * const whole = parseWholeModel(await readFile("data/grade/whole.json", "utf8"));
 * const grader = createGrader({ words, forest, whole });
 * const { score, verdicts, followUp } = grader.assess(question, "it only lives for five minutes");
 */
export function createGrader({ words, forest, whole }: GraderData): Grader {
  if (forest !== null && forest.features.join() !== FEATURES.join())
    throw new TypeError("the forest was trained on other features than are measured: npm run train:grade");
  if (whole !== null && whole.features.join() !== WHOLE_FEATURES.join())
    throw new TypeError("the weights were trained on other features than are measured: npm run train:whole");
  const prepared = new WeakMap<Gradable, PreparedQuestion>();
  const prepare = (question: Gradable): PreparedQuestion => {
    const known = prepared.get(question);
    if (known !== undefined) return known;
    const value = prepareQuestion(question, words, forest);
    prepared.set(question, value);
    return value;
  };
  return {
    version: VERSION,
    assess: (question, answer, earlierTurns = []) =>
      assess(question, prepare(question), [...earlierTurns, answer], whole),
  };
}

function assess(
  question: Gradable,
  prepared: PreparedQuestion,
  turns: readonly string[],
  model: WholeModel | null,
): Assessment {
  let states = unsaid(prepared);
  let isAnyNeutral = false;
  const asked: FollowUp[] = [];
  for (const [turn, text] of turns.entries()) {
    if (turn < turns.length - MOST_TURNS) continue;
    const next = turn === 0 ? null : chooseFollowUp(question, prepared, states, asked);
    if (next !== null) asked.push(next);
    const target = prepared.points.findIndex((point) => point.point.id === next?.point);
    const isNeutral = isJudgedNeutrally(prepared, text);
    isAnyNeutral ||= isNeutral;
    states = addTurn(states, prepared, { text, turn, asked: target, isNeutral });
  }
  const verdicts = states.map((state) => state.verdict);
  const score = scoreOf(verdicts, prepared);
  const byPoints = { score, label: labelOf(verdicts, score, prepared), doubt: doubtOf(states, prepared) };
  // What the person overruled before stands in the points alone.
  const isOverruled = states.some(({ isOwn }) => isOwn);
  const isWhole = !isOverruled && !isAnyNeutral;
  const whole = isWhole ? judgeWhole(prepared, turns.slice(-MOST_TURNS), states, model) : null;
  return {
    ...(whole === null ? byPoints : { ...whole, score: whole.score * (OWN + (1 - OWN) * score) }),
    verdicts: prepared.points.flatMap(({ point }, i) => {
      const state = states[i];
      if (state === undefined) return [];
      const { verdict, evidence, p, correction, why, lacks } = state;
      return [{ point: point.id, verdict, evidence, p, correction, why, lacks }];
    }),
    followUp: chooseFollowUp(question, prepared, states, asked),
  };
}

function doubtOf(states: readonly PointState[], prepared: PreparedQuestion): number {
  const weights = weightsOf(prepared);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? 0 : states.reduce((sum, state, i) => sum + state.doubt * (weights[i] ?? 0), 0) / total;
}
