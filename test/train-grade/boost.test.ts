import assert from "node:assert/strict";
import { test } from "node:test";
import { boost } from "../../scripts/train-grade/boost.ts";
import { figuresOf, type Judgement } from "../../scripts/train-grade/figures.ts";
import { seededRandom } from "../../src/base/index.ts";
import { CLASSES, parseForest } from "../../src/grade/forest.ts";

/** Rows whose class follows from two features together, and a third feature that tells nothing. */
function rows(count: number, seed: string) {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const [a, b, noise] = [random(), random(), random()];
    const one = a > 0.5 ? (b > 0.5 ? 0 : 1) : b > 0.3 ? 2 : 3;
    return { row: Float64Array.of(a, b, noise), one };
  });
}

function trained(seed: string) {
  const set = rows(600, "rows");
  return {
    version: 1,
    about: {},
    features: ["a", "b", "noise"],
    ...boost(
      { rows: set.map(({ row }) => row), classes: set.map(({ one }) => one), weights: set.map(() => 1) },
      CLASSES.length,
      {
        rounds: 40,
        depth: 3,
        rate: 0.2,
        ridge: 1,
        leastLeaf: 1,
        rows: 0.8,
        features: 1,
        random: seededRandom(seed),
      },
    ),
  };
}

test("boost: learns a rule of two features, and holds it on rows it has not seen", () => {
  const { chancesOf } = parseForest(JSON.stringify(trained("a")));
  const fresh = rows(400, "fresh");
  const right = fresh.filter(({ row, one }) => {
    const chances = chancesOf(row);
    return CLASSES.every((name) => chances[name] <= chances[CLASSES[one] ?? "covered"]);
  });
  assert.ok(right.length / fresh.length > 0.95, `${right.length}`);
});

test("boost: the same seed grows the same trees, another one others", () => {
  assert.deepEqual(trained("a"), trained("a"));
  assert.notDeepEqual(trained("a").trees, trained("b").trees);
});

const judged = (
  answer: object,
  gold: Judgement["gold"],
  said: Judgement["said"],
  p = 1,
  weight = 1,
): Judgement => ({
  answer,
  question: "q",
  kind: "k",
  point: "p",
  weight,
  gold,
  said,
  p,
});

test("figures: praise, harshness, accusations and calibration are what they are called", () => {
  const [nothing, full, third] = [{}, {}, {}];
  const figures = figuresOf([
    judged(nothing, "missing", "covered", 0.85),
    judged(nothing, "contradicted", "contradicted", 0.95),
    judged(full, "covered", "missing", 0.65),
    judged(third, "covered", "covered", 0.95),
    judged(third, "missing", "contradicted", 0.95, 0),
  ]);
  assert.equal(figures.answers, 3);
  assert.equal(figures.accuracy, 0.4);
  assert.equal(figures.falsePraise, 1);
  assert.equal(figures.harshness, 0.5);
  assert.equal(figures.contradictionPrecision, 0.5);
  assert.equal(figures.contradictionRecall, 1);
  assert.equal(figures.distance, 0.5);
  // Bins: .85 none right, .65 none right, .95 two of three right.
  assert.equal(figures.calibration, Number(((0.85 + 0.65 + (3 * 0.95 - 2)) / 5).toFixed(3)));
});
