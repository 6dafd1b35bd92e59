import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { PointId, QuestionId } from "../base/index.ts";
import { canonicalBlock, canonicalQuestion, oneLine } from "./canonical.ts";
import { parseQuestion } from "./parse-question.ts";
import { printQuestion } from "./print-question.ts";
import type { Question } from "./question.ts";

/** Pieces that the form itself uses, so that random texts meet every rule of it. */
const piece = fc.constantFrom(
  ..."# |## |## Answer|### |---|- |  - |**|(2): |→|: |```|~~~|````|`|\\|[|]|, |'|\"|#|\t|\r|\n|\n\n|  \n|1. |10) |- ```|    |x|é|日本|\u00a0|\u2028|true|1".split(
    "|",
  ),
);
const text = fc.oneof(
  fc.string(),
  fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join("")),
);
const word = fc
  .string({ unit: fc.constantFrom("a", "b", "c", "0", "1"), minLength: 1, maxLength: 6 })
  .map((each) => each as QuestionId & PointId);
/** A text that is still there once it is one line. */
const line = text.filter((each) => each.trim() !== "");

const question: fc.Arbitrary<Question> = fc.record({
  id: word,
  section: text,
  level: fc.constantFrom(1, 2, 3, null),
  tags: fc.array(text, { maxLength: 3 }),
  refs: fc.array(text, { maxLength: 3 }),
  related: fc.array(word, { maxLength: 2 }),
  title: line,
  body: text,
  answer: text,
  points: fc.uniqueArray(
    fc.record({
      id: word,
      text: line,
      weight: fc.oneof(fc.constant("bonus" as const), fc.integer({ min: 1, max: 99 })),
      variants: fc.array(text, { maxLength: 3 }),
    }),
    { selector: ({ id }) => id, maxLength: 3 },
  ),
  proposed: fc.boolean(),
  misconceptions: fc.array(fc.record({ point: word, claim: line, correction: line }), { maxLength: 2 }),
  followUps: fc.array(fc.record({ point: fc.oneof(word, fc.constant("*" as const)), text: line }), {
    maxLength: 2,
  }),
  source: text,
  imported: text,
  lab: text,
  noLab: text,
  shown: fc.array(text, { maxLength: 2 }),
  unknown: fc.constantFrom<Question["unknown"]>(
    [],
    [{ key: "colour", place: "entry", text: "colour: blue # why not" }],
    [
      { key: "id", place: "above", text: "# one" },
      { key: "id", place: "beside", text: "#two" },
      { key: "tags", place: "beside", text: "# three" },
      { key: "extra", place: "above", text: "# four" },
      { key: "extra", place: "entry", text: "extra:\n  deep: [1,\n    2]" },
      { key: "", place: "above", text: "# five" },
    ],
  ),
});

test("a canonical question comes back from its file unchanged", () => {
  fc.assert(
    fc.property(question, (raw) => {
      const canonical = canonicalQuestion(raw);
      const file = parseQuestion("x.md", printQuestion(canonical));
      assert.ok(file.ok, JSON.stringify(file));
      assert.deepEqual(file.question, canonical);
    }),
    { numRuns: 500 },
  );
});

test("canonicalBlock: applying it twice changes nothing", () => {
  fc.assert(
    fc.property(text, (raw) => {
      assert.equal(canonicalBlock(canonicalBlock(raw)), canonicalBlock(raw));
    }),
  );
});

for (const [raw, line] of [
  ['What does `"a  b".split(" ")` give?', 'What does `"a  b".split(" ")` give?'],
  [" \t one  \n\n  two\u00a0\r\n", "one two\u00a0"],
  ["a\u00a0b\tc", "a\u00a0b\tc"],
] as const) {
  test(`oneLine(${JSON.stringify(raw)}) is ${JSON.stringify(line)}`, () => {
    assert.equal(oneLine(raw), line);
  });
}

for (const [raw, canonical] of [
  ["\r\n a\r\nb  \r\n\r\n", " a\nb"],
  ["# One\n\n### Two", "### One\n\n##### Two"],
  ["```js\n# not a heading\n", "```js\n# not a heading\n\n```".replace("\n\n", "\n")],
  ["#hashtag", "#hashtag"],
  ["#### deep enough", "#### deep enough"],
  ["- ```sh\n  # a comment\n  ```\n\n# One", "- ```sh\n  # a comment\n  ```\n\n### One"],
  ["1. # an item's own\n   # too\n# One", "1. # an item's own\n   # too\n### One"],
  ["- ```\n  never closed\n\n## One", "- ```\n  never closed\n\n### One"],
  ["\u00a0\n\na\u00a0", "\u00a0\n\na\u00a0"],
] as const) {
  test(`canonicalBlock(${JSON.stringify(raw)}) is ${JSON.stringify(canonical)}`, () => {
    assert.equal(canonicalBlock(raw), canonical);
  });
}
