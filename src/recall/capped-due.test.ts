import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DAY_MS, type QuestionId, seededRandom } from "../base/index.ts";
import { cappedDue, placeOf } from "./capped-due.ts";
import { afterReview, type Recall, recallOf } from "./recall.ts";

const HOUR_MS = DAY_MS / 24;
/** Midnight, when the day of the interview begins. */
const UNTIL = Date.UTC(2026, 11, 24);
const id = (n: number) => `api-${String(n).padStart(3, "0")}` as QuestionId;
const days = (n: number) => UNTIL + n * DAY_MS;

for (const [says, last, due] of [
  ["due before the date", -30, -0.1],
  ["due before the date, seen the day before", -2, -1],
  ["seen in the last week", -6.9, 10],
  ["seen at the start of the last week", -7, 1],
  ["seen by a clock that was ahead", 3, 10],
] as const) {
  test(`capped due: a question ${says} keeps its own`, () => {
    assert.equal(cappedDue({ last: days(last), due: days(due) }, id(1), UNTIL), days(due));
  });
}

test("capped due: a question due on the instant of the date has a last look before it", () => {
  assert.ok(cappedDue({ last: days(-30), due: UNTIL }, id(1), UNTIL) < UNTIL);
});

test("capped due: the last week is even", () => {
  const perDay = new Map<number, number>();
  for (let n = 1; n <= 700; n++) {
    const at = cappedDue({ last: days(-60), due: days(5) }, id(n), UNTIL);
    const day = Math.floor((UNTIL - at) / DAY_MS);
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
  }
  assert.deepEqual([...perDay.keys()].sort(), [0, 1, 2, 3, 4, 5, 6]);
  // 100 are expected, with a standard deviation of 9.
  for (const count of perDay.values()) assert.ok(count > 70 && count < 130, `${[...perDay.values()]}`);
});

test("capped due: a question seen shortly before the last week has its last look in the second half of what is left", () => {
  fc.assert(
    fc.property(fc.double({ min: 7.01, max: 400, noNaN: true }), fc.nat(999), (left, n) => {
      const at = cappedDue({ last: days(-left), due: days(3) }, id(n), UNTIL);
      assert.ok(at < UNTIL && at >= UNTIL - Math.min(7, left / 2) * DAY_MS);
    }),
  );
});

test("place: lies within 0 and 1 and is the same each time", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const place = placeOf(text as QuestionId);
      assert.ok(place >= 0 && place < 1);
      assert.equal(placeOf(text as QuestionId), place);
    }),
  );
});

/** A memory as months of practice leave it, `ago` days before the date. */
const someRecall = fc
  .tuple(
    fc.array(fc.constantFrom("again", "hard", "good", "easy"), { minLength: 1, maxLength: 6 }),
    fc.double({ min: 0, max: 500, noNaN: true }),
    fc.double({ min: 0.01, max: 90, noNaN: true }),
  )
  .map(([ratings, ago, gap]) => {
    const start = UNTIL - (ago + gap * ratings.length) * DAY_MS;
    const recall = recallOf(ratings.map((rating, n) => ({ at: start + n * gap * DAY_MS, rating })));
    return recall as Recall;
  });

test("capped due: whoever asks everything on its day has seen all of it in the week before the date", () => {
  fc.assert(
    fc.property(
      fc.array(someRecall, { minLength: 1, maxLength: 25 }),
      fc.integer({ min: 1, max: 120 }),
      fc.string(),
      // Where the day ends as the asker's clock has it: four in the morning, give or take a change to summer time.
      fc.constantFrom(3, 4, 5),
      (recalls, daysAhead, seed, ends) => {
        const random = seededRandom(seed);
        const start = UNTIL - (24 - ends) * HOUR_MS - daysAhead * DAY_MS;
        // Nothing was seen after the start.
        const known = recalls.map((recall) => ({
          ...recall,
          last: Math.min(recall.last, start),
          due: Math.min(recall.last, start) + (recall.due - recall.last),
        }));
        for (let from = start; from < UNTIL; from += DAY_MS) {
          const dayEnds = from + DAY_MS;
          for (let n = 0; n < known.length; n++) {
            const recall = known[n];
            if (recall === undefined || cappedDue(recall, id(n), UNTIL) >= dayEnds) continue;
            // The last evening ends with the day of the interview.
            const at = from + random() * (Math.min(dayEnds, UNTIL) - from);
            const rating = (["again", "hard", "good", "easy"] as const)[Math.floor(random() * 4)] ?? "good";
            known[n] = afterReview(recall, at, rating);
          }
        }
        for (const { last } of known) {
          assert.ok(last < UNTIL && last >= UNTIL - 7 * DAY_MS, `${(UNTIL - last) / DAY_MS} days before`);
        }
      },
    ),
    { numRuns: 300 },
  );
});
