import assert from "node:assert/strict";
import { test } from "node:test";
import { endsSentence, FenceTracker, indentOf, outdent, trimBlankLines, wordCount } from "./block.ts";

test("a tab goes to the next multiple of four columns", () => {
  assert.equal(indentOf("\ta"), 4);
  assert.equal(indentOf("  \ta"), 4);
  assert.equal(indentOf("\u3000a"), 2);
});

test("a line is set out by the columns it has, never by more", () => {
  assert.equal(outdent("      a", 4), "  a");
  assert.equal(outdent("  a", 4), "a");
  assert.equal(outdent("\ta", 2), "  a");
});

test("a fence is closed by a bare fence of its kind that is as long", () => {
  const inside = (lines: string[]) => {
    const fences = new FenceTracker();
    return lines.map((line) => fences.take(line));
  };
  assert.deepEqual(inside(["````js", "```", "````", "a"]), [true, true, true, false]);
  assert.deepEqual(inside(["~~~", "```", "~~~", "a"]), [true, true, true, false]);
  assert.deepEqual(inside(["```js", "```js", "```", "a"]), [true, true, true, false]);
  assert.deepEqual(inside(["``` a ``` b", "c"]), [false, false]);
});

test("sentences end in every script", () => {
  for (const line of ["So.", "So?)", "这样。", 'He said "so."', "So:"])
    assert.equal(endsSentence(line), true, line);
  for (const line of ["Docker", "so,", "()"]) assert.equal(endsSentence(line), false, line);
});

test("words are counted in scripts with and without blanks", () => {
  assert.equal(wordCount("API design, in 2 parts"), 5);
  assert.equal(wordCount("什么是多态"), 3);
});

test("blank lines at both ends go, those between stay", () => {
  assert.deepEqual(trimBlankLines(["", "a", "", "b", " "]), ["a", "", "b"]);
});
