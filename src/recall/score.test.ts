import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { PointId } from "../base/index.ts";
import type { PointVerdict } from "../grade/index.ts";
import * as judge from "../grade/score.ts";
import type { ReviewVerdict } from "./event.ts";
import { labelOf, scoreAgain, scoreOf } from "./score.ts";

const somePoints = fc.array(
  fc.tuple(
    fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant("bonus" as const)),
    fc.constantFrom<PointVerdict>("covered", "partly", "missing", "contradicted"),
  ),
  { minLength: 1, maxLength: 8 },
);
type Points = readonly [ReviewVerdict["weight"], PointVerdict][];

/** What the judge's score depends on. */
function inHand(weights: readonly ReviewVerdict["weight"][], wanted: number | null): judge.Weighing {
  const points = weights.map((weight) => ({ weight: weight === "bonus" ? 0 : weight }));
  return { points, enough: wanted === null ? null : { wanted } };
}

function judged(points: Points, wanted: number | null) {
  const question = inHand(
    points.map(([weight]) => weight),
    wanted,
  );
  const verdicts = points.map(([, verdict]) => verdict);
  const score = judge.scoreOf(verdicts, question);
  return { score, label: judge.labelOf(verdicts, score, question) };
}

const kept = (points: Points): ReviewVerdict[] =>
  points.map(([weight, verdict], at) => ({
    point: `p${at}` as PointId,
    weight,
    verdict,
    p: 1,
    evidence: null,
  }));

test("score: a kept review has the score and the label that the judge gave", () => {
  fc.assert(
    fc.property(somePoints, (points) => {
      const { score, label } = judged(points, null);
      assert.equal(scoreOf(kept(points)), score);
      assert.equal(labelOf(score, kept(points)), label);
    }),
  );
});

for (const score of [0, 0.249, 0.25, 0.849, 0.85, 1]) {
  test(`label: ${score} is the same word as the judge's`, () => {
    const word = judge.labelOf(["partly"], score, inHand([1], null));
    assert.equal(labelOf(score, kept([[1, "partly"]])), word);
  });
}

test("score again: 'name three of' stays scored as the judge does it", () => {
  const points: Points = [
    [1, "covered"],
    [1, "partly"],
    [1, "missing"],
    [1, "missing"],
    [1, "contradicted"],
  ];
  for (const wanted of [2, 3, 4]) {
    const review = { score: judged(points, wanted).score, verdicts: kept(points) };
    for (let at = 0; at < points.length; at++) {
      const other = points.with(at, [1, "covered"]);
      assert.equal(scoreAgain(review, kept(other)), judged(other, wanted).score);
    }
  }
});
