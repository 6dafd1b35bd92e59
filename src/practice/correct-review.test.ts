import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ADA, BOB, said, testWorkplace } from "../../test/fixtures/practice.ts";
import type { EventId, PointId, QuestionId } from "../base/index.ts";
import { correctReview, takeBackReview } from "./correct-review.ts";
import { reviewById } from "./history.ts";
import { recordReview } from "./record-review.ts";
import type { Workplace } from "./workplace.ts";

const ONE = "one" as PointId;
const TWO = "two" as PointId;
const NOBODYS = "018f0000-0000-7000-8000-000000000000" as EventId;

async function answered(texts: readonly string[]) {
  const { workplace, clock } = await testWorkplace();
  const { review } = await recordReview(workplace, ADA, await said(workplace, "docker-001", texts));
  return { workplace, clock, review };
}

async function eventCount(workplace: Workplace): Promise<number> {
  const { events } = await workplace.store();
  return (await events.ofQuestion(ADA, "docker-001" as QuestionId)).length;
}

test("correctReview: I did say that raises the score, and the question comes back later", async () => {
  const { workplace, review } = await answered(["two"]);
  const corrected = await correctReview(workplace, ADA, {
    review: review.id,
    point: ONE,
    verdict: "covered",
  });
  assert.equal(corrected.score, 1);
  assert.equal(corrected.corrected, true);
  assert.ok((corrected.due ?? 0) > (review.due ?? 0));
});

test("correctReview: that was wrong lowers it, and the evidence stays to be seen", async () => {
  const { workplace, review } = await answered(["one and two"]);
  const corrected = await correctReview(workplace, ADA, {
    review: review.id,
    point: ONE,
    verdict: "missing",
  });
  assert.ok(corrected.score < review.score);
  assert.equal(corrected.verdicts[0]?.evidence?.text, "one");
});

test("correctReview: what changes nothing appends nothing", async () => {
  const { workplace, review } = await answered(["one"]);
  const { id } = review;
  await correctReview(workplace, ADA, { review: id, point: ONE, verdict: "covered" });
  await correctReview(workplace, ADA, { review: id, point: TWO, verdict: null });
  assert.equal(await eventCount(workplace), 1);
  await correctReview(workplace, ADA, { review: id, point: TWO, verdict: "covered" });
  await correctReview(workplace, ADA, { review: id, point: TWO, verdict: "covered" });
  assert.equal(await eventCount(workplace), 2);
});

test("correctReview: taken back, by null or by saying what the judge said, the review is as it was", async () => {
  for (const back of [null, "missing"] as const) {
    const { workplace, review } = await answered(["one"]);
    const { id } = review;
    await correctReview(workplace, ADA, { review: id, point: TWO, verdict: "covered" });
    assert.deepEqual(await correctReview(workplace, ADA, { review: id, point: TWO, verdict: back }), review);
  }
});

test("correctReview: after any corrections in any order, with the clock going where it likes, the last one of each point stands", async () => {
  const step = fc.record({
    point: fc.constantFrom(ONE, TWO),
    verdict: fc.constantFrom("covered" as const, "missing" as const, null),
    ms: fc.integer({ min: -100_000, max: 100_000 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
      const { workplace, clock, review } = await answered(["not one"]);
      const wanted: Record<string, string> = { one: "contradicted", two: "missing" };
      const judged = { ...wanted };
      for (const { point, verdict, ms } of steps) {
        clock.now += ms;
        wanted[point] = verdict ?? judged[point] ?? "";
        await correctReview(workplace, ADA, { review: review.id, point, verdict });
      }
      const { verdicts } = await reviewById(workplace, ADA, review.id);
      assert.deepEqual([verdicts[0]?.verdict, verdicts[1]?.verdict], [wanted.one, wanted.two]);
    }),
    { numRuns: 50 },
  );
});

test("correctReview: a review that is not there, somebody else's, and a point that was not judged are errors", async () => {
  const { workplace, review } = await answered(["one"]);
  const correction = { point: ONE, verdict: "missing" } as const;
  await assert.rejects(correctReview(workplace, ADA, { review: NOBODYS, ...correction }), {
    code: "VIVA_REVIEW_NOT_FOUND",
  });
  await assert.rejects(correctReview(workplace, BOB, { review: review.id, ...correction }), {
    code: "VIVA_REVIEW_NOT_FOUND",
  });
  await assert.rejects(
    correctReview(workplace, ADA, { review: review.id, point: "three" as PointId, verdict: null }),
    { code: "VIVA_INVALID" },
  );
});

test("takeBackReview: the review is gone with its corrections, and its question is as if never asked", async () => {
  const { workplace, review } = await answered(["one"]);
  await correctReview(workplace, ADA, { review: review.id, point: TWO, verdict: "covered" });
  await takeBackReview(workplace, ADA, review.id);
  await assert.rejects(reviewById(workplace, ADA, review.id), { code: "VIVA_REVIEW_NOT_FOUND" });
  const { recalls } = await workplace.store();
  assert.deepEqual(await recalls.of(ADA, ["docker-001" as QuestionId]), []);
  await assert.rejects(correctReview(workplace, ADA, { review: review.id, point: ONE, verdict: "missing" }), {
    code: "VIVA_REVIEW_NOT_FOUND",
  });
});

test("takeBackReview: twice is as once, and what never was is an error", async () => {
  const { workplace, review } = await answered(["one"]);
  await takeBackReview(workplace, ADA, review.id);
  const before = await eventCount(workplace);
  await takeBackReview(workplace, ADA, review.id);
  assert.equal(await eventCount(workplace), before);
  await assert.rejects(takeBackReview(workplace, ADA, NOBODYS), { code: "VIVA_REVIEW_NOT_FOUND" });
  await assert.rejects(takeBackReview(workplace, BOB, review.id), { code: "VIVA_REVIEW_NOT_FOUND" });
});
