import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { PointId, QuestionId } from "../base/index.ts";
import { canonicalBlock, canonicalQuestion } from "./canonical.ts";
import { parseQuestion } from "./parse-question.ts";
import { printQuestion } from "./print-question.ts";
import type { Question } from "./question.ts";

/** Pieces that the form itself uses, so that random texts meet every rule of it. */
const piece = fc.constantFrom(
  ..."# |## |## Answer|### |---|- |  - |**|(2): |→|: |```|~~~|````|`|\\|[|]|, |'|\"|#|\t|\r|\n|\n\n|  \n|x|é|日本|\u00a0|\u2028|true|1".split(
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
  lab: text,
  noLab: text,
  shown: fc.array(text, { maxLength: 2 }),
  unknown: fc.constantFrom([], [["colour", "blue"] as const], [["#", "a comment"] as const]),
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

test("a printed file is printed again byte for byte", () => {
  fc.assert(
    fc.property(question, (raw) => {
      const printed = printQuestion(canonicalQuestion(raw));
      const file = parseQuestion("x.md", printed);
      assert.ok(file.ok);
      assert.equal(printQuestion(file.question), printed);
    }),
    { numRuns: 300 },
  );
});

test("canonicalBlock: applying it twice changes nothing", () => {
  fc.assert(
    fc.property(text, (raw) => {
      assert.equal(canonicalBlock(canonicalBlock(raw)), canonicalBlock(raw));
    }),
  );
});

for (const [raw, canonical] of [
  ["\r\n a\r\nb  \r\n\r\n", " a\nb"],
  ["# One\n\n### Two", "### One\n\n##### Two"],
  ["```js\n# not a heading\n", "```js\n# not a heading\n\n```".replace("\n\n", "\n")],
  ["#hashtag", "#hashtag"],
  ["#### deep enough", "#### deep enough"],
] as const) {
  test(`canonicalBlock(${JSON.stringify(raw)}) is ${JSON.stringify(canonical)}`, () => {
    assert.equal(canonicalBlock(raw), canonical);
  });
}
