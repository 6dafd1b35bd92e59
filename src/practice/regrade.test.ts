import assert from "node:assert/strict";
import { test } from "node:test";
import { ADA, namingGrader, said, testWorkplace } from "../../test/fixtures/practice.ts";
import type { PointId, QuestionId } from "../base/index.ts";
import type { Grader } from "../grade/index.ts";
import { correctReview } from "./correct-review.ts";
import { reviewById } from "./history.ts";
import { recordReview } from "./record-review.ts";
import { type Regraded, regrade, takeBackRegrades } from "./regrade.ts";
import type { Workplace } from "./workplace.ts";

const ONE = "one" as PointId;
const TWO = "two" as PointId;

/** A judge who takes "zwei" for two as well. */
const polyglot: Grader = {
  version: "polyglot",
  assess: (question, answer, earlier = []) =>
    namingGrader.assess(
      question,
      answer.replaceAll("zwei", "two "),
      earlier.map((turn) => turn.replaceAll("zwei", "two ")),
    ),
};

async function answered(...texts: string[]) {
  const { workplace, clock } = await testWorkplace();
  const ids = [];
  for (const text of texts) {
    clock.now += 1000;
    ids.push((await recordReview(workplace, ADA, await said(workplace, "docker-001", [text]))).review.id);
  }
  const later: Workplace = { ...workplace, grader: async () => polyglot };
  return { workplace: later, ids, first: ids[0] ?? assert.fail() };
}

async function changes(workplace: Workplace, choices: Parameters<typeof regrade>[2] = {}) {
  const out: Regraded[] = [];
  const totals = await regrade(workplace, ADA, { ...choices, changed: (each) => void out.push(each) });
  return { out, totals };
}

test("regrade: what another judge sees otherwise is told and holds, and recall follows", async () => {
  const { workplace, first } = await answered("one, zwei", "one");
  const before = await reviewById(workplace, ADA, first);
  const { out, totals } = await changes(workplace);
  assert.deepEqual(totals, { judged: 2, changed: 1, gone: 0 });
  assert.deepEqual(
    out.map(({ review, points }) => [review, points]),
    [[first, [{ point: TWO, before: "missing", after: "covered" }]]],
  );
  const after = await reviewById(workplace, ADA, first);
  assert.deepEqual([before.score < 1, after.score, after.judge], [true, 1, "polyglot"]);
  assert.deepEqual(after.turns, before.turns);
  const { recalls } = await workplace.store();
  const [row] = await recalls.of(ADA, ["docker-001" as QuestionId]);
  assert.equal(row?.due, after.due);
});

test("regrade: a second time nothing changes, and a dry run changes nothing at all", async () => {
  const { workplace, first } = await answered("zwei");
  const before = await reviewById(workplace, ADA, first);
  assert.equal((await changes(workplace, { dryRun: true })).totals.changed, 1);
  assert.deepEqual(await reviewById(workplace, ADA, first), before);
  assert.equal((await changes(workplace)).totals.changed, 1);
  assert.equal((await changes(workplace)).totals.changed, 0);
});

test("regrade: what the person overruled still holds, and can be taken back to what the new judge says", async () => {
  const { workplace, first } = await answered("one, zwei");
  await correctReview(workplace, ADA, { review: first, point: ONE, verdict: "missing" });
  await regrade(workplace, ADA);
  const verdicts = async () => (await reviewById(workplace, ADA, first)).verdicts.map((each) => each.verdict);
  assert.deepEqual((await verdicts()).slice(0, 2), ["missing", "covered"]);
  await correctReview(workplace, ADA, { review: first, point: TWO, verdict: "missing" });
  assert.deepEqual((await verdicts()).slice(0, 2), ["missing", "missing"]);
  await correctReview(workplace, ADA, { review: first, point: TWO, verdict: null });
  assert.deepEqual((await verdicts()).slice(0, 2), ["missing", "covered"]);
});

test("regrade: taken back, every review is as it was", async () => {
  const { workplace, first } = await answered("zwei");
  const before = await reviewById(workplace, ADA, first);
  await regrade(workplace, ADA);
  assert.equal(await takeBackRegrades(workplace, ADA), 1);
  assert.deepEqual(await reviewById(workplace, ADA, first), before);
  assert.equal(await takeBackRegrades(workplace, ADA), 0);
});

test("regrade: another deck's answers and another question's stay as they are", async () => {
  const { workplace } = await answered("zwei");
  assert.equal((await changes(workplace, { deck: "notes" })).totals.judged, 0);
  assert.equal((await changes(workplace, { question: "notes-001" as QuestionId })).totals.judged, 0);
  assert.equal((await changes(workplace, { deck: "docker" })).totals.changed, 1);
});
