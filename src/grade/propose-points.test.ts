import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parsePointId } from "../base/index.ts";
import { enoughOf } from "./enough-of.ts";
import { proposePoints } from "./propose-points.ts";

const textsOf = (answer: string): string[] =>
  proposePoints({ title: "", body: "", answer }).map((point) => point.text);

for (const [name, answer, texts] of [
  ["one clause", "It shares the kernel.", ["It shares the kernel."]],
  [
    "sentences",
    "Lists are mutable. Tuples are not mutable.",
    ["Lists are mutable.", "Tuples are not mutable."],
  ],
  [
    "list items",
    "Steps:\n\n- build the image\n- push the image\n",
    ["Steps", "build the image", "push the image"],
  ],
  [
    "Markdown",
    "Use **secrets** from [Vault](https://example.org), not `ENV`.",
    ["Use secrets from Vault, not ENV."],
  ],
  ["a fenced block", "Run this:\n\n```sh\ndocker run web\n```\n", ["Run this"]],
  ["code alone", "```py\n# a list\nxs = [1, 2]\n```\n", ["xs = [1, 2]"]],
  ["Chinese", "列表可以修改。元组不能修改。", ["列表可以修改。", "元组不能修改。"]],
  [
    "joined claims",
    "Authentication verifies the identity of a user, while authorization determines what this user may do in the end.",
    [
      "Authentication verifies the identity of a user",
      "authorization determines what this user may do in the end.",
    ],
  ],
  ["names in capitals", "- GET\n- PUT\n", ["GET", "PUT"]],
  ["nothing", "  \n", []],
] as const) {
  test(`points of ${name}`, () => {
    assert.deepEqual(textsOf(answer), texts);
  });
}

test("more than six claims become six points that lose no word", () => {
  const sentences = Array.from({ length: 9 }, (_, i) => `Sentence number${i} stands here.`);
  const texts = textsOf(sentences.join(" "));
  assert.equal(texts.length, 6);
  assert.equal(texts.join(" "), sentences.join(" "));
});

test("points have weight 1, one line and ids that are unique, whatever the reference", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (answer) => {
      const points = proposePoints({ title: "", body: "", answer });
      assert.equal(new Set(points.map((point) => point.id)).size, points.length);
      assert.ok(points.length <= 6);
      for (const point of points) {
        assert.ok(parsePointId(point.id).ok && point.weight === 1 && !point.text.includes("\n"));
      }
    }),
  );
});

for (const [title, wanted] of [
  ["Name three of the HTTP methods", 3],
  ["List at least 2 advantages", 2],
  ["Give me any two reasons", 2],
  ["Name six methods", null],
  ["What are three-way handshakes?", null],
] as const) {
  test(`${JSON.stringify(title)} wants ${wanted ?? "all"} of five points`, () => {
    assert.equal(enoughOf({ title, body: "" }, 5)?.wanted ?? null, wanted);
  });
}
