import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeText } from "./decode.ts";
import { readDocument } from "./readers.ts";

/** A document in a style, and what it holds: reader, then `section | title` and the start of the answer. */
type Shape = readonly [
  what: string,
  text: string,
  reader: string,
  questions: readonly (readonly [section: string, title: string, answer: string])[],
];

const SHAPES: readonly Shape[] = [
  [
    "a list item that holds a heading, the contents as a table above",
    "# Top\n\n| No. | Questions |\n|--|--|\n|1|[What is A?](#a)|\n\n## Core\n\n1.  ### What is A?\n\n    It is.\n\n    ```js\n    # no\n    ```\n\n   2.  ### What is B?\n       So.\n\n3. #### Give C\n\n   Here.\n",
    "markdown-numbered-headings",
    [
      ["Core", "What is A?", "It is.\n\n```js\n# no\n```"],
      ["Core", "What is B?", "So."],
      ["Core", "Give C", "Here."],
    ],
  ],
  [
    "one number a level deeper than its fellows",
    "## A\n\n### 1. What is it?\n\nx\n\n#### 2. Why is it?\n\ny\n\n### 3. Who is it?\n\nz\n",
    "markdown-numbered-headings",
    [
      ["", "What is it?", "x"],
      ["", "Why is it?", "y"],
      ["", "Who is it?", "z"],
    ],
  ],
  [
    "sections beside their questions",
    "## Basics\n\n## 1. What is it?\n\nx\n\n## Advanced\n\n## 2. Why is it?\n\n## Part of the answer\n\nLong.\n\ntext\n\nof\n\nfive\n\nlines.\n\n## 3. Who?\n\nz\n",
    "markdown-numbered-headings",
    [
      ["Basics", "What is it?", "x"],
      ["Advanced", "Why is it?", "## Part of the answer\n\nLong.\n\ntext\n\nof\n\nfive\n\nlines."],
      ["Advanced", "Who?", "z"],
    ],
  ],
  [
    "Chinese numbers and topics",
    "# 面试题\n\n## 一、基础\n\n### 1、什么是多态？\n\n答：多态。\n\n### 2、HashMap 的原理\n\n数组\n",
    "markdown-numbered-headings",
    [
      ["一、基础", "什么是多态？", "多态。"],
      ["一、基础", "HashMap 的原理", "数组"],
    ],
  ],
  [
    "a label before headings and emphasis in them",
    "## Q. What is HTML?\n\nMarkup.\n\n## Q. ***What is a tag?***\n\nA mark.\n",
    "markdown-question-headings",
    [
      ["", "What is HTML?", "Markup."],
      ["", "What is a tag?", "A mark."],
    ],
  ],
  [
    "one question",
    "# What is a closure?\n\nA function with its scope.\n",
    "markdown-question-headings",
    [["", "What is a closure?", "A function with its scope."]],
  ],
  [
    "a footer behind a rule",
    "## What is it?\n\nx\n\n## Why is it?\n\ny\n\n---\n\nStar this!\n",
    "markdown-question-headings",
    [
      ["", "What is it?", "x"],
      ["", "Why is it?", "y"],
    ],
  ],
  [
    "bold questions with bold lead-ins in the answers",
    "**What is it?** ⭐\n\nIt has:\n\n**Parts**\n\nMany.\n\n**Why is it?**\nBecause.\n",
    "markdown-bold",
    [
      ["", "What is it? ⭐", "It has:\n\n**Parts**\n\nMany."],
      ["", "Why is it?", "Because."],
    ],
  ],
  [
    "a numbered list with steps in an answer at the margin",
    "1. **What is it?**\n\nA thing.\n\n2. **Explain it.**\n\nSo:\n\n1. first\n2. second\n\n3. **Why?**\n\nThus.\n",
    "markdown-numbered-list",
    [
      ["", "What is it?", "A thing."],
      ["", "Explain it.", "So:\n\n1. first\n2. second"],
      ["", "Why?", "Thus."],
    ],
  ],
  [
    "bullets with answers below them",
    "* What is a kernel?\n  - The core.\n* What is a shell?\n  - A program.\n  - bash\n",
    "markdown-bullets",
    [
      ["", "What is a kernel?", "- The core."],
      ["", "What is a shell?", "- A program.\n- bash"],
    ],
  ],
  [
    "an unfolded answer with headings of its own",
    "## 1. What is it?\n\n<details>\n<summary>展开</summary>\n\nx\n\n# Example\n\ny\n\n</details>\n\n## 2. Why?\n\nz\n",
    "markdown-numbered-headings",
    [
      ["", "What is it?", "x\n\n# Example\n\ny"],
      ["", "Why?", "z"],
    ],
  ],
  [
    "a <details> that is never closed",
    "<details>\n<summary>What is it?</summary>\n\nx\n\n<details>\n<summary>Why is it?</summary>\n\ny\n\n</details>\n",
    "markdown-details",
    [
      ["", "What is it?", "x"],
      ["", "Why is it?", "y"],
    ],
  ],
  [
    "a code fence that is never closed",
    "## 1. What is it?\n\n```\ncode\n\n## 2. Why?\n\ny\n\n## 3. Who?\n\nz\n",
    "markdown-numbered-headings",
    [
      ["", "What is it?", "```\ncode"],
      ["", "Why?", "y"],
      ["", "Who?", "z"],
    ],
  ],
];

for (const [what, text, reader, questions] of SHAPES) {
  test(`${what}: read as ${reader}`, async () => {
    const draft = await readDocument(decodeText("a.md", new TextEncoder().encode(text)));
    assert.deepEqual(
      draft.questions.map(({ section, title, answer }) => [section, title, answer]),
      questions,
    );
    assert.equal(draft.reader, reader);
  });
}
