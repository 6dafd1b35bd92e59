import assert from "node:assert/strict";
import { test } from "node:test";
import { isAnswerSummary } from "../html/details.ts";
import type { RegionLine } from "../text/multiple-choice.ts";
import { cleanBlock, splitRegion } from "./answer.ts";

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

const FOLDED =
  "A signal is a value that tells its readers when it has changed.\n\n<details><summary>See the answer in code</summary>\n\nAn example.\n\n</details>\n\nUse few of them.";

test("what unfolds below prose is a part of the answer, where answers do not unfold as a rule", () => {
  assert.deepEqual(splitRegion(region(FOLDED), false), { body: "", answer: FOLDED, label: false });
  assert.equal(splitRegion(region(FOLDED), true).body, FOLDED.split("\n")[0]);
});

test("code and options above an answer that unfolds are the prompt, however few answers do", () => {
  const text = "```js\nf()\n```\n\n- A: 1\n- B: 2\n\n<details><summary>Answer</summary>\n\nB\n\n</details>";
  assert.deepEqual(splitRegion(region(text), false), {
    body: "```js\nf()\n```\n\n- A: 1\n- B: 2",
    answer: "B",
    label: true,
  });
});

test("boxes of which none is ticked are options where others are ticked; a tick may be a Cyrillic letter", () => {
  const text = "![the panel](panel.png)\n\n- [ ] red\n- [ ] blue";
  const unanswered = { body: text, answer: "", label: false };
  assert.deepEqual(splitRegion(region(text), true, isAnswerSummary, true), unanswered);
  assert.equal(splitRegion(region(text), true).answer, text);
  assert.equal(splitRegion(region("- [ ] red\n- [\u0445] blue"), true).answer, "- blue");
});

for (const [summary, isAnswer] of [
  ["Answer", true],
  ["<b>Solución</b>", true],
  ["Click to expand", true],
  ["See the answer", true],
  ["Show", true],
  ["点击查看", true],
  ["Check which pods are running", false],
  ["Show all the users of a host", false],
  ["See Class", false],
  ["What is the answer?", false],
] as const) {
  test(`a summary "${summary}" ${isAnswer ? "only opens the answer" : "says something itself"}`, () => {
    assert.equal(isAnswerSummary(summary), isAnswer);
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
