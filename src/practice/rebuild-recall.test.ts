import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ADA, BOB, said, testWorkplace } from "../../test/fixtures/practice.ts";
import type { PointId } from "../base/index.ts";
import { correctReview, takeBackReview } from "./correct-review.ts";
import { rebuildRecall } from "./rebuild-recall.ts";
import { recordReview } from "./record-review.ts";
import type { Workplace } from "./workplace.ts";

const QUESTIONS = ["docker-001", "docker-002", "notes-001"] as const;

async function rows(workplace: Workplace) {
  const { recalls } = await workplace.store();
  const asked = QUESTIONS.map((id) => id as never);
  const found = [...(await recalls.of(ADA, asked)), ...(await recalls.of(BOB, asked))];
  return found.toSorted((a, b) => (`${a.person} ${a.question}` < `${b.person} ${b.question}` ? -1 : 1));
}

test("rebuild: the same rows before and after, whatever happened", async () => {
  const step = fc.record({
    person: fc.constantFrom(ADA, BOB),
    question: fc.constantFrom(...QUESTIONS),
    texts: fc.constantFrom([], ["one"], ["two"], ["one and two"], ["not one"], ["extra", "two"]),
    after: fc.integer({ min: -86_400_000, max: 40 * 86_400_000 }),
    next: fc.constantFrom("leave", "correct", "take back"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { workplace, clock } = await testWorkplace();
      for (const { person, question, texts, after, next } of steps) {
        clock.now += after;
        const review = await said(workplace, question, texts);
        await recordReview(workplace, person, review);
        const correction = { review: review.id, point: "one" as PointId, verdict: "covered" } as const;
        if (next === "correct") await correctReview(workplace, person, correction);
        if (next === "take back") await takeBackReview(workplace, person, review.id);
      }
      const before = await rows(workplace);
      await rebuildRecall(workplace);
      assert.deepEqual(await rows(workplace), before);
    }),
    { numRuns: 60 },
  );
});
