import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { partCode, plainText } from "./plain-text.ts";

for (const [markdown, plain] of [
  ["**bold** and *soft*", "bold and soft"],
  ["[a link](https://example.org) here", "a link here"],
  ["`GET /users`", "GET /users"],
  ["## Heading", "Heading"],
  ["2 * 3 * 4", "2 * 3 * 4"],
  ["__init__ stays readable", "init stays readable"],
  ["*args and **kwargs", "*args and **kwargs"],
] as const) {
  test(`plainText(${JSON.stringify(markdown)}) is ${JSON.stringify(plain)}`, () => {
    assert.equal(plainText(markdown), plain);
  });
}

test("partCode keeps prose and code apart, an open fence up to the end", () => {
  assert.deepEqual(partCode("a\n```py\nx = 1\n```\nb\n```\ny"), { prose: "a\n\n\nb\n", code: "x = 1\ny" });
});

test("partCode sees a fence that opens as the first thing of a list item", () => {
  assert.deepEqual(partCode("- ```sh\n  ls\n  ```\n- b"), { prose: "\n\n- b", code: "  ls" });
});

test("plainText never grows a text and never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      assert.ok(plainText(text).length <= text.length);
    }),
  );
});
