import assert from "node:assert/strict";
import { test } from "node:test";
import { ADA, BOB, NINE, said, testDeck, testQuestion, testWorkplace } from "../../test/fixtures/practice.ts";
import { DAY_MS } from "../base/index.ts";
import { takeBackReview } from "./correct-review.ts";
import { type NextPlan, nextQuestions } from "./next-questions.ts";
import { recordReview } from "./record-review.ts";
import type { Workplace } from "./workplace.ts";

const HOUR_MS = DAY_MS / 24;
/** Four in the morning after {@link NINE}. */
const FOUR = NINE + 19 * HOUR_MS;
const PLAN: NextPlan = { dayEnds: FOUR, until: null, deck: null, count: 99, order: null };

async function next(workplace: Workplace, plan: Partial<NextPlan> = {}, person = ADA): Promise<string> {
  const found = await nextQuestions(workplace, person, { ...PLAN, ...plan });
  return found.map(({ question, why }) => `${why === "due" ? "!" : ""}${question.id}`).join(" ");
}

const record = async (workplace: Workplace, id: string, texts: string[]) =>
  (await recordReview(workplace, ADA, await said(workplace, id, texts))).review;

const ALL_NEW = "docker-001 notes-001 docker-002 notes-002 docker-003 docker-004";

test("next: before the first review everything is new, decks interleaved in their own order", async () => {
  const { workplace } = await testWorkplace();
  assert.equal(await next(workplace), ALL_NEW);
  assert.equal(await next(workplace, { count: 2 }), "docker-001 notes-001");
  assert.equal(await next(workplace, { deck: "notes" }), "notes-001 notes-002");
  assert.equal(await next(workplace, { count: 0 }), "");
});

test("next: what was answered at nine is due the next day at half past eight, and not before", async () => {
  const { workplace, clock } = await testWorkplace();
  await record(workplace, "docker-001", []);
  assert.equal(await next(workplace), "docker-002 notes-001 docker-003 notes-002 docker-004");
  clock.now = NINE + DAY_MS - HOUR_MS / 2;
  const found = await next(workplace, { dayEnds: FOUR + DAY_MS });
  assert.equal(found.split(" ")[0], "!docker-001");
});

test("next: due first, the soonest leading and decks interleaved, then new", async () => {
  const { workplace, clock } = await testWorkplace();
  for (const id of ["docker-003", "docker-002", "docker-001", "notes-002"]) {
    await record(workplace, id, []);
    clock.now += 60_000;
  }
  assert.equal(
    await next(workplace, { dayEnds: FOUR + DAY_MS }),
    "!docker-003 !notes-002 !docker-002 !docker-001 docker-004 notes-001",
  );
  assert.equal(
    await next(workplace, { dayEnds: FOUR + DAY_MS, deck: "docker", count: 3 }),
    "!docker-003 !docker-002 !docker-001",
  );
});

test("next: a review that is taken back makes the question new again; another person's make it no older", async () => {
  const { workplace } = await testWorkplace();
  const { id } = await record(workplace, "docker-001", []);
  assert.equal(await next(workplace, {}, BOB), ALL_NEW);
  await takeBackReview(workplace, ADA, id);
  assert.equal(await next(workplace), ALL_NEW);
});

test("next: a date brings forward what would be due after it; one that has come does not", async () => {
  const { workplace, clock } = await testWorkplace();
  await record(workplace, "docker-001", ["one two"]);
  for (let day = 1; day <= 3; day++) {
    clock.now += day * 7 * DAY_MS;
    await record(workplace, "docker-001", ["one two"]);
  }
  clock.now += 20 * DAY_MS;
  const dayEnds = clock.now + 19 * HOUR_MS;
  const isDue = async (until: number) => (await next(workplace, { dayEnds, until })).includes("!docker-001");
  assert.equal(await isDue(dayEnds - 4 * HOUR_MS), true);
  assert.equal(await isDue(dayEnds + 30 * DAY_MS), false);
  assert.equal(await isDue(clock.now), false);
});

test("next: a seed draws an order that comes again, due still before new", async () => {
  const { workplace } = await testWorkplace();
  for (const id of ["docker-001", "docker-002", "docker-003"]) await record(workplace, id, []);
  const drawn = (order: string) => next(workplace, { dayEnds: FOUR + DAY_MS, order });
  assert.equal(await drawn("x"), await drawn("x"));
  const orders = new Set(await Promise.all(["1", "2", "3", "4", "5", "6"].map(drawn)));
  assert.ok(orders.size > 1);
  for (const order of orders) {
    assert.match(order, /^!\S+ !\S+ !\S+ [a-z]/);
  }
});

test("next: questions that are gone are not asked, and one that moved keeps what is remembered of it", async () => {
  const { workplace, clock } = await testWorkplace();
  for (const id of ["docker-001", "docker-002"]) await record(workplace, id, []);
  const docker = testDeck("docker", 4);
  const without = docker.questions.slice(2);
  await workplace.decks.save({ info: docker, questions: without }, "replace");
  const moved = testDeck("other", 0);
  await workplace.decks.save({ info: moved, questions: [testQuestion("docker-002")] }, "new");
  clock.now += 2000;
  assert.equal(
    await next(workplace, { dayEnds: FOUR + DAY_MS }),
    "!docker-002 docker-003 notes-001 docker-004 notes-002",
  );
});

test("next: a question that two decks hold is asked once, from the deck it was last asked from", async () => {
  const { workplace, clock } = await testWorkplace();
  await workplace.decks.save({ info: testDeck("another", 0), questions: [testQuestion("notes-001")] }, "new");
  clock.now += 2000;
  assert.equal((await next(workplace)).match(/notes-001/g)?.length, 1);
  const from = async () =>
    (await nextQuestions(workplace, ADA, { ...PLAN, dayEnds: FOUR + DAY_MS })).find(
      ({ question }) => question.id === "notes-001",
    )?.deck.name;
  assert.equal(await from(), "another");
  const review = { ...(await said(workplace, "notes-001", [])), deck: testDeck("notes", 0).name };
  await recordReview(workplace, ADA, review);
  assert.equal(await from(), "notes");
});

test("next: an unknown deck is an error that names those there are", async () => {
  const { workplace } = await testWorkplace();
  await assert.rejects(next(workplace, { deck: "no" }), {
    code: "VIVA_DECK_NOT_FOUND",
    message: /docker, notes/,
  });
});
