import assert from "node:assert/strict";
import { test } from "node:test";
import type { PointId } from "../base/index.ts";
import type { Point } from "../deck/index.ts";
import type { PointVerdict } from "../grade/index.ts";
import { pointToCorrect } from "./point-to-correct.ts";

function judged(...points: [id: string, weight: Point["weight"], verdict: PointVerdict][]) {
  return {
    question: {
      points: points.map(([id, weight]): Point => ({ id: id as PointId, weight, text: id, variants: [] })),
    },
    verdicts: points.map(([id, , verdict]) => ({ point: id as PointId, verdict })),
  };
}

const SOME = judged(
  ["light", 1, "missing"],
  ["heavy", 3, "covered"],
  ["half", 4, "partly"],
  ["wrong", 2, "contradicted"],
  ["extra", "bonus", "missing"],
);

for (const [what, verdict, named, expected] of [
  ["the heaviest that is not covered, partly included", "covered", null, "half"],
  ["the heaviest that is covered, before one that is only partly", "missing", null, "heavy"],
  ["a number counts from one", "covered", "4", "wrong"],
  ["an id", "missing", "light", "light"],
] as const) {
  test(`pointToCorrect: ${what}`, () => {
    const point = pointToCorrect(SOME, verdict, named);
    assert.equal(point.ok && point.value.id, expected);
  });
}

test("pointToCorrect: of equal weight the first is meant, and a bonus comes last", () => {
  const order: string[] = [];
  let now = judged(["a", 1, "missing"], ["b", "bonus", "missing"], ["c", 1, "missing"]);
  for (;;) {
    const point = pointToCorrect(now, "covered", null);
    if (!point.ok) {
      assert.equal(point.problem, "every point is covered already");
      break;
    }
    const { id } = point.value;
    order.push(id);
    const verdicts = now.verdicts.map((each) =>
      each.point === id ? { ...each, verdict: "covered" as const } : each,
    );
    now = { ...now, verdicts };
  }
  assert.deepEqual(order, ["a", "c", "b"]);
});

for (const named of ["0", "6", "-1", "nothing"]) {
  test(`pointToCorrect: ${named} is no point, and those there are are named`, () => {
    const point = pointToCorrect(SOME, "covered", named);
    assert.ok(!point.ok);
    assert.equal(
      point.problem,
      `no point ${JSON.stringify(named)}: there are 1 light, 2 heavy, 3 half, 4 wrong, 5 extra`,
    );
  });
}

test("pointToCorrect: without a judged point there is none", () => {
  const point = pointToCorrect(judged(), "covered", "1");
  assert.equal(!point.ok && point.problem, 'no point "1": none was judged');
});
