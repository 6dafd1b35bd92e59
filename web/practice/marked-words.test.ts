import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { markedWords } from "./marked-words.ts";

const SAID = "One kernel for all 🐳, so it starts fast";
const evidence = (point: string, text: string, turn = 0) => {
  const start = SAID.indexOf(text);
  return { point, evidence: { turn, start, end: start + text.length, text } };
};

test("marked words: evidence that overlaps is cut where it begins and ends", () => {
  const pieces = markedWords(SAID, 0, [
    evidence("kernel", "kernel for all 🐳"),
    evidence("all", "all 🐳, so it"),
  ]);
  assert.deepEqual(
    pieces.map(({ text, points, ending }) => [text, points.join("+"), ending.join("+")]),
    [
      ["One ", "", ""],
      ["kernel for ", "kernel", ""],
      ["all 🐳", "kernel+all", "kernel"],
      [", so it", "all", "all"],
      [" starts fast", "", ""],
    ],
  );
});

test("marked words: the same words may be evidence of two points", () => {
  const pieces = markedWords(SAID, 0, [evidence("a", "kernel"), evidence("b", "kernel")]);
  assert.deepEqual(pieces[1]?.ending, ["a", "b"]);
});

for (const [name, verdict] of [
  ["of another turn", evidence("a", "kernel", 1)],
  ["that is none", { point: "a", evidence: null }],
  ["whose words stand elsewhere", { point: "a", evidence: { turn: 0, start: 0, end: 6, text: "kernel" } }],
  ["beyond the end", { point: "a", evidence: { turn: 0, start: 90, end: 96, text: "kernel" } }],
  ["without words", { point: "a", evidence: { turn: 0, start: 4, end: 4, text: "" } }],
] as const) {
  test(`marked words: evidence ${name} marks nothing`, () => {
    const pieces = markedWords(SAID, 0, [verdict]);
    assert.deepEqual(pieces, [{ text: SAID, start: 0, points: [], ending: [] }]);
  });
}

test("marked words: the pieces together are what was said, and each span ends once", () => {
  const spans = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 6 });
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), spans, (said, pairs) => {
      const verdicts = pairs.map(([a, b], at) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        return { point: `p${at}`, evidence: { turn: 0, start, end, text: said.slice(start, end) } };
      });
      const pieces = markedWords(said, 0, verdicts);
      assert.equal(pieces.map(({ text }) => text).join(""), said);
      const marked = new Set(pieces.flatMap(({ points }) => points));
      assert.deepEqual(pieces.flatMap(({ ending }) => ending).toSorted(), [...marked].toSorted());
    }),
  );
});
