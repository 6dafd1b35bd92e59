import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { markCode, plainText, tidyProse } from "./plain-text.ts";

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

test("markCode tells lines of prose and of code apart, an open fence up to the end", () => {
  const { lines, isCode } = markCode("a\n```py\nx = 1\n```\nb\n```\ny");
  assert.deepEqual(
    lines.filter((_, at) => !isCode[at]),
    ["a", "b"],
  );
});

test("markCode sees a fence that opens as the first thing of a list item", () => {
  assert.deepEqual(markCode("- ```sh\n  ls\n  ```\n- b").isCode, [true, true, true, false]);
});

test("tidyProse drops images and tags that shape the page; what is talked of stays", () => {
  const text = '![shape](a.png) The <b>input</b><br/> is\nan `<b>` or <input>. <img src="x.png" />';
  assert.equal(tidyProse(text), "The input is an `<b>` or <input>.");
});

test("plainText never grows a text and never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      assert.ok(plainText(text).length <= text.length);
    }),
  );
});
