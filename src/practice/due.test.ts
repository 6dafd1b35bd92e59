import assert from "node:assert/strict";
import { test } from "node:test";
import { ADA, NINE, namingGrader, said, testWorkplace } from "../../test/fixtures/practice.ts";
import { DAY_MS, seededRandom } from "../base/index.ts";
import { memoryDeckStore } from "../store/index.ts";
import { dueOverview } from "./due.ts";
import { nextQuestions } from "./next-questions.ts";
import { recordReview } from "./record-review.ts";
import { memoryWorkplace, type Workplace } from "./workplace.ts";

const HOUR_MS = DAY_MS / 24;
const FOUR = NINE + 19 * HOUR_MS;
const WHEN = { dayEnds: FOUR, days: 3, until: null };

const record = async (workplace: Workplace, id: string, texts: string[]) =>
  recordReview(workplace, ADA, await said(workplace, id, texts));

test("due: nothing is installed, nothing waits", async () => {
  const workplace = memoryWorkplace({
    decks: memoryDeckStore(),
    grader: namingGrader,
    clock: () => NINE,
    random: seededRandom("empty"),
  });
  const empty = await dueOverview(workplace, ADA, { ...WHEN, until: FOUR + 9 * DAY_MS });
  assert.deepEqual([empty.due, empty.new, empty.capped, empty.decks, empty.next], [0, 0, false, [], null]);
  assert.deepEqual(empty.until, {
    until: FOUR + 9 * DAY_MS,
    daysLeft: 10,
    newPerDay: 0,
    newDays: 0,
    asks: 0,
    asksPerDay: 0,
  });
});

test("due: before the first review everything is new and no day has anything", async () => {
  const { workplace } = await testWorkplace();
  assert.deepEqual(await dueOverview(workplace, ADA, WHEN), {
    due: 0,
    new: 6,
    capped: false,
    decks: [
      { name: "docker", title: "docker", due: 0, new: 4 },
      { name: "notes", title: "notes", due: 0, new: 2 },
    ],
    days: [0, 1, 2].map((day) => ({
      from: FOUR + (day - 1) * DAY_MS,
      to: FOUR + day * DAY_MS,
      due: 0,
      new: 0,
    })),
    next: null,
    until: null,
  });
});

test("due: today holds what is overdue, the days after it what is due on them, and none of it twice", async () => {
  const { workplace, clock } = await testWorkplace();
  // Comes back after a day, two days and eight days.
  await record(workplace, "docker-001", []);
  await record(workplace, "docker-002", ["one two"]);
  await recordReview(workplace, ADA, await said(workplace, "notes-001", ["one two"], { firstKeyMs: 900 }));
  const found = await dueOverview(workplace, ADA, WHEN);
  assert.deepEqual(
    found.days.map(({ due }) => due),
    [0, 1, 1],
  );
  assert.equal(found.next, NINE + DAY_MS);
  clock.now += 5 * DAY_MS;
  const later = await dueOverview(workplace, ADA, { ...WHEN, dayEnds: FOUR + 5 * DAY_MS, days: 5 });
  assert.deepEqual([later.due, later.new, later.next], [2, 3, NINE + 8 * DAY_MS]);
  assert.deepEqual(
    later.days.map(({ due }) => due),
    [2, 0, 0, 1, 0],
  );
  assert.deepEqual(
    later.decks.map(({ due }) => due),
    [2, 0],
  );
});

test("due: with a date the new ones are spread before the last quarter, and the plan says how much a day", async () => {
  const { workplace } = await testWorkplace();
  // Midnight, four hours before the fourth day from now ends.
  const until = FOUR + 3 * DAY_MS - 4 * HOUR_MS;
  const { until: plan, days } = await dueOverview(workplace, ADA, { ...WHEN, days: 5, until });
  assert.ok(plan);
  assert.deepEqual([plan.daysLeft, plan.newPerDay, plan.newDays], [4, 2, 3]);
  assert.deepEqual(
    days.map((each) => each.new),
    [2, 2, 2, 0, 0],
  );
  assert.ok(plan.asks >= 6 && plan.asksPerDay === Math.ceil(plan.asks / 4));
});

test("due: tomorrow's interview leaves one day, and a date that has come none", async () => {
  const { workplace, clock } = await testWorkplace();
  const midnight = FOUR - 4 * HOUR_MS;
  const { until } = await dueOverview(workplace, ADA, { ...WHEN, until: midnight });
  assert.deepEqual([until?.daysLeft, until?.newPerDay], [1, 6]);
  clock.now = midnight;
  assert.equal((await dueOverview(workplace, ADA, { ...WHEN, until: midnight })).until, null);
});

test("due: it counts what nextQuestions gives, also when a date brings questions forward", async () => {
  const { workplace, clock } = await testWorkplace();
  for (let day = 1; day <= 3; day++) {
    for (const id of ["docker-001", "docker-002", "notes-001"]) await record(workplace, id, ["one two"]);
    clock.now += day * 9 * DAY_MS;
  }
  const dayEnds = clock.now + 19 * HOUR_MS;
  for (const [until, capped] of [
    [null, false],
    [dayEnds - 4 * HOUR_MS, true],
  ] as const) {
    const overview = await dueOverview(workplace, ADA, { dayEnds, days: 1, until });
    const next = await nextQuestions(workplace, ADA, { dayEnds, until, deck: null, count: 99, order: null });
    assert.equal(overview.due, next.filter(({ why }) => why === "due").length);
    assert.equal(overview.new, next.filter(({ why }) => why === "new").length);
    assert.equal(overview.capped, capped);
    assert.equal(overview.due, capped ? 3 : 0);
  }
});

test("due: a date further than ten years ahead is refused", async () => {
  const { workplace } = await testWorkplace();
  await assert.rejects(dueOverview(workplace, ADA, { ...WHEN, until: NINE + 4000 * DAY_MS }), {
    code: "VIVA_INVALID",
    message: /ten years/,
  });
});
