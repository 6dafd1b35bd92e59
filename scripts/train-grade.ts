/**
 * Trains the judge's trees on the labelled answers beside the decks and on what the decks carry, and writes
 * data/grade/forest.json with the figures of a cross-validation by question:
 *
 *     npm run train:grade
 */
import { writeFileSync } from "node:fs";
import type { ForestFile } from "../src/grade/forest.ts";
import { readTrainingData, SEED } from "./train-grade/data.ts";
import { figuresOf } from "./train-grade/figures.ts";
import { judge } from "./train-grade/hear.ts";
import { CHOICES, crossValidate, FOLDS, MADE_WEIGHT, train } from "./train-grade/train.ts";

const data = readTrainingData();
const figures = {
  rules: figuresOf(data.written.flatMap((heard) => judge(heard, null))),
  trees: figuresOf(crossValidate(data)),
};
console.table(figures);
const file: ForestFile = {
  ...train(data.written, data.made),
  about: {
    by: "scripts/train-grade.ts",
    seed: SEED,
    data: { answers: data.written.length, made: data.made.length, sha256: data.hash },
    choices: { ...CHOICES, madeWeight: MADE_WEIGHT },
    crossValidation: { folds: FOLDS, by: "question", ...figures },
  },
};
writeFileSync(new URL("../data/grade/forest.json", import.meta.url), forestText(file));

/** One tree a line, so that a new training is a diff that can be looked at. */
function forestText({ trees, ...rest }: ForestFile): string {
  const head = JSON.stringify(rest, null, 1).replace(/\n\}$/, "");
  return `${head},\n "trees": [\n${trees.map((tree) => JSON.stringify(tree)).join(",\n")}\n]}\n`;
}
