/**
 * Trains the judge's trees on the labelled answers beside the decks and on what the decks carry, and writes
 * data/grade/forest.json with the figures of a cross-validation by question:
 *
 *     npm run train:grade [-- --figures]      (--figures: measures, writes nothing)
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { seededRandom } from "../src/base/index.ts";
import { parseQuestion, type Question } from "../src/deck/index.ts";
import { FEATURES } from "../src/grade/features.ts";
import { CLASSES, type ForestFile, parseForest } from "../src/grade/forest.ts";
import { parseWordData } from "../src/grade/word-data.ts";
import { boost, type TrainingSet } from "./train-grade/boost.ts";
import { figuresOf, type Judgement } from "./train-grade/figures.ts";
import { type Heard, hearAnswer, judge } from "./train-grade/hear.ts";
import { type LabelledAnswer, madeAnswers } from "./train-grade/rows.ts";

const DECKS = ["api", "docker", "python"];
const SEED = "vivarium";
const FOLDS = 6;
/** What a made answer counts beside one that a person wrote: there are four times as many of them, and they are plain. */
const MADE_WEIGHT = 0.1;
const CHOICES = { rounds: 150, depth: 3, rate: 0.08, ridge: 4, leastLeaf: 4, rows: 0.7, features: 0.5 };

const at = (path: string): URL => new URL(`../${path}`, import.meta.url);
const words = parseWordData(readFileSync(at("data/grade/words.txt")));
const hash = createHash("sha256");
const read = (path: string): string => {
  const text = readFileSync(at(path), "utf8");
  hash.update(text);
  return text;
};

const questions = new Map<string, Question>();
const written: LabelledAnswer[] = [];
for (const deck of DECKS) {
  for (const name of readdirSync(at(`decks/${deck}`)).sort()) {
    if (!/^\d.*\.md$/.test(name)) continue;
    const file = parseQuestion(name, read(`decks/${deck}/${name}`));
    if (!file.ok) throw new Error(`decks/${deck}/${name} cannot be read: npm run dev -- lint decks/${deck}`);
    questions.set(file.question.id, file.question);
  }
  for (const line of read(`decks/${deck}/answers.jsonl`).trim().split("\n")) {
    const { question: id, ...rest } = JSON.parse(line);
    const question = questions.get(id);
    if (question === undefined) throw new Error(`answers.jsonl of ${deck}: no question ${id}`);
    written.push({ question, ...rest });
  }
}
const strong = new Map(
  written.filter(({ kind }) => kind === "strong").map(({ question, answer }) => [question.id, answer]),
);
const made = madeAnswers([...questions.values()], strong, seededRandom(`${SEED} made`));
const hear = (answer: LabelledAnswer): Heard => hearAnswer(answer, words);
const writtenHeard = written.map(hear);
const madeHeard = made.map(hear);

function train(one: readonly Heard[], two: readonly Heard[]): ForestFile {
  const set: { rows: Float64Array[]; classes: number[]; weights: number[] } = {
    rows: [],
    classes: [],
    weights: [],
  };
  for (const [list, weight] of [
    [one, 1],
    [two, MADE_WEIGHT],
  ] as const) {
    for (const { rows, answer } of list) {
      for (const [i, { id }] of answer.question.points.entries()) {
        const row = rows[i];
        const verdict = answer.verdicts[id];
        if (row === undefined || verdict === undefined) continue;
        set.rows.push(row);
        set.classes.push(CLASSES.indexOf(verdict));
        set.weights.push(weight);
      }
    }
  }
  const trained: TrainingSet = set;
  const random = seededRandom(`${SEED} trees`);
  return {
    version: 1,
    about: {},
    features: FEATURES,
    ...boost(trained, CLASSES.length, { ...CHOICES, random }),
  };
}

/** Questions of one fold are judged by trees that have seen none of their answers. */
const foldOf = ({ answer }: Heard): number =>
  createHash("sha256").update(answer.question.id).digest().readUInt16BE(0) % FOLDS;
const byRules = writtenHeard.flatMap((heard) => judge(heard, null));
const byTrees: Judgement[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const inFold = (heard: Heard): boolean => foldOf(heard) === fold;
  const seen = (heard: Heard): boolean => !inFold(heard);
  const forest = parseForest(JSON.stringify(train(writtenHeard.filter(seen), madeHeard.filter(seen))));
  byTrees.push(...writtenHeard.filter(inFold).flatMap((heard) => judge(heard, forest)));
}
const figures = {
  rules: figuresOf(byRules),
  trees: figuresOf(byTrees),
  ...Object.fromEntries(
    DECKS.map((deck) => [deck, figuresOf(byTrees.filter(({ question }) => question.startsWith(`${deck}-`)))]),
  ),
  ...Object.fromEntries(
    [...new Set(written.map(({ kind }) => kind))].map((kind) => [
      kind,
      figuresOf(byTrees.filter((each) => each.kind === kind)),
    ]),
  ),
};
console.table(figures);
if (!process.argv.includes("--figures")) {
  const file: ForestFile = {
    ...train(writtenHeard, madeHeard),
    about: {
      by: "scripts/train-grade.ts",
      seed: SEED,
      data: { answers: written.length, made: made.length, sha256: hash.digest("hex") },
      choices: { ...CHOICES, madeWeight: MADE_WEIGHT },
      crossValidation: { folds: FOLDS, by: "question", rules: figures.rules, trees: figures.trees },
    },
  };
  writeFileSync(at("data/grade/forest.json"), forestText(file));
}

/** One tree a line, so that a new training is a diff that can be looked at. */
function forestText({ trees, ...rest }: ForestFile): string {
  const head = JSON.stringify(rest, null, 1).replace(/\n\}$/, "");
  return `${head},\n "trees": [\n${trees.map((tree) => JSON.stringify(tree)).join(",\n")}\n]}\n`;
}
