import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeckName } from "../base/index.ts";
import { lintDeck } from "./lint.ts";
import { parseQuestion } from "./parse-question.ts";

const INFO = {
  name: "x" as DeckName,
  title: "X",
  licence: "",
  language: "",
  sections: ["Basics"],
  text: "",
};

function lint(...texts: string[]) {
  const files = texts.map((text, at) => {
    const file = parseQuestion(`${at + 1}.md`, text);
    assert.ok(file.ok, JSON.stringify(file));
    return { file: `${at + 1}.md`, ...file };
  });
  return lintDeck(INFO, files);
}

const GOOD = `---
id: x-001
section: Basics
---

# How is a token revoked?

## Answer

Its id is looked up in a deny list.

## Points

- **deny-list** (2): The ids of revoked tokens are looked up on each request.
  - check a blocklist every time
- **key-change** (+): A new signing key ends every token.

## Misconceptions

- deny-list: Never. → A deny list does it.

## Follow-ups

- deny-list: A laptop is stolen at noon: what must each service know, revoked token or not?
`;

test("lint: a good question has no findings, though its follow-up shares words with prompt and point id", () => {
  assert.deepEqual(lint(GOOD.replace("each service", "your services")), []);
});

for (const [rule, broken, line, says] of [
  ["answer-missing", GOOD.replace(/## Answer[\s\S]*?## Points/, "## Points"), 6, /## Answer/],
  ["points-missing", GOOD.replace(/## Points[\s\S]*/, ""), 6, /derived/],
  ["points-essential", GOOD.replace("(2)", "(+)"), 6, /essential/],
  [
    "variant-twice",
    GOOD.replace("every time", "every time\n  - Check a blocklist every time"),
    14,
    /nothing new/,
  ],
  ["point-unknown", GOOD.replace("- deny-list: Never", "- black-list: Never"), 20, /deny-list, key-change/],
  ["point-unknown", GOOD.replace("- deny-list: A laptop", "- black-list: A laptop"), 24, /or \*/],
  ["point-unknown", GOOD.replace(/## Points[\s\S]*?## Mis/, "## Mis"), 14, /has no points$/],
  [
    "follow-up-tells",
    GOOD.replace("what must", "who looks up requests, and what must"),
    24,
    /look, request|request/,
  ],
  ["section-unknown", GOOD.replace("section: Basics", "section: Other"), 6, /Basics/],
  ["unknown-key", GOOD.replace("section:", "colour: blue\nsection:"), 7, /colour/],
] as const) {
  test(`lint: ${rule} is found at line ${line}`, () => {
    const problems = lint(broken);
    const found = problems.find((problem) => problem.rule === rule);
    assert.ok(found, JSON.stringify(problems));
    assert.equal(found.line, line);
    assert.match(found.text, says);
  });
}
