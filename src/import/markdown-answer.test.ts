import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanBlock, splitRegion } from "./markdown-answer.ts";
import type { RegionLine } from "./multiple-choice.ts";

/** Lines between fences are code, as the parser says it. */
function region(text: string): RegionLine[] {
  let code = false;
  return text.split("\n").map((line) => {
    const fence = line.startsWith("```");
    const inside = code || fence;
    if (fence) code = !code;
    return { text: line, code: inside };
  });
}

for (const [what, text, answer] of [
  ["a bold label", "**Answer:** It is.", "It is."],
  ["a label in bold tags", "<b>Answer:</b> It is <b>so</b>.", "It is <b>so</b>."],
  ["a label with an emoji", "💡 **Answer:** It is.", "It is."],
  ["a heading as label", "#### Answer: D\n\nBecause.", "D\n\nBecause."],
  ["a Portuguese label in a bullet", "- **Resposta:** É.\n  - um\n  - dois", "É.\n- um\n- dois"],
  ["a Chinese label", "答：是的。", "是的。"],
  ["no label", "It is.", "It is."],
  [
    "a letter that is the first of the options",
    "A: one\nB: two\n\nAnd so on.",
    "A: one\nB: two\n\nAnd so on.",
  ],
  ["the summary of a <details>", "<details><summary>Show answer</summary>\n\nIt is.\n\n</details>", "It is."],
  [
    "a summary on lines of its own",
    "<details>\n<summary>\n<b>Answer</b>\n</summary>\nIt is.\n</details>",
    "It is.",
  ],
  ["a <details> that is never closed", "<details><summary>Solution</summary>\nIt is.", "It is."],
  [
    "text behind the <details>",
    "<details><summary>Answer</summary>\nIt is.\n</details>\n\nAnd more.",
    "It is.\n\nAnd more.",
  ],
] as const) {
  test(`an answer is found behind ${what}`, () => {
    assert.equal(splitRegion(region(text), true).answer, answer);
  });
}

test("text above a label belongs to the prompt where labels are usual", () => {
  const text = "```js\n1 + 1\n```\n\n**Answer:** 2";
  assert.deepEqual(splitRegion(region(text), true), { body: "```js\n1 + 1\n```", answer: "2", label: true });
  assert.deepEqual(splitRegion(region(text), false), { body: "", answer: text, label: false });
});

for (const [what, text, kept] of [
  ["a link to the top", "It is.\n\n**[⬆ Back to Top](#table-of-contents)**", "It is."],
  [
    "a link to the top in tags",
    '<div align="right">\n <b><a href="#">↥ back to top</a></b>\n</div>\nIt is.',
    "It is.",
  ],
  ["a rule at the end", "It is.\n\n---\n\n***", "It is."],
  ["breaks", "<br>\n<br/>\nIt is.\n<br/>", "It is."],
  ["a comment", "It <!-- no\n\nnot\n--> is.", "It\n\n is."],
  ["a badge", "[![b](https://x/y.svg)](https://x)\n\nIt is.", "It is."],
  ["surplus closing tags", "It is.</details>\n\n</details>", "It is."],
] as const) {
  test(`${what} is not part of an answer`, () => {
    assert.equal(cleanBlock(region(text)), kept);
  });
}

for (const [what, text] of [
  ["a link elsewhere", "See [the top](https://example.org)."],
  ["an image", "![graph](graph.png)"],
  ["a rule between paragraphs", "one\n\n---\n\ntwo"],
  ["an unfolded aside", "one\n\n<details><summary>More</summary>\ntwo\n</details>"],
  ["whatever is code", "```html\n<!-- a -->\n<br/>\n[Back to top](#a)\n</details>\n```"],
] as const) {
  test(`${what} stays in an answer`, () => {
    assert.equal(cleanBlock(region(text)), text);
  });
}
