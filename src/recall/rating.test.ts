import assert from "node:assert/strict";
import { test } from "node:test";
import type { PointId } from "../base/index.ts";
import type { Weight } from "../deck/index.ts";
import type { PointVerdict } from "../grade/index.ts";
import type { ReviewVerdict } from "./event.ts";
import { ratingOf } from "./rating.ts";

const point = (weight: Weight, verdict: PointVerdict): ReviewVerdict => ({
  point: `p-${weight}-${verdict}` as PointId,
  weight,
  verdict,
  p: 1,
  evidence: null,
});
const FINE = [point(2, "covered"), point(1, "covered")];

for (const [says, score, firstKeyMs, verdicts, rating] of [
  ["nothing said", 0, 100, FINE, "again"],
  ["just below .4", 0.399, null, FINE, "again"],
  [".4", 0.4, null, FINE, "hard"],
  ["just below .7", 0.699, 100, FINE, "hard"],
  [".7", 0.7, 100, FINE, "good"],
  ["just below .95", 0.949, 100, FINE, "good"],
  [".95 at once", 0.95, 5000, FINE, "easy"],
  [".95 after a while", 0.95, 5001, FINE, "good"],
  ["all of it, from a pipe", 1, null, FINE, "good"],
  ["the heaviest contradicted", 0.9, 100, [point(2, "contradicted"), point(1, "covered")], "again"],
  ["a lighter one contradicted", 0.8, 100, [point(2, "covered"), point(1, "contradicted")], "good"],
  ["one of two that weigh the same", 0.8, 100, [point(1, "covered"), point(1, "contradicted")], "again"],
  ["a bonus contradicted", 0.8, 100, [point(1, "covered"), point("bonus", "contradicted")], "good"],
  ["a bonus contradicted of bonuses alone", 0.8, 100, [point("bonus", "contradicted")], "again"],
] as const) {
  test(`rating: ${says} is ${rating}`, () => {
    assert.equal(ratingOf({ score, label: "partly", outcome: "answered", verdicts, firstKeyMs }), rating);
  });
}

for (const [outcome, rating] of [
  ["answered", "good"],
  ["unknown", "again"],
] as const) {
  test(`rating: a question that cannot be judged, ${outcome}, is ${rating}`, () => {
    const review = { score: 0, label: "ungraded", outcome, verdicts: [], firstKeyMs: 100 } as const;
    assert.equal(ratingOf(review), rating);
  });
}
