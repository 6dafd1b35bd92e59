import type { WholeCuts } from "../../src/grade/whole-model.ts";
import type { Weighed } from "./train.ts";

/** How well answers of one set were judged; null where the set does not tell. */
export interface WholeFigures {
  readonly answers: number;
  /** Correlation of the scores, and of those that the rules give. */
  readonly r: number;
  readonly rulesR: number;
  /** Of correct and other answers, those told apart at half marks; the same by the rules. */
  readonly twoWay: number | null;
  readonly rulesTwoWay: number | null;
  /** Mean F1 of correct, incorrect and contradictory. */
  readonly macroF1: number | null;
  readonly contradictionPrecision: number | null;
  readonly contradictionRecall: number | null;
}

/** Counts what was told and what is. */
export function wholeFiguresOf(all: readonly Weighed[], cuts: WholeCuts): WholeFigures {
  const isLabelled = all.some(({ answer }) => answer.label === "contradictory");
  const hasLabels = all.every(({ answer }) => answer.label !== null);
  const twoWay = (scoreOf: (one: Weighed) => number): number | null =>
    hasLabels ? share(all, (one) => scoreOf(one) >= cuts.covered === (one.answer.label === "correct")) : null;
  const table = isLabelled ? threeWay(all, cuts) : null;
  return {
    answers: all.length,
    r: correlation(all.map(({ worth, answer }) => [worth, answer.worth])),
    rulesR: correlation(all.map(({ answer }) => [answer.rules, answer.worth])),
    twoWay: twoWay(({ worth }) => worth),
    rulesTwoWay: twoWay(({ answer }) => answer.rules),
    macroF1: table?.macroF1 ?? null,
    contradictionPrecision: table?.precision ?? null,
    contradictionRecall: table?.recall ?? null,
  };
}

function threeWay(all: readonly Weighed[], cuts: WholeCuts) {
  const labels = ["correct", "incorrect", "contradictory"] as const;
  const told = all.map(({ worth, contradicted }) => {
    if (contradicted > cuts.contradicted) return "contradictory";
    return worth >= cuts.covered ? "correct" : "incorrect";
  });
  const of = (label: string) => {
    let [both, said, are] = [0, 0, 0];
    for (const [i, { answer }] of all.entries()) {
      if (told[i] === label) said += 1;
      if (answer.label === label) are += 1;
      if (told[i] === label && answer.label === label) both += 1;
    }
    return { f1: (2 * both) / (said + are || 1), precision: both / (said || 1), recall: both / (are || 1) };
  };
  const { precision, recall } = of("contradictory");
  const macroF1 = labels.reduce((sum, label) => sum + of(label).f1, 0) / labels.length;
  return { macroF1, precision, recall };
}

function share<T>(list: readonly T[], holds: (one: T) => boolean): number {
  return list.filter(holds).length / (list.length || 1);
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[at], 0) / (pairs.length || 1);
  const [x, y] = [mean(0), mean(1)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [a, b] of pairs) {
    xy += (a - x) * (b - y);
    xx += (a - x) ** 2;
    yy += (b - y) ** 2;
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}
