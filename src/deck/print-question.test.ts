import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { arbitraryQuestion, arbitraryText } from "../../test/fixtures/arbitrary-question.ts";
import { canonicalBlock, canonicalQuestion, oneLine } from "./canonical.ts";
import { parseQuestion } from "./parse-question.ts";
import { printQuestion } from "./print-question.ts";

test("a canonical question comes back from its file unchanged", () => {
  fc.assert(
    fc.property(arbitraryQuestion, (raw) => {
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
    fc.property(arbitraryText, (raw) => {
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

test("canonicalBlock: a block may have as many headings as it likes", () => {
  assert.equal(canonicalBlock("# a\n".repeat(300_000)), "### a\n".repeat(300_000).trimEnd());
});
