import { createHash } from "node:crypto";
import { chanceOf, type Weighing } from "../../src/grade/whole-model.ts";
import { type Graded, MEASURED_ONLY, SETS } from "./data.ts";
import { type FitChoices, fitLogistic } from "./fit.ts";

/** Parts of the cross-validation. */
export const FOLDS = 5;
/** How the weights are fitted. */
export const CHOICES = {
  worth: { ridge: 10, spread: 3, steps: 12 },
  contradiction: { ridge: 10, spread: 2, steps: 12 },
} satisfies Record<string, FitChoices>;
/** Sets that tell contradictory answers from merely wrong ones. */
const CONTRADICTED = new Set(["scientsbank", "beetle"]);

/** The two weighings of the judge. */
export interface Trained {
  readonly worth: Weighing;
  readonly contradiction: Weighing;
}

/** An answer with what weights say of it that have not seen its question. */
export interface Weighed {
  readonly answer: Graded;
  readonly worth: number;
  readonly contradicted: number;
}

/** Fits both weighings; each set counts the same, and in it each question by the root of its answers. */
export function train(answers: readonly Graded[]): Trained {
  const contradictions = answers.filter(({ set }) => CONTRADICTED.has(set));
  const rows = (list: readonly Graded[], targetOf: (one: Graded) => number) => {
    const weights = weightsOf(list);
    return list.map((one, i) => ({
      row: one.row,
      target: targetOf(one),
      group: one.question,
      weight: weights[i] ?? 0,
    }));
  };
  const isContradicted = ({ label }: Graded): number => Number(label === "contradictory");
  return {
    worth: fitLogistic(
      rows(answers, ({ worth }) => worth),
      CHOICES.worth,
    ),
    contradiction: fitLogistic(rows(contradictions, isContradicted), CHOICES.contradiction),
  };
}

function weightsOf(answers: readonly Graded[]): number[] {
  const perQuestion = new Map<string, number>();
  for (const { question } of answers) perQuestion.set(question, (perQuestion.get(question) ?? 0) + 1);
  const raw = answers.map(({ question }) => 1 / Math.sqrt(perQuestion.get(question) ?? 1));
  const perSet = new Map<string, number>();
  for (const [i, { set }] of answers.entries()) perSet.set(set, (perSet.get(set) ?? 0) + (raw[i] ?? 0));
  const share = answers.length / Math.max(1, perSet.size);
  return raw.map((one, i) => (one * share) / (perSet.get(answers[i]?.set ?? "") ?? 1));
}

const weigh = ({ worth, contradiction }: Trained, answer: Graded): Weighed => ({
  answer,
  worth: chanceOf(worth, answer.row),
  contradicted: chanceOf(contradiction, answer.row),
});

/**
 * Each answer by weights that have seen none to its question; what is measured only, by weights that have seen none of its
 * set.
 */
export function crossValidate(answers: readonly Graded[]): Weighed[] {
  const isMeasuredOnly = ({ set }: Graded): boolean => MEASURED_ONLY.some((one) => one === set);
  const learned = answers.filter((one) => !isMeasuredOnly(one));
  const out: Weighed[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const trained = train(learned.filter((one) => foldOf(one) !== fold));
    out.push(...learned.filter((one) => foldOf(one) === fold).map((one) => weigh(trained, one)));
  }
  const all = train(learned);
  return [...out, ...answers.filter(isMeasuredOnly).map((one) => weigh(all, one))];
}

/** Each set by weights learned from the other sets alone. */
export function acrossSets(answers: readonly Graded[]): Weighed[] {
  return SETS.flatMap((set) => {
    const others = answers.filter((one) => one.set !== set && SETS.some((other) => other === one.set));
    const trained = train(others);
    return answers.filter((one) => one.set === set).map((one) => weigh(trained, one));
  });
}

const foldOf = ({ question }: Graded): number =>
  createHash("sha256").update(question).digest().readUInt16BE(0) % FOLDS;
