import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { DeckName, EventId, PersonId, PointId, QuestionId } from "../base/index.ts";
import type { PointVerdict } from "../grade/index.ts";
import { effectiveReviews } from "./effective-reviews.ts";
import type { CorrectionEvent, PracticeEvent, RetractionEvent, Review, ReviewEvent } from "./event.ts";
import { ratingOf } from "./rating.ts";
import { scoreOf } from "./score.ts";

const id = (name: string) => name as EventId;
const COMMON = {
  v: 1,
  workspace: "home",
  person: "owner" as PersonId,
  device: "d",
  question: "api-001" as QuestionId,
  questionHash: "h",
} as const;

type Judged = Pick<Review, "verdicts">["verdicts"];

function verdicts(...of: readonly [weight: number | "bonus", verdict: PointVerdict][]): Judged {
  return of.map(([weight, verdict], at) => ({
    point: `p${at + 1}` as PointId,
    weight,
    verdict,
    p: 0.8,
    evidence: { turn: 0, start: at, end: at + 1 },
  }));
}

function review(name: string, at: number, judged: Judged, more: Partial<Review> = {}): ReviewEvent {
  const score = more.score ?? scoreOf(judged);
  const rated = { score, label: "partly", outcome: "answered", verdicts: judged, firstKeyMs: null } as const;
  const payload: Review = {
    ...rated,
    deck: "api" as DeckName,
    judge: "words",
    doubt: 0.1,
    rating: ratingOf(rated),
    confidence: null,
    ...more,
  };
  return { ...COMMON, kind: "review", id: id(name), at, payload };
}

function correction(name: string, at: number, of: string, point: string, verdict: "covered" | "missing") {
  const payload = { review: id(of), point: point as PointId, verdict };
  return { ...COMMON, kind: "correction", id: id(name), at, payload } satisfies CorrectionEvent;
}

function retraction(name: string, at: number, of: string): RetractionEvent {
  return { ...COMMON, kind: "retraction", id: id(name), at, payload: { of: id(of) } };
}

const HALF = verdicts([2, "covered"], [2, "missing"]);

test("effective: a correction sets the verdict, keeps the evidence, and derives score, label and rating again", () => {
  const [found] = effectiveReviews([review("a", 1, HALF), correction("b", 2, "a", "p2", "covered")]);
  assert.ok(found);
  assert.deepEqual(
    { score: found.score, label: found.label, rating: found.rating, corrected: found.corrected },
    { score: 1, label: "covered", rating: "good", corrected: true },
  );
  assert.deepEqual(found.corrections, [{ point: "p2", verdict: "covered" }]);
  assert.deepEqual(found.verdicts[1], { ...HALF[1], verdict: "covered" });
});

test("effective: a correction takes a contradiction out of the label and the rating", () => {
  const judged = verdicts([1, "covered"], [1, "contradicted"], [1, "covered"]);
  const asked = review("a", 1, judged, { label: "contradicted" });
  const [missing] = effectiveReviews([asked, correction("b", 2, "a", "p2", "missing")]);
  assert.deepEqual([missing?.label, missing?.rating], ["partly", "hard"]);
  const [other] = effectiveReviews([asked, correction("b", 2, "a", "p1", "missing")]);
  assert.deepEqual([other?.label, other?.rating], ["contradicted", "again"]);
});

test("effective: of two corrections of one point the later one holds, of one instant the one with the later id", () => {
  const first = correction("b", 3, "a", "p2", "covered");
  const cases = [
    [correction("c", 4, "a", "p2", "missing"), 0.5],
    [correction("c", 2, "a", "p2", "missing"), 1],
    [correction("c", 3, "a", "p2", "missing"), 0.5],
    [correction("aa", 3, "a", "p2", "missing"), 1],
  ] as const;
  for (const [second, score] of cases) {
    assert.equal(effectiveReviews([review("a", 1, HALF), second, first])[0]?.score, score);
  }
});

test("effective: a retraction takes back a review or a correction, whatever the clock said", () => {
  const asked = review("a", 5, HALF);
  assert.deepEqual(effectiveReviews([asked, retraction("b", 1, "a")]), []);
  const corrected = [asked, correction("b", 6, "a", "p2", "covered")];
  assert.equal(effectiveReviews([...corrected, retraction("c", 1, "b")])[0]?.score, 0.5);
  const twice = [...corrected, correction("c", 7, "a", "p2", "missing"), retraction("d", 8, "c")];
  assert.equal(effectiveReviews(twice)[0]?.score, 1);
});

