import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DAY_MS, type QuestionId } from "../base/index.ts";
import { keepPlan, keepPlanOfNew, paceOfNew } from "./keep-plan.ts";
import { afterReview } from "./recall.ts";

const NOW = Date.UTC(2026, 10, 24, 12);
const ID = "api-001" as QuestionId;
const ids = (count: number) => Array.from({ length: count }, (_, n) => `api-${n}` as QuestionId);

for (const [questions, daysLeft, days, perDay] of [
  [0, 10, 0, 0],
  [100, 1, 1, 100],
  [100, 2, 1, 100],
  [100, 4, 3, 34],
  [300, 28, 20, 15],
  [3, 100, 3, 1],
] as const) {
  test(`pace: ${questions} new questions in ${daysLeft} days are ${perDay} a day for ${days} days`, () => {
    assert.deepEqual(paceOfNew(questions, daysLeft), { days, perDay });
  });
}

test("plan: an overdue question is asked now, then again and again, and in the last week", () => {
  const until = NOW + 60 * DAY_MS;
  const { asked, recall } = keepPlan(afterReview(null, NOW - 90 * DAY_MS, "good"), ID, { now: NOW, until });
  assert.equal(asked[0], NOW);
  assert.equal(recall.reviews, asked.length + 1);
  assert.ok(recall.last >= until - 7 * DAY_MS && recall.last < until);
  assert.ok(asked.every((at, n) => n === 0 || at - (asked[n - 1] ?? 0) >= DAY_MS));
});

test("plan: a date that has come asks nothing more", () => {
  const recall = afterReview(null, NOW - 90 * DAY_MS, "good");
  assert.deepEqual(keepPlan(recall, ID, { now: NOW, until: NOW }), { recall, asked: [] });
  assert.equal(keepPlanOfNew(ids(3), { now: NOW, until: NOW }).size, 0);
});

test("plan: every new question begins before the last quarter, evenly", () => {
  fc.assert(
    fc.property(fc.nat(120), fc.double({ min: 0.01, max: 90, noNaN: true }), (count, daysLeft) => {
      const until = NOW + daysLeft * DAY_MS;
      const begun = [...keepPlanOfNew(ids(count), { now: NOW, until }).values()].map(
        ({ asked }) => asked[0] ?? 0,
      );
      assert.equal(begun.length, count);
      assert.deepEqual(
        begun,
        begun.toSorted((a, b) => a - b),
      );
      const lastStart = NOW + Math.max(0, Math.ceil(daysLeft) * 0.75 - 1) * DAY_MS;
      assert.ok(begun.every((at) => at >= NOW && at < until && at <= lastStart));
      const { perDay } = paceOfNew(count, Math.ceil(daysLeft));
      for (const at of new Set(begun)) assert.ok(begun.filter((each) => each === at).length <= perDay);
    }),
  );
});
