import assert from "node:assert/strict";
import { test } from "node:test";
import { type FitRow, fitLogistic } from "../../scripts/train-whole/fit.ts";
import { seededRandom } from "../../src/base/index.ts";
import { chanceOf } from "../../src/grade/whole-model.ts";

const CHOICES = { ridge: 0.01, spread: 4, steps: 25 };

/** Groups that differ in how often a target is reached, and a second feature that only tells the group. */
function rows(seed: string): FitRow[] {
  const random = seededRandom(seed);
  return Array.from({ length: 40 }, (_, group) => {
    const easy = group / 10 - 2;
    return Array.from({ length: 30 }, () => {
      const value = random() * 4 - 2;
      const chance = 1 / (1 + Math.exp(-(1.5 * value + easy)));
      const row = [value, easy + random() / 100];
      return { row, target: random() < chance ? 1 : 0, group: `g${group}`, weight: 1 };
    });
  }).flat();
}

test("fitLogistic finds the weight within groups, whatever the groups have in common", () => {
  const { weights } = fitLogistic(
    rows("a").map(({ row, ...rest }) => ({ ...rest, row: [row[0] ?? 0] })),
    CHOICES,
  );
  assert.ok(Math.abs((weights[0] ?? 0) - 1.5) < 0.25, String(weights[0]));
});

test("fitLogistic takes a target between 0 and 1 for a share", () => {
  const flat = Array.from({ length: 200 }, (_, i) => ({
    ...{ row: [i % 2], target: 0.8, group: `g${i % 10}`, weight: 1 },
  }));
  const fitted = fitLogistic(flat, { ...CHOICES, spread: 0.01 });
  for (const row of [[0], [1]]) assert.ok(Math.abs(chanceOf(fitted, row) - 0.8) < 0.03, String(row));
});

test("fitLogistic: the same rows give the same weights, and a feature that never changes gets none", () => {
  const constant = rows("b").map(({ row, ...rest }) => ({ ...rest, row: [row[0] ?? 0, 7] }));
  const fitted = fitLogistic(constant, CHOICES);
  assert.deepEqual(fitted, fitLogistic(constant, CHOICES));
  assert.ok(Math.abs(fitted.weights[1] ?? 1) < 1e-6);
});
