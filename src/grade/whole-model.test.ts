import assert from "node:assert/strict";
import { test } from "node:test";
import { parseWholeModel, type WholeFile } from "./whole-model.ts";

const SMALL: WholeFile = {
  version: 1,
  about: {},
  features: ["a", "b"],
  worth: { constant: -1, weights: [2, 0] },
  contradiction: { constant: 0, weights: [0, -3] },
  cuts: { covered: 0.5, partly: 0.25, contradicted: 0.4 },
};

test("weights of whole answers: the odds are the constant and the weighted sum", () => {
  const { weigh } = parseWholeModel(JSON.stringify(SMALL));
  const { worth, contradicted } = weigh([0.5, 0]);
  assert.deepEqual([worth, contradicted], [0.5, 0.5]);
  assert.ok(weigh([1, 1]).worth > 0.7 && weigh([1, 1]).contradicted < 0.05);
});

for (const [what, text] of [
  ["no JSON", "words"],
  ["null", "null"],
  ["another version", JSON.stringify({ ...SMALL, version: 2 })],
  ["a weight too few", JSON.stringify({ ...SMALL, worth: { constant: 0, weights: [1] } })],
  ["a weight that is no number", JSON.stringify({ ...SMALL, worth: { constant: 0, weights: [1, null] } })],
  ["no cut-offs", JSON.stringify({ ...SMALL, cuts: undefined })],
] as const) {
  test(`weights of whole answers: ${what} is refused`, () => {
    assert.throws(() => parseWholeModel(text), TypeError);
  });
}
