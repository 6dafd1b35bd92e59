import { createHash } from "node:crypto";
import { seededRandom } from "../../src/base/index.ts";
import { FEATURES } from "../../src/grade/features.ts";
import { CLASSES, type ForestFile, parseForest } from "../../src/grade/forest.ts";
import { boost } from "./boost.ts";
import { SEED, type TrainingData } from "./data.ts";
import type { Judgement } from "./figures.ts";
import { type Heard, judge } from "./hear.ts";

/** Parts of the cross-validation. */
export const FOLDS = 6;
/** What a made answer counts beside one that a person wrote: there are twice as many of them, and they are plain. */
export const MADE_WEIGHT = 0.1;
/** How the trees are grown. */
export const CHOICES = {
  rounds: 150,
  depth: 3,
  rate: 0.08,
  ridge: 4,
  leastLeaf: 4,
  rows: 0.7,
  features: 0.5,
};

/** What is left out of a training, to see what it brings. */
export interface Omission {
  /** Features that are not looked at. */
  readonly features?: ReadonlySet<string>;
  readonly madeAnswers?: boolean;
}

/** Grows a forest from what people labelled and from what was made. */
export function train(
  written: readonly Heard[],
  made: readonly Heard[],
  { features = new Set(), madeAnswers = false }: Omission = {},
): ForestFile {
  const kept = FEATURES.map((name) => !features.has(name));
  const set = { rows: [] as Float64Array[], classes: [] as number[], weights: [] as number[] };
  for (const [list, weight] of [
    [written, 1],
    [madeAnswers ? [] : made, MADE_WEIGHT],
  ] as const) {
    for (const { rows, answer } of list) {
      for (const [i, { id }] of answer.question.points.entries()) {
        const row = rows[i];
        const verdict = answer.verdicts[id];
        if (row === undefined || verdict === undefined) continue;
        set.rows.push(features.size === 0 ? row : row.map((value, at) => (kept[at] === true ? value : 0)));
        set.classes.push(CLASSES.indexOf(verdict));
        set.weights.push(weight);
      }
    }
  }
  const choices = { ...CHOICES, random: seededRandom(`${SEED} trees`) };
  return { version: 1, about: {}, features: FEATURES, ...boost(set, CLASSES.length, choices) };
}

/** The verdicts of trees that have seen no answer to the question they judge. */
export function crossValidate({ written, made }: TrainingData, omission: Omission = {}): Judgement[] {
  const judgements: Judgement[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = (heard: Heard): boolean => foldOf(heard) !== fold;
    const file = train(written.filter(seen), made.filter(seen), omission);
    const forest = parseForest(JSON.stringify(file));
    judgements.push(...written.filter((heard) => !seen(heard)).flatMap((heard) => judge(heard, forest)));
  }
  return judgements;
}

const foldOf = ({ answer }: Heard): number =>
  createHash("sha256").update(answer.question.id).digest().readUInt16BE(0) % FOLDS;
