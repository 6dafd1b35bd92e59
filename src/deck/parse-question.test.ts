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
    ["colour", "blue"],
    ["#", "never changes"],
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
  ["a variant first", `${ASKED}## Points\n\n  - so\n`, 9, "point-form", /before the first point/],
  ["text among the points", `${ASKED}## Points\n\nHello\n`, 9, "bullet", /wanted a bullet/],
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
