import assert from "node:assert/strict";
import { test } from "node:test";
import { ADA, BOB, said, testWorkplace } from "../../test/fixtures/practice.ts";
import type { QuestionId } from "../base/index.ts";
import { takeBackReview } from "./correct-review.ts";
import { reviewHistory } from "./history.ts";
import type { NewReview } from "./new-review.ts";
import { recordReview } from "./record-review.ts";

/** Six reviews of Ada, a minute apart, of three questions in turn, and one of Bob. */
async function practised() {
  const { workplace, clock } = await testWorkplace();
  const reviews: NewReview[] = [];
  for (const id of ["docker-001", "docker-002", "notes-001", "docker-001", "docker-002", "notes-001"]) {
    const review = await said(workplace, id, [`one, for the ${reviews.length}th time`]);
    await recordReview(workplace, ADA, review);
    reviews.push(review);
    clock.now += 60_000;
  }
  await recordReview(workplace, BOB, await said(workplace, "docker-001", ["two"]));
  return { workplace, reviews };
}

const ids = (reviews: readonly { id: string }[]) => reviews.map(({ id }) => id);

test("reviewHistory: newest first, with the words, and nobody else's", async () => {
  const { workplace, reviews } = await practised();
  const history = await reviewHistory(workplace, ADA, { limit: 50 });
  assert.deepEqual(ids(history), ids(reviews).reverse());
  assert.deepEqual(history[0]?.turns, ["one, for the 5th time"]);
});

test("reviewHistory: page by page it gives the same as at once, without those that were taken back", async () => {
  const { workplace, reviews } = await practised();
  for (const at of [1, 4, 5]) await takeBackReview(workplace, ADA, reviews[at]?.id ?? assert.fail());
  const all = await reviewHistory(workplace, ADA, { limit: 50 });
  assert.deepEqual(ids(all), ids([3, 2, 0].map((at) => reviews[at] ?? assert.fail())));
  const paged: typeof all = [];
  for (;;) {
    const page = await reviewHistory(workplace, ADA, { limit: 1, before: paged.at(-1) ?? null });
    if (page.length === 0) break;
    paged.push(...page);
  }
  assert.deepEqual(paged, all);
});

test("reviewHistory: of one question", async () => {
  const { workplace, reviews } = await practised();
  const question = "docker-002" as QuestionId;
  const history = await reviewHistory(workplace, ADA, { limit: 50, question });
  assert.deepEqual(ids(history), ids([4, 1].map((at) => reviews[at] ?? assert.fail())));
});
