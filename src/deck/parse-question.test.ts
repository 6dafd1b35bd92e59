import assert from "node:assert/strict";
import { test } from "node:test";
import { parseQuestion } from "./parse-question.ts";

/** The deck file of the design document, with every kind of part. */
const WHOLE = `---
id: api-041              # never changes
section: Tokens
level: 2
tags: [jwt, revocation]
refs:
  - RFC 7009
  - "RFC 9700, section 4"
related: [api-011]
colour: blue
---

# How can a JWT be taken back?

    ## indented code, not a heading

\`\`\`sh
# a comment, not a heading
## nor this
\`\`\`

## Answer

Keep it short.

### More

- a list

## Points

- **short-life** (2): Access tokens live for minutes,
  so a stolen one soon dies.
  - the token only works for five minutes
  - keep the expiry very short
- **deny-list**: The ids are looked up.
- **key-rotation** (+): Changing the key ends every token.

## Misconceptions

- deny-list: A JWT can never be revoked. → A deny list → refuses it.

## Follow-ups

- deny-list: A laptop is stolen: what now?
- *: When would you give up?
`;

test("parseQuestion: every part of a deck file is read", () => {
  const file = parseQuestion("041.md", WHOLE);
  assert.ok(file.ok, JSON.stringify(file));
  const { question, lines } = file;
  assert.deepEqual(
    [question.id, question.section, question.level, question.tags, question.refs, question.related],
    ["api-041", "Tokens", 2, ["jwt", "revocation"], ["RFC 7009", "RFC 9700, section 4"], ["api-011"]],
  );
  assert.equal(question.title, "How can a JWT be taken back?");
  assert.match(question.body, /^ {4}## indented[\s\S]*## nor this\n```$/);
  assert.equal(question.answer, "Keep it short.\n\n### More\n\n- a list");
  assert.deepEqual(
    question.points.map(({ id, weight, variants }) => [id, weight, variants.length]),
    [
      ["short-life", 2, 2],
      ["deny-list", 1, 0],
      ["key-rotation", "bonus", 0],
    ],
  );
  assert.equal(question.points[0]?.text, "Access tokens live for minutes, so a stolen one soon dies.");
  assert.deepEqual(question.misconceptions, [
    { point: "deny-list", claim: "A JWT can never be revoked.", correction: "A deny list → refuses it." },
  ]);
  assert.deepEqual(question.followUps, [
    { point: "deny-list", text: "A laptop is stolen: what now?" },
    { point: "*", text: "When would you give up?" },
  ]);
  assert.deepEqual(question.unknown, [
    { key: "id", place: "beside", text: "# never changes" },
    { key: "colour", place: "entry", text: "colour: blue" },
  ]);
  const point = question.points[1];
  assert.ok(point);
  assert.equal(WHOLE.split("\n")[(lines.get(point) ?? 0) - 1], "- **deny-list**: The ids are looked up.");
});

const FRONT = "---\nid: x-1\n---\n\n";
const ASKED = `${FRONT}# Why?\n\n`;

for (const [what, text, line, rule, wanted] of [
  ["no front matter", "# Why?\n", 1, "id-missing", /id: my-deck-001/],
  ["a bad id", "---\nid: X 1\n---\n# Why?\n", 2, "id-form", /a-z, 0-9/],
  ["front matter that never ends", "---\nid: x-1\n# Why?\n", 1, "front-matter", /second line ---/],
  ["a line that is no key", "---\nid: x-1\nwhat\n---\n# Why?\n", 3, "front-matter", /key: value/],
  [
    "a list that never ends",
    "---\nid: x-1\ntags: [a, b\n---\n# Why?\n",
    3,
    "front-matter",
    /\[first, second\]/,
  ],
  ["level 4", "---\nid: x-1\nlevel: 4\n---\n# Why?\n", 3, "level", /1 \(junior\)/],
  ["a key twice", "---\nid: x-1\nid: x-2\n---\n# Why?\n", 3, "key-twice", /second time/],
  ["no title", `${FRONT}## Answer\n\nYes.\n`, 4, "title-missing", /# The question\?/],
  ["text before the title", `${FRONT}Hello.\n\n# Why?\n`, 5, "title-first", /# The question\?/],
  ["two questions in a file", `${ASKED}# And?\n`, 7, "one-title", /one question/],
  ["an unknown heading", `${ASKED}## Notes\n`, 7, "heading", /Answer, Points/],
  ["a heading twice", `${ASKED}## Answer\n\nA.\n\n## Answer\n`, 11, "heading-twice", /second time/],
  ["a fence that never closes", `${ASKED}## Answer\n\n~~~\ncode\n`, 9, "fence", /never closed/],
  ["a point without bold id", `${ASKED}## Points\n\n- short: It is.\n`, 9, "point-form", /\*\*point-id\*\*/],
  ["a point without text", `${ASKED}## Points\n\n- **short** (2):\n`, 9, "point-form", /The claim/],
  ["a weight of zero", `${ASKED}## Points\n\n- **short** (0): It is.\n`, 9, "weight", /1 to 99/],
  ["a point twice", `${ASKED}## Points\n\n- **a**: A.\n- **a**: B.\n`, 10, "point-twice", /second time/],
  ["a variant first", `${ASKED}## Points\n\n  - so\n`, 9, "point-form", /\*\*point-id\*\*/],
  ["text among the points", `${ASKED}## Points\n\nHello\n`, 9, "bullet", /wanted a bullet/],
  ...(
    [
      ["a code block", "  ```sh\n  a\n  ```", 10, "bullet", /code fence/],
      ["a numbered list", "  1. other words", 10, "bullet", /a list/],
      ["a second paragraph", "\n  More.", 11, "bullet", /second paragraph/],
      ["a comment", "  <!-- c -->", 10, "bullet", /HTML/],
      ["a heading", "  ### More", 10, "bullet", /heading/],
      ["an empty variant", "  - ", 10, "bullet", /empty/],
      ["a third level", "  - b\n    - c", 11, "nested", /third level/],
      ["a line after a break", "  - b\\\n    c", 11, "bullet", /line break/],
      ["a line after two blanks", "  - b  \n    c", 11, "bullet", /line break/],
      ["a line below a fence as a variant", "  - ```\n    a", 11, "bullet", /code fence/],
      ["a variant too far in", "      - b", 10, "bullet", /at most three/],
    ] as const
  ).map(
    ([what, below, line, rule, wanted]) =>
      [`${what} below a point`, `${ASKED}## Points\n\n- **a**: A.\n${below}\n`, line, rule, wanted] as const,
  ),
  ["a text of two lines", '---\nid: x-1\nsection: "a\\nb"\n---\n# Why?\n', 3, "front-matter", /one line/],
  ["no correction", `${ASKED}## Misconceptions\n\n- a: Wrong.\n`, 9, "misconception-form", /→/],
  [
    "a follow-up for nothing",
    `${ASKED}## Follow-ups\n\n- And then?\n`,
    9,
    "follow-up-form",
    /point-id: A question/,
  ],
] as const) {
  test(`parseQuestion: ${what} is reported with its line and what was wanted`, () => {
    const file = parseQuestion("x.md", text);
    assert.ok(!file.ok);
    const found = file.problems.find((problem) => problem.rule === rule);
    assert.ok(found, JSON.stringify(file.problems));
    assert.equal(found.line, line);
    assert.match(found.text, wanted);
    assert.equal(found.file, "x.md");
  });
}

test("parseQuestion: all problems of a file are told, not only the first", () => {
  const file = parseQuestion("x.md", "---\nid: X\nlevel: 9\n---\n# Why?\n\n## Points\n\n- no\n");
  assert.ok(!file.ok);
  assert.deepEqual(
    file.problems.map(({ rule }) => rule),
    ["id-form", "level", "point-form"],
  );
});

test("parseQuestion: a heading in a list item or in its fence is the item's own", () => {
  const file = parseQuestion(
    "x.md",
    `${ASKED}- \`\`\`sh\n  # a comment\n  \`\`\`\n- a\n\n  ## Answer\n\n  ## Answer\n\nB.\n`,
  );
  assert.ok(file.ok, JSON.stringify(file));
  assert.match(file.question.body, /^- ```sh[\s\S]*## Answer[\s\S]*B\.$/);
  assert.equal(file.question.answer, "");
});

test("parseQuestion: title and headings may have up to three blanks before them", () => {
  const file = parseQuestion("x.md", `${FRONT}   # Why?\n\n  ## Answer\n\nSo.\n\n    ## Code\n`);
  assert.ok(file.ok, JSON.stringify(file));
  assert.deepEqual([file.question.title, file.question.answer], ["Why?", "So.\n\n    ## Code"]);
});

test("parseQuestion: keys without a value say nothing", () => {
  const file = parseQuestion("x.md", "---\nid: x-1\nsection:\nlevel:\ntags:\nproposed:\n---\n# Why?\n");
  assert.ok(file.ok, JSON.stringify(file));
  const { section, level, tags, proposed, unknown } = file.question;
  assert.deepEqual(
    { section, level, tags, proposed, unknown },
    { section: "", level: null, tags: [], proposed: false, unknown: [] },
  );
});
