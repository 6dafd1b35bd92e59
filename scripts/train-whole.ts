/**
 * Trains the weights of whole answers (data/grade/whole.json) on graded answers that are not part of the repository, and
 * writes them with the figures of a cross-validation by question and of one across the sets:
 *
 *     npm run train:whole -- FOLDER
 *
 * FOLDER holds scientsbank, beetle, saf and digiklausur, which are learned from, and mohler, which is only measured, each as
 * NAME.jsonl.gz.
 */
import { writeFileSync } from "node:fs";
import { WHOLE_FEATURES } from "../src/grade/whole-features.ts";
import type { WholeCuts, WholeFile } from "../src/grade/whole-model.ts";
import { MEASURED_ONLY, readGradedData, SETS } from "./train-whole/data.ts";
import { wholeFiguresOf } from "./train-whole/figures.ts";
import { acrossSets, CHOICES, crossValidate, FOLDS, train, type Weighed } from "./train-whole/train.ts";

/** Set by hand on the figures of the cross-validation. */
const CUTS: WholeCuts = { covered: 0.5, partly: 0.25, contradicted: 0.4 };

const [, , folder] = process.argv;
if (folder === undefined) {
  process.stderr.write("usage: train-whole.ts FOLDER\n");
  process.exit(2);
}
const { answers, hash } = readGradedData(folder);
console.log(`SHA-256 of the data: ${hash}`);
const bySet = (all: readonly Weighed[]) =>
  Object.fromEntries(
    [...new Set(all.map(({ answer }) => answer.set))].sort().map((set) => [
      set,
      rounded(
        wholeFiguresOf(
          all.filter(({ answer }) => answer.set === set),
          CUTS,
        ),
      ),
    ]),
  );
const unseenQuestions = bySet(crossValidate(answers));
const unseenSets = bySet(acrossSets(answers));
console.table(unseenQuestions);
console.table(unseenSets);
const learned = answers.filter(({ set }) => SETS.some((one) => one === set));
const file: WholeFile = {
  version: 1,
  about: {
    by: "scripts/train-whole.ts",
    data: { sets: SETS, answers: learned.length, sha256: hash, measuredOnly: MEASURED_ONLY },
    choices: CHOICES,
    unseenQuestions: { folds: FOLDS, by: "question", ...unseenQuestions },
    unseenSets,
  },
  features: WHOLE_FEATURES,
  ...train(learned),
  cuts: CUTS,
};
writeFileSync(new URL("../data/grade/whole.json", import.meta.url), `${JSON.stringify(file, null, 1)}\n`);

function rounded<T extends object>(figures: T) {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      typeof value === "number" ? Number(value.toFixed(3)) : value,
    ]),
  );
}
