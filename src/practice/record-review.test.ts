import assert from "node:assert/strict";
import { test } from "node:test";
import { ADA, BOB, NINE, said, testWorkplace } from "../../test/fixtures/practice.ts";
import type { EventId, PointId, QuestionId } from "../base/index.ts";
import { takeBackReview } from "./correct-review.ts";
import { questionHash } from "./question-hash.ts";
import { recordReview } from "./record-review.ts";
import { LOCAL_WORKSPACE } from "./workplace.ts";

const ONE = "one" as PointId;
const TWO = "two" as PointId;

test("recordReview: what is kept says who, when, which question as it was, what was said and how it was judged", async () => {
  const { workplace } = await testWorkplace();
  const review = await said(workplace, "docker-001", ["It is one.", "And extra."], {
    firstKeyMs: 1200,
    confidence: "think",
  });
  await recordReview(workplace, ADA, review);
  const store = await workplace.store();
  const entry = await store.events.find(ADA, review.id);
  assert.ok(entry?.event.kind === "review");
  const { rating: _rating, ...payload } = entry.event.payload;
  assert.deepEqual(entry.turns, ["It is one.", "And extra."]);
  assert.deepEqual(
    { ...entry.event, payload },
    {
      kind: "review",
      id: review.id,
      v: 1,
      workspace: LOCAL_WORKSPACE,
      person: ADA,
      device: store.device,
      at: NINE,
      question: "docker-001",
      questionHash: questionHash(review.question),
      payload: {
        deck: "docker",
        outcome: "answered",
        judge: "naming-1",
        score: 2 / 3,
        label: "partly",
        doubt: 0,
        firstKeyMs: 1200,
        confidence: "think",
        verdicts: [
          { point: "one", weight: 2, verdict: "covered", p: 1, evidence: { turn: 0, start: 6, end: 9 } },
          { point: "two", weight: 1, verdict: "missing", p: 1, evidence: null },
          {
            point: "extra",
            weight: "bonus",
            verdict: "covered",
            p: 1,
            evidence: { turn: 1, start: 4, end: 9 },
          },
        ],
      },
    },
  );
});

test("recordReview: the record gives the words of the evidence and when the question comes back", async () => {
  const { workplace } = await testWorkplace();
  const { review, isNew } = await recordReview(
    workplace,
    ADA,
    await said(workplace, "docker-001", ["one and two"]),
  );
  assert.equal(isNew, true);
  assert.equal(review.verdicts[0]?.evidence?.text, "one");
  assert.ok(review.due !== null && review.due > NINE);
  const [row] = await (await workplace.store()).recalls.of(ADA, ["docker-001" as QuestionId]);
  assert.equal(row?.due, review.due);
  assert.equal(row?.deck, "docker");
});

test("recordReview: the same review twice is kept once", async () => {
  const { workplace, clock } = await testWorkplace();
  const review = await said(workplace, "docker-001", ["one"], {
    corrections: [{ point: TWO, verdict: "covered" }],
  });
  const first = await recordReview(workplace, ADA, review);
  clock.now += 60_000;
  const again = await recordReview(workplace, ADA, review);
  assert.equal(again.isNew, false);
  assert.deepEqual(again.review, first.review);
  const { events } = await workplace.store();
  assert.equal((await events.ofQuestion(ADA, review.question.id)).length, 2);
});

test("recordReview: recorded at the same time by two, it is kept once", async () => {
  const { workplace } = await testWorkplace();
  const review = await said(workplace, "docker-001", ["one"]);
  const both = await Promise.all([
    recordReview(workplace, ADA, review),
    recordReview(workplace, ADA, review),
  ]);
  assert.deepEqual(both.map(({ isNew }) => isNew).toSorted(), [false, true]);
});

test("recordReview: an id that stands for something else is refused, and what it stands for stays", async () => {
  const { workplace } = await testWorkplace();
  const review = await said(workplace, "docker-001", ["one"]);
  const { review: kept } = await recordReview(workplace, ADA, review);
  const { id } = review;
  const conflict = { code: "VIVA_REVIEW_CONFLICT" };
  for (const other of [
    await said(workplace, "docker-001", ["two"], { id }),
    await said(workplace, "docker-001", ["one", "two"], { id }),
    await said(workplace, "docker-001", [], { id }),
    await said(workplace, "docker-002", ["one"], { id }),
  ]) {
    await assert.rejects(recordReview(workplace, ADA, other), conflict);
  }
  await assert.rejects(recordReview(workplace, BOB, review), conflict);
  assert.deepEqual((await recordReview(workplace, ADA, review)).review, kept);
});

test("recordReview: a review that was taken back does not come back by being sent once more", async () => {
  const { workplace } = await testWorkplace();
  const review = await said(workplace, "docker-001", ["one"]);
  await recordReview(workplace, ADA, review);
  await takeBackReview(workplace, ADA, review.id);
  await assert.rejects(recordReview(workplace, ADA, review), {
    code: "VIVA_REVIEW_CONFLICT",
    message: /taken back/,
  });
});

test("recordReview: corrections made before the visit closed are events of their own, and count", async () => {
  const { workplace } = await testWorkplace();
  const review = await said(workplace, "docker-001", ["one"], {
    corrections: [
      { point: TWO, verdict: "covered" },
      { point: ONE, verdict: "covered" },
    ],
  });
  const { review: kept } = await recordReview(workplace, ADA, review);
  assert.equal(kept.score, 1);
  assert.equal(kept.label, "covered");
  assert.deepEqual(
    kept.verdicts.map(({ verdict, corrected }) => [verdict, corrected]),
    [
      ["covered", false],
      ["covered", true],
      ["missing", false],
    ],
  );
  const { events } = await workplace.store();
  const kinds = (await events.ofQuestion(ADA, review.question.id)).map(({ event }) => event.kind);
  assert.deepEqual(kinds, ["review", "correction"]);
});

test("recordReview: a client whose clock is ahead makes ids that sort last, and its corrections still come after", async () => {
  const { workplace } = await testWorkplace();
  const id = "ffffffff-ffff-7fff-bfff-ffffffffffff" as EventId;
  const corrections = [{ point: TWO, verdict: "covered" as const }];
  const review = await said(workplace, "docker-001", ["one"], { id, corrections });
  await recordReview(workplace, ADA, review);
  const { events } = await workplace.store();
  const kinds = (await events.ofQuestion(ADA, review.question.id)).map(({ event }) => event.kind);
  assert.deepEqual(kinds, ["review", "correction"]);
});

test("recordReview: a correction of a point that the question has not keeps nothing", async () => {
  const { workplace } = await testWorkplace();
  const corrections = [{ point: "three" as PointId, verdict: "covered" as const }];
  const review = await said(workplace, "docker-001", ["one"], { corrections });
  await assert.rejects(recordReview(workplace, ADA, review), { code: "VIVA_INVALID", message: /three/ });
  const { events } = await workplace.store();
  assert.equal(await events.find(ADA, review.id), null);
});

test("recordReview: I don't know is kept as unknown, without words", async () => {
  const { workplace } = await testWorkplace();
  const { review } = await recordReview(workplace, ADA, await said(workplace, "docker-001", []));
  assert.deepEqual([review.outcome, review.turns, review.rating], ["unknown", [], "again"]);
});