test("effective: what refers to nothing changes nothing", () => {
  const asked = review("a", 1, HALF);
  const plain = effectiveReviews([asked]);
  for (const event of [
    correction("b", 2, "unknown", "p2", "covered"),
    correction("b", 2, "a", "unknown", "covered"),
    correction("b", 2, "a", "p1", "covered"),
    retraction("b", 2, "unknown"),
  ]) {
    assert.deepEqual(effectiveReviews([asked, event]), plain);
  }
  assert.deepEqual(effectiveReviews([]), []);
});

test("effective: 'name two of' stays scored over the best two", () => {
  const judged = verdicts([1, "covered"], [1, "missing"], [1, "missing"], [1, "missing"]);
  const asked = review("a", 1, judged, { score: 0.5 });
  assert.equal(effectiveReviews([asked, correction("b", 2, "a", "p3", "covered")])[0]?.score, 1);
  assert.equal(effectiveReviews([asked, correction("b", 2, "a", "p1", "missing")])[0]?.score, 0);
});

test("effective: a score that no mean explains moves by as much as the mean", () => {
  const asked = review("a", 1, HALF, { score: 0.61 });
  assert.equal(effectiveReviews([asked, correction("b", 2, "a", "p2", "covered")])[0]?.score, 1);
  const lowered = effectiveReviews([asked, correction("b", 2, "a", "p1", "missing")])[0]?.score ?? 1;
  assert.ok(Math.abs(lowered - 0.11) < 1e-9);
});

const someVerdicts = fc
  .array(
    fc.tuple(
      fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant("bonus" as const)),
      fc.constantFrom<PointVerdict>("covered", "partly", "missing", "contradicted"),
    ),
    { maxLength: 6 },
  )
  .map((each) => verdicts(...each));
/** Scored as the judge does, over the best few, or by something else. */
const someReview = fc
  .tuple(fc.nat(8), someVerdicts, fc.oneof(fc.constant(null), fc.double({ min: 0, max: 1, noNaN: true })))
  .map(([at, judged, score]) => ({ at, judged, score: score ?? scoreOf(judged) }));

const someLog = fc
  .record({
    reviews: fc.array(someReview, { maxLength: 4 }),
    corrections: fc.array(
      fc.tuple(fc.nat(8), fc.nat(4), fc.integer({ min: 1, max: 7 }), fc.constantFrom("covered", "missing")),
      { maxLength: 8 },
    ),
    retractions: fc.array(fc.tuple(fc.nat(8), fc.constantFrom("r", "c"), fc.nat(8)), { maxLength: 4 }),
  })
  .map(({ reviews, corrections, retractions }): PracticeEvent[] => [
    ...reviews.map(({ at, judged, score }, n) => review(`r${n}`, at, judged, { score })),
    ...corrections.map(([at, of, point, to], n) => correction(`c${n}`, at, `r${of}`, `p${point}`, to)),
    ...retractions.map(([at, kind, of], n) => retraction(`x${n}`, at, `${kind}${of}`)),
  ]);

test("effective: the order of the input does not matter", () => {
  const shuffled = someLog.chain((log) =>
    fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })),
  );
  fc.assert(
    fc.property(shuffled, ([log, other]) => {
      assert.deepEqual(effectiveReviews(other), effectiveReviews(log));
    }),
  );
});

test("effective: a correction to covered never lowers a score, one to missing never raises it", () => {
  fc.assert(
    fc.property(someReview, fc.integer({ min: 1, max: 6 }), ({ at, judged, score }, point) => {
      const asked = review("a", at, judged, { score });
      const [up] = effectiveReviews([asked, correction("b", 9, "a", `p${point}`, "covered")]);
      const [down] = effectiveReviews([asked, correction("b", 9, "a", `p${point}`, "missing")]);
      assert.ok(up && up.score >= score - 1e-9 && up.score <= 1);
      assert.ok(down && down.score <= score + 1e-9 && down.score >= 0);
    }),
  );
});

test("effective: correcting anything and taking it back is as if it had not been", () => {
  fc.assert(
    fc.property(someLog, fc.nat(3), fc.integer({ min: 1, max: 6 }), (log, of, point) => {
      const more = [...log, correction("z", 9, `r${of}`, `p${point}`, "covered"), retraction("zz", 10, "z")];
      assert.deepEqual(effectiveReviews(more), effectiveReviews(log));
    }),
  );
});
