import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ADA, namingGrader, said, testQuestion, testWorkplace } from "../../test/fixtures/practice.ts";
import type { PointId } from "../base/index.ts";
import { correctedAssessment } from "./corrected-assessment.ts";
import { recordReview } from "./record-review.ts";
import { reviewOfVisit } from "./review-of-visit.ts";
import { answer, correct, lastVisit, startSession } from "./session.ts";

const POINTS = ["one", "two", "extra"].map((id) => id as PointId);

test("correctedAssessment: what the interview shows is what the kept review says, whatever was corrected", async () => {
  const corrections = fc.array(
    fc.record({
      point: fc.constantFrom(...POINTS),
      verdict: fc.constantFrom("covered" as const, "missing" as const),
    }),
    { maxLength: 5 },
  );
  const text = fc.constantFrom("one", "not one", "two", "extra", "not one but two", "nothing of it", " ");
  await fc.assert(
    fc.asyncProperty(text, corrections, async (words, corrected) => {
      const { workplace } = await testWorkplace();
      const asked = await said(workplace, "docker-001", []);
      let session = answer(startSession([asked.question]), namingGrader, words);
      for (const { point, verdict } of corrected) session = correct(session, point, verdict);
      const visit = lastVisit(session);
      assert.ok(visit !== null && visit.outcome !== "skipped");
      const { review } = await recordReview(
        workplace,
        ADA,
        reviewOfVisit(visit, { id: workplace.newId(), deck: asked.deck }),
      );
      const { score, label, verdicts } = correctedAssessment(visit);
      assert.deepEqual([review.score, review.label], [score, label]);
      assert.deepEqual(
        review.verdicts.map(({ point, verdict }) => [point, verdict]),
        verdicts.map(({ point, verdict }) => [point, verdict]),
      );
    }),
    { numRuns: 60 },
  );
});

test("correctedAssessment: an overruled misconception is not explained any more, and nobody asks on for what was said", () => {
  const question = testQuestion("docker-001");
  const assessment = {
    ...namingGrader.assess(question, "not one"),
    followUp: { point: "one" as PointId, text: "And one?" },
  };
  const [first, ...others] = assessment.verdicts.map((each) => ({ ...each, correction: "It is." }));
  assert.ok(first);
  const corrected = correctedAssessment({
    question,
    assessment: { ...assessment, verdicts: [first, ...others] },
    corrections: [{ point: first.point, verdict: "covered" }],
  });
  assert.equal(corrected.verdicts[0]?.correction, null);
  assert.equal(corrected.followUp, null);
});
