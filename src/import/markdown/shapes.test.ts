import assert from "node:assert/strict";
import { test } from "node:test";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";

/** A document in a style, and what it holds: reader, then `section | title` and the start of the answer. */
type Shape = readonly [
  what: string,
  text: string,
  reader: string,
  questions: readonly (readonly [section: string, title: string, answer: string])[],
];

const SHAPES: readonly Shape[] = [
  [
    "a plain text whose numbers start again below short lines, without a blank behind them",
    "Réseaux:\n--------\n1)Qu'est-ce que TCP ?\nUn protocole.\n2)Pourquoi UDP ?\n\nDisques\n\n1)Comment lire un disque ?\n2)Quel est le meilleur ?\nAucun.\n3)Combien coûte-t-il ?\n",
    "markdown-numbered-list",
    [
      ["Réseaux", "Qu'est-ce que TCP ?", "Un protocole."],
      ["Réseaux", "Pourquoi UDP ?", ""],
      ["Disques", "Comment lire un disque ?", ""],
      ["Disques", "Quel est le meilleur ?", "Aucun."],
      ["Disques", "Combien coûte-t-il ?", ""],
    ],
  ],
  [
    "bold questions of which a word processor numbered some",
    "1. **What is a class?**\n\nA plan.\n\n2. **Explain an object**\n\nA thing made of it.\n\n**3. What is a method?**\n\nIts function.\n\n**4. What is a field?**\n\nIts value.\n",
    "markdown-bold",
    [
      ["", "What is a class?", "A plan."],
      ["", "Explain an object", "A thing made of it."],
      ["", "What is a method?", "Its function."],
      ["", "What is a field?", "Its value."],
    ],
  ],
  [
    "headings that ask how to use something",
    "# Printer FAQ\n\n## How to use the printer with a tablet?\n\nBy the app.\n\n### On Android\n\nInstall it.\n\n## Why is it slow?\n\nIt warms up.\n\n## How to use both sides of the paper?\n\nTick the box.\n",
    "markdown-question-headings",
    [
      ["", "How to use the printer with a tablet?", "By the app.\n\n### On Android\n\nInstall it."],
      ["", "Why is it slow?", "It warms up."],
      ["", "How to use both sides of the paper?", "Tick the box."],
    ],
  ],
  [
    "labels in headings, with answer labels below, going on at another level",
    `# Quiz\n\n# Networks #\n\n${["1", "2", "3"].map((n) => `### Q${n}: What is ${n}? ###\nAnswer:\n\nIt is ${n}.\n`).join("\n")}\n# Discs #\n\n${["4", "5", "6"].map((n) => `## Q${n}: What is ${n}? ##\nAnswer:\n\nIt is ${n}.\n`).join("\n")}`,
    "markdown-numbered-headings",
    [1, 2, 3, 4, 5, 6].map((n) => [n < 4 ? "Networks" : "Discs", `What is ${n}?`, `It is ${n}.`] as const),
  ],
  [
    "labelled headings beside the headings of their sections",
    "# Quiz\n\n## Table of Contents\n\n- [a](#a)\n- [b](#b)\n- [c](#c)\n- [d](#d)\n\n## # 1. Scope\n\n<br>\n\n## Q. A loop runs. What is printed?\n\n3\n\n## # 2. Types\n\n<br>\n\n## Q. Is null an object?\n\nNo.\n\n## Q. The output of typeof\n\nA string.\n",
    "markdown-question-headings",
    [
      ["1. Scope", "A loop runs. What is printed?", "3"],
      ["2. Types", "Is null an object?", "No."],
      ["2. Types", "The output of typeof", "A string."],
    ],
  ],
  [
    "a heading without the label that all others carry",
    "# Quiz\n\n## Q. What is A?\n\na\n\n## Q. What is B?\n\nb\n\n## Q. What is C?\n\nc\n\n## Loops\n\nAll about them.\n\n## Q. What is D?\n\nd\n",
    "markdown-question-headings",
    [
      ["", "What is A?", "a"],
      ["", "What is B?", "b"],
      ["", "What is C?", "c"],
      ["Loops", "What is D?", "d"],
    ],
  ],
  [
    "headings that order among headings that ask",
    "# Lists\n\n## What is A?\n\na\n\n## Reverse a list\n\nb\n\n## Why C?\n\nc\n",
    "markdown-question-headings",
    [
      ["", "What is A?", "a"],
      ["", "Reverse a list", "b"],
      ["", "Why C?", "c"],
    ],
  ],
  [
    "a letter behind the number of a label",
    "# Quiz\n\n## Question 1. What is it?\n\nx\n\n## Question 2a. Why is it?\n\ny\n\n## Question 3. Who is it?\n\nz\n",
    "markdown-numbered-headings",
    [
      ["", "What is it?", "x"],
      ["", "Why is it?", "y"],
      ["", "Who is it?", "z"],
    ],
  ],
  [
    "numbers without a stop that count up",
    `# 面试题\n\n${["缓存", "锁", "索引", "线程", "队列"].map((topic, i) => `## ${i + 1} ${topic}\n\n关于${topic}的说明。\n`).join("\n")}`,
    "markdown-numbered-headings",
    ["缓存", "锁", "索引", "线程", "队列"].map((topic) => ["", topic, `关于${topic}的说明。`] as const),
  ],
  [
    "topics with the question below",
    `# Questions for interviews\n\n## [[↑]](#toc) <a name="a">Data:</a>\n\n${["Index 0", "Locks", "Queues", "Nulls", "Trees"].map((topic) => `### ${topic}\nOne often meets this. Why is it so?\n`).join("\n")}`,
    "markdown-question-headings",
    ["Index 0", "Locks", "Queues", "Nulls", "Trees"].map((topic) => ["Data", topic, ""] as const),
  ],
  [
    "two questions with one answer, the first a plain sentence",
    "# Lists\n\n## What is a list?\nA row.\n\n## Weigh lists against trees.\n## Which of them is faster?\nIt depends.\n\n## Why are there both?\nHistory.\n\n## Who made them?\nNobody knows.\n",
    "markdown-question-headings",
    [
      ["", "What is a list?", "A row."],
      ["", "Weigh lists against trees.", ""],
      ["", "Which of them is faster?", "It depends."],
      ["", "Why are there both?", "History."],
      ["", "Who made them?", "Nobody knows."],
    ],
  ],
  [
    "a table of contents above the questions and no section",
    "# Quiz\n\n### Table of Contents\n\n| No. | Questions |\n|--|--|\n|1|[What is A?](#a)|\n|2|[What is B?](#b)|\n\n1. ### What is A?\n\n   It is.\n\n2. ### What is B?\n\n   So.\n",
    "markdown-numbered-headings",
    [
      ["", "What is A?", "It is."],
      ["", "What is B?", "So."],
    ],
  ],
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
    const draft = await readDocument(sourceOf("a.md", new TextEncoder().encode(text)));
    assert.deepEqual(
      draft.questions.map(({ section, title, answer }) => [section, title, answer]),
      questions,
    );
    assert.equal(draft.reader, reader);
  });
}

test("code inside a summary is part of the prompt, and layout tags alone are no answer", async () => {
  const code = `\`\`\`yaml\n${"- step\n".repeat(9)}\`\`\``;
  const text = `<details>\n<summary>What does this do?\n\n${code}\n</summary><br><b>\n\nIt steps.\n</b></details>\n\n<details>\n<summary>Why?</summary><br><b>\n</b></details>\n`;
  const draft = await readDocument(sourceOf("a.md", new TextEncoder().encode(text)));
  assert.deepEqual(
    draft.questions.map(({ title, body, answer }) => [title, body, answer]),
    [
      ["What does this do?", code, "It steps."],
      ["Why?", "", ""],
    ],
  );
});

test("a summary whose end is missing reaches into the next one and keeps nobody waiting", async () => {
  const text =
    "<details><summary>What is a keel?\n\n# Rigs\n\n<details><summary>What is a jib?</summary>A sail.</details>\n";
  const draft = await readDocument(sourceOf("a.md", new TextEncoder().encode(text)), {
    reader: "markdown-details",
  });
  assert.ok(draft.questions.length > 0);
});
