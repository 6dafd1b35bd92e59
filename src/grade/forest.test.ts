import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { FEATURES } from "./features.ts";
import { type ForestFile, parseForest } from "./forest.ts";

/** One round of trees of depth 1: a first feature above .5 speaks for "covered". */
const SMALL: ForestFile = {
  version: 1,
  about: {},
  features: ["a"],
  depth: 1,
  rate: 1,
  base: [0, 0, 0, 0],
  trees: [
    [0, 0.5, -2, 3],
    [0, 0.5, 0, 0],
    [0, 0.5, 1, -1],
    [0, 1e9, 0.25, 9],
  ],
};

test("forest: a row goes left at the threshold and right above it, and the chances add up to 1", () => {
  const { chancesOf } = parseForest(JSON.stringify(SMALL));
  const odds = ([at]: readonly number[]) => [at === 0.5 ? -2 : 3, 0, at === 0.5 ? 1 : -1, 0.25].map(Math.exp);
  for (const row of [[0.5], [0.51]]) {
    const raised = odds(row);
    const sum = raised.reduce((total, one) => total + one, 0);
    const { covered, partly, missing, contradicted } = chancesOf(row);
    for (const [i, one] of [covered, partly, missing, contradicted].entries())
      assert.ok(Math.abs(one - (raised[i] ?? 0) / sum) < 1e-12, `${row} ${i}`);
  }
});

for (const [what, text] of [
  ["no JSON", "words"],
  ["null", "null"],
  ["another version", JSON.stringify({ ...SMALL, version: 2 })],
  ["trees of another size", JSON.stringify({ ...SMALL, trees: [[1, 2, 3]] })],
  ["other classes", JSON.stringify({ ...SMALL, base: [0, 0] })],
] as const) {
  test(`forest: ${what} is refused, saying what was wanted`, () => {
    assert.throws(
      () => parseForest(text),
      /wanted a forest of version 1, as scripts\/train-grade\.ts writes it/,
    );
  });
}

test("data/grade/forest.json was trained on the features that are measured (else: npm run train:grade)", () => {
  const text = readFileSync(new URL("../../data/grade/forest.json", import.meta.url), "utf8");
  assert.deepEqual(parseForest(text).features, [...FEATURES]);
  assert.ok(text.length < 200_000, `${text.length}`);
});

test("data/grade/forest.json says what it was trained on, and how well it did on questions it had not seen", () => {
  const { about } = JSON.parse(
    readFileSync(new URL("../../data/grade/forest.json", import.meta.url), "utf8"),
  );
  assert.match(about.data.sha256, /^[0-9a-f]{64}$/);
  const { rules, trees } = about.crossValidation;
  assert.equal(about.crossValidation.by, "question");
  assert.ok(trees.r > rules.r && trees.accuracy > rules.accuracy);
  assert.ok(trees.r >= 0.8, `r ${trees.r}`);
  assert.ok(trees.falsePraise <= 0.08, `false praise ${trees.falsePraise}`);
  assert.ok(trees.harshness <= 0.1, `harshness ${trees.harshness}`);
  assert.ok(trees.calibration <= 0.05, `calibration ${trees.calibration}`);
});
