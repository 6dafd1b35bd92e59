import assert from "node:assert/strict";
import { test } from "node:test";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";

async function promptsAndAnswers(text: string): Promise<(readonly [body: string, answer: string])[]> {
  const draft = await readDocument(sourceOf("quiz.md", new TextEncoder().encode(text)));
  return draft.questions.map(({ body, answer }) => [body, answer] as const);
}

test("the ticked options are the answer, all options belong to the prompt without their marks", async () => {
  assert.deepEqual(
    await promptsAndAnswers(
      "## Quiz\n\n#### Q1. Which are prime?\n\n- [x] 2\n- [ ] 4\n- [x] 5\n\n[Source](https://example.org)\n\n#### Q2. Which is even?\n\n- [ ] 3\n- [x] 6\n",
    ),
    [
      ["- 2\n- 4\n- 5", "- 2\n- 5\n\n[Source](https://example.org)"],
      ["- 3\n- 6", "- 6"],
    ],
  );
});

test("an option may be code, and code above the options belongs to the prompt", async () => {
  assert.deepEqual(
    await promptsAndAnswers(
      "#### Q1. Which prints 1?\n\n```js\nlet a;\n```\n\n- [ ] A\n\n```js\nf(2);\n```\n\n- [x] B\n\n```js\nf(1);\n```\n\nBecause.\n",
    ),
    [
      [
        "```js\nlet a;\n```\n\n- A\n\n```js\nf(2);\n```\n\n- B\n\n```js\nf(1);\n```",
        "- B\n\n```js\nf(1);\n```\n\nBecause.",
      ],
    ],
  );
});

test("options of which none is ticked are left as they are", async () => {
  assert.deepEqual(await promptsAndAnswers("#### Q1. What is to do?\n\n- [ ] this\n- [ ] that\n"), [
    ["", "- [ ] this\n- [ ] that"],
  ]);
});

test("lettered options without an answer are prompt", async () => {
  assert.deepEqual(await promptsAndAnswers("#### Q1. What is to do?\n\n- A: this\n- B: that\n"), [
    ["- A: this\n- B: that", ""],
  ]);
});
