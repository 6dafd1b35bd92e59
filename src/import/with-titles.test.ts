import assert from "node:assert/strict";
import { test } from "node:test";
import type { Draft, DraftQuestion } from "./reader.ts";
import { withTitles } from "./with-titles.ts";

const draftOf = (...questions: Partial<DraftQuestion>[]): Draft => ({
  reader: "labelled-text",
  questions: questions.map((each, at) => ({
    section: "",
    title: "",
    body: "",
    answer: "",
    number: null,
    line: at + 1,
    ...each,
  })),
  warnings: [],
  evidence: 1,
  accounted: 1,
});

for (const [what, question, expected] of [
  ["a title stays", { title: "Why?", body: "x" }, ["Why?", "x"]],
  [
    "the first words of the rest become the title",
    { body: "\n---\nWhat is it?\n\n```\na\n```" },
    ["What is it?", "```\na\n```"],
  ],
  ["code is no title", { body: "```\nprint(1)\n```" }, null],
  [
    "words below code are the title, and the code stays",
    { body: "```js\nlet a = 1;\n```\n\n*What does it print?*\n\nA. 1" },
    ["*What does it print?*", "```js\nlet a = 1;\n```\n\nA. 1"],
  ],
  [
    "a fence within a longer one does not end it",
    { body: "````\n```\nx\n```\n````\nWhat is x?" },
    ["What is x?", "````\n```\nx\n```\n````"],
  ],
  ["code that nobody closes is no title", { body: "---\n~~~\nWhat is it?" }, null],
  ["nothing is no question", { answer: "So." }, null],
  ["blanks are no title", { title: " \u00a0 " }, null],
] as const) {
  test(`${what}`, () => {
    const { questions, warnings } = withTitles(draftOf(question, { title: "Else?" }));
    assert.equal(questions.at(-1)?.title, "Else?");
    const [first] = questions.length === 2 ? questions : [];
    assert.deepEqual(first === undefined ? null : [first.title, first.body], expected);
    assert.deepEqual(
      warnings.map(({ code, line }) => [code, line]),
      expected === null ? [["left-out", 1]] : [],
    );
  });
}
