import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { default_w } from "ts-fsrs";
import { DAY_MS } from "../base/index.ts";
import type { Rating } from "./event.ts";
import { recallOf, retrievability } from "./recall.ts";

const NOON = Date.UTC(2026, 10, 24, 12);
const RATINGS = ["again", "hard", "good", "easy"] as const;

/** Reviews so many days after one another. */
function spaced(gaps: readonly number[], ratings: readonly Rating[]) {
  let at = NOON;
  return ratings.map((rating, n) => {
    at += (n === 0 ? 0 : (gaps[n - 1] ?? 0)) * DAY_MS;
    return { at, rating };
  });
}

/** Days; FSRS-6 lets no stability fall below it. */
const LEAST_STABILITY = 0.001;

/** FSRS-6 by its published formulas, written without the library, to hold the library to. */
function byFormula(gaps: readonly number[], ratings: readonly Rating[]) {
  const w = (at: number) => default_w[at] ?? Number.NaN;
  const factor = 0.9 ** (-1 / w(20)) - 1;
  const startDifficulty = (grade: number) =>
    Math.min(10, Math.max(1, w(4) - Math.exp(w(5) * (grade - 1)) + 1));
  let s = 0;
  let d = 0;
  ratings.forEach((rating, n) => {
    const grade = RATINGS.indexOf(rating) + 1;
    if (n === 0) {
      s = w(grade - 1);
      d = startDifficulty(grade);
      return;
    }
    const r = (1 + (factor * (gaps[n - 1] ?? 0)) / s) ** -w(20);
    if (rating === "again") {
      const forgotten = w(11) * d ** -w(12) * ((s + 1) ** w(13) - 1) * Math.exp(w(14) * (1 - r));
      s = Math.max(LEAST_STABILITY, Math.min(s, forgotten));
    } else {
      const bonus = rating === "hard" ? w(15) : rating === "easy" ? w(16) : 1;
      s *= 1 + Math.exp(w(8)) * (11 - d) * s ** -w(9) * (Math.exp(w(10) * (1 - r)) - 1) * bonus;
    }
    // Unlike the first difficulty, the one that is returned to is not held within 1..10.
    const easy = w(4) - Math.exp(w(5) * 3) + 1;
    const moved = d + (-w(6) * (grade - 3) * (10 - d)) / 9;
    d = Math.min(10, Math.max(1, w(7) * easy + (1 - w(7)) * moved));
  });
  return { stability: s, difficulty: d };
}

const someGaps = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 7, maxLength: 7 });
const someRatings = fc.array(fc.constantFrom(...RATINGS), { minLength: 1, maxLength: 7 });

test("recall: is FSRS-6 by its formulas", () => {
  fc.assert(
    fc.property(someGaps, someRatings, (gaps, ratings) => {
      const recall = recallOf(spaced(gaps, ratings));
      const { stability, difficulty } = byFormula(gaps, ratings);
      assert.ok(recall);
      assert.ok(Math.abs(recall.stability / stability - 1) < 1e-3, `${recall.stability} ${stability}`);
      assert.ok(Math.abs(recall.difficulty - difficulty) < 1e-4, `${recall.difficulty} ${difficulty}`);
    }),
  );
});

test("recall: nothing is remembered of what was never asked", () => {
  assert.equal(recallOf([]), null);
});

for (const [ratings, days, lapses] of [
  [["again"], 1, 0],
  [["hard"], 1, 0],
  [["good"], 2, 0],
  [["easy"], 8, 0],
  [["good", "again"], 1, 1],
  [["again", "again", "good"], 1, 1],
] as const) {
  test(`recall: after ${ratings.join(", ")} a question comes back in ${days} days`, () => {
    const recall = recallOf(spaced([1, 1], ratings));
    assert.ok(recall);
    assert.equal(recall.due, recall.last + days * DAY_MS);
    assert.deepEqual([recall.reviews, recall.lapses], [ratings.length, lapses]);
    assert.equal(recall.lastRating, ratings.at(-1));
  });
}

test("recall: intervals are whole days from 1 to 365 and never shrink with a better rating", () => {
  fc.assert(
    fc.property(someGaps, someRatings, (gaps, before) => {
      const days = RATINGS.map((rating) => {
        const recall = recallOf(spaced(gaps, [...before, rating]));
        assert.ok(recall);
        return (recall.due - recall.last) / DAY_MS;
      });
      assert.ok(days.every((each) => Number.isInteger(each) && each >= 1 && each <= 365));
      assert.deepEqual(
        days,
        days.toSorted((a, b) => a - b),
      );
    }),
  );
});

test("recall: success after a longer gap never gives a smaller stability", () => {
  const success = fc.constantFrom("hard", "good", "easy");
  const gap = fc.double({ min: 0, max: 1000, noNaN: true });
  fc.assert(
    fc.property(someGaps, someRatings, success, gap, gap, (gaps, before, rating, one, other) => {
      const after = (days: number) =>
        recallOf(spaced([...gaps.slice(0, before.length - 1), days], [...before, rating]))?.stability ?? 0;
      assert.ok(after(Math.min(one, other)) <= after(Math.max(one, other)) + 1e-8);
    }),
  );
});

for (const [says, gap] of [
  ["a clock that went back a year", -365],
  ["two reviews at the same instant", 0],
] as const) {
  test(`recall: ${says} counts as no time, and forgets nothing`, () => {
    for (const rating of ["hard", "good", "easy"] as const) {
      const one = recallOf(spaced([], ["good"]));
      const two = recallOf(spaced([gap], ["good", rating]));
      assert.ok(one && two);
      assert.equal(two.stability, one.stability);
      assert.equal(two.last, NOON);
    }
  });
}

test("recall: a clock that jumps a year ahead is a gap of a year", () => {
  const recall = recallOf(spaced([366], ["good", "good"]));
  assert.ok(recall && recall.stability > 10);
  assert.equal(recall.last, NOON + 366 * DAY_MS);
});

test("retrievability: 1 at the review and before it, .9 after the stability, and it only falls", () => {
  fc.assert(
    fc.property(someGaps, someRatings, (gaps, ratings) => {
      const recall = recallOf(spaced(gaps, ratings));
      assert.ok(recall);
      const after = (days: number) => retrievability(recall, recall.last + days * DAY_MS);
      assert.deepEqual([after(-400), after(0)], [1, 1]);
      assert.ok(Math.abs(after(recall.stability) - 0.9) < 1e-4);
      const falling = [0, 0.5, 1, 7, 30, 365, 36_500].map(after);
      assert.deepEqual(
        falling,
        falling.toSorted((a, b) => b - a),
      );
      assert.ok(falling.every((chance) => chance > 0 && chance <= 1));
    }),
  );
});
