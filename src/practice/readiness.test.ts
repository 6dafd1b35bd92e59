import assert from "node:assert/strict";
import { test } from "node:test";
import { ADA, BOB, NINE, said, testWorkplace } from "../../test/fixtures/practice.ts";
import { DAY_MS } from "../base/index.ts";
import { takeBackReview } from "./correct-review.ts";
import { readinessOn } from "./readiness.ts";
import { recordReview } from "./record-review.ts";

const ON = NINE + 30 * DAY_MS;

test("readiness: before the first review it is what is assumed of anybody, by deck", async () => {
  const { workplace } = await testWorkplace();
  const { on, questions, seen, known, planned, decks } = await readinessOn(workplace, ADA, {
    on: ON,
    now: NINE,
  });
  assert.deepEqual([on, questions, seen], [ON, 6, 0]);
  assert.ok(Math.abs(known.expected - 1.8) < 1e-9);
  assert.ok(planned.expected > 4.5);
  assert.deepEqual(
    decks.map(({ deck, title, questions: of }) => [deck, title, of]),
    [
      ["docker", "docker", 4],
      ["notes", "notes", 2],
    ],
  );
});

test("readiness: a first answer counts for the deck's other questions, also when the question was learned since", async () => {
  const { workplace, clock } = await testWorkplace();
  const unseen = async () =>
    (await readinessOn(workplace, ADA, { on: ON, now: clock.now })).decks[1]?.known.expected ?? 0;
  const before = await unseen();
  const { review } = await recordReview(workplace, ADA, await said(workplace, "docker-001", []));
  assert.ok((await unseen()) < before);
  clock.now += DAY_MS;
  await recordReview(workplace, ADA, await said(workplace, "docker-001", ["one two"]));
  assert.ok((await unseen()) < before);
  await takeBackReview(workplace, ADA, review.id);
  assert.ok((await unseen()) > before);
});

test("readiness: one's own reviews count and nobody else's", async () => {
  const { workplace } = await testWorkplace();
  await recordReview(workplace, ADA, await said(workplace, "docker-001", ["one two"]));
  const ada = await readinessOn(workplace, ADA, { on: ON, now: NINE });
  const bob = await readinessOn(workplace, BOB, { on: ON, now: NINE });
  assert.deepEqual([ada.seen, bob.seen], [1, 0]);
  assert.ok(ada.known.expected > bob.known.expected);
});

test("readiness: for a date that has come it is what is known now, with no plan to keep", async () => {
  const { workplace, clock } = await testWorkplace();
  await recordReview(workplace, ADA, await said(workplace, "docker-001", ["one two"]));
  clock.now += 3 * DAY_MS;
  const past = await readinessOn(workplace, ADA, { on: NINE - DAY_MS, now: clock.now });
  const now = await readinessOn(workplace, ADA, { on: clock.now, now: clock.now });
  assert.deepEqual({ ...past, on: 0 }, { ...now, on: 0 });
  assert.deepEqual(now.planned, now.known);
});

test("readiness: a date further than ten years ahead is refused, one within is not", async () => {
  const { workplace } = await testWorkplace();
  await assert.rejects(readinessOn(workplace, ADA, { on: NINE + 4000 * DAY_MS, now: NINE }), {
    code: "VIVA_INVALID",
    message: /ten years/,
  });
  const { known } = await readinessOn(workplace, ADA, { on: NINE + 3650 * DAY_MS, now: NINE });
  assert.equal(known.expected > 0, true);
});
