import assert from "node:assert/strict";
import { test } from "node:test";
import { ADA, BOB, said, testQuestion, testWorkplace } from "../../test/fixtures/practice.ts";
import type { PersonId, PointId, QuestionId } from "../base/index.ts";
import { correctReview, takeBackReview } from "./correct-review.ts";
import { readyQuestion } from "./ready-question.ts";
import { recordReview } from "./record-review.ts";
import type { Workplace } from "./workplace.ts";

const ONE = "one" as PointId;
const TWO = "two" as PointId;

async function recorded(workplace: Workplace, person: PersonId, turns: readonly string[]) {
  const asked = await said(workplace, "docker-001", turns);
  return (await recordReview(workplace, person, asked)).review.id;
}

async function exemplars(workplace: Workplace, person: PersonId) {
  const found = await workplace.catalogue.question("docker-001" as QuestionId);
  return (await readyQuestion(workplace, person, found)).exemplars;
}

test("exemplars: I did say that teaches what was said and is no other point's evidence", async () => {
  const { workplace } = await testWorkplace();
  const review = await recorded(workplace, ADA, ["one, and the cook has a single kitchen", "for all"]);
  await correctReview(workplace, ADA, { review, point: TWO, verdict: "covered" });
  assert.deepEqual(await exemplars(workplace, ADA), [
    { point: TWO, verdict: "covered", text: ", and the cook has a single kitchen\nfor all" },
  ]);
});

test("exemplars: that was wrong teaches the words it was judged by", async () => {
  const { workplace } = await testWorkplace();
  const review = await recorded(workplace, ADA, ["I think it is one of them"]);
  await correctReview(workplace, ADA, { review, point: ONE, verdict: "missing" });
  assert.deepEqual(await exemplars(workplace, ADA), [{ point: ONE, verdict: "missing", text: "one" }]);
});

test("exemplars: at once, for this person alone, and until the correction or its review is taken back", async () => {
  const { workplace } = await testWorkplace();
  const review = await recorded(workplace, ADA, ["a single kitchen"]);
  assert.deepEqual(await exemplars(workplace, ADA), []);
  await correctReview(workplace, ADA, { review, point: TWO, verdict: "covered" });
  assert.equal((await exemplars(workplace, ADA)).length, 1);
  assert.deepEqual(await exemplars(workplace, BOB), []);
  await correctReview(workplace, ADA, { review, point: TWO, verdict: null });
  assert.deepEqual(await exemplars(workplace, ADA), []);
  await correctReview(workplace, ADA, { review, point: TWO, verdict: "covered" });
  await takeBackReview(workplace, ADA, review);
  assert.deepEqual(await exemplars(workplace, ADA), []);
});

test("exemplars: who knew nothing and says they did teaches nothing", async () => {
  const { workplace } = await testWorkplace();
  const review = await recorded(workplace, ADA, []);
  await correctReview(workplace, ADA, { review, point: ONE, verdict: "covered" });
  assert.deepEqual(await exemplars(workplace, ADA), []);
});

test("readyQuestion: the same object until something is overruled, so that the judge takes it apart once", async () => {
  const { workplace } = await testWorkplace();
  const asked = { deck: { terms: [] }, question: testQuestion("docker-001") };
  const first = await readyQuestion(workplace, ADA, asked);
  assert.equal(await readyQuestion(workplace, ADA, asked), first);
  const review = await recorded(workplace, ADA, ["a single kitchen"]);
  await correctReview(workplace, ADA, { review, point: TWO, verdict: "covered" });
  assert.notEqual(await readyQuestion(workplace, ADA, asked), first);
});
