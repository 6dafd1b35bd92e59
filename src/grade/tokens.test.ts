import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { tokenise } from "./tokens.ts";

for (const [text, words] of [
  ["It can't change", ["it", "can", "not", "change"]],
  ["isn’t it?", ["is", "not", "it"]],
  ["um, basically a list", ["a", "list"]],
  ["docker run --rm -p 80:80", ["docker", "run", "--rm", "-p", "80:80"]],
  ["I/O-bound work in C++", ["io", "bound", "work", "in", "c++"]],
  ["__init__ and *args", ["init", "and", "*", "args"]],
  ["[] or ()", ["[]", "or", "()"]],
  ["401, 403", ["401", "403"]],
  ["<b>bold</b>", ["b", "bold", "b"]],
  ["幂等的", ["幂等", "等的"]],
  ["", []],
] as const) {
  test(`tokenise(${JSON.stringify(text)}) gives ${words.join(" | ")}`, () => {
    assert.deepEqual(
      tokenise(text).map((token) => token.word),
      words,
    );
  });
}

test("a method in capitals is content, the same word in small letters is grammar", () => {
  assert.equal(tokenise("GET")[0]?.role, "content");
  assert.equal(tokenise("get")[0]?.role, "function");
});

test("every token stands where it says, in any string", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
      let before = 0;
      for (const { start, end } of tokenise(text)) {
        assert.ok(start >= 0 && end > start && end <= text.length && start >= before - 2);
        before = start;
      }
    }),
  );
});

test("an answer of 100 kB is read in part", () => {
  assert.ok(tokenise("word ".repeat(20_000)).length <= 3000);
});
