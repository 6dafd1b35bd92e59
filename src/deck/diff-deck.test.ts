import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { DeckName, PointId, QuestionId } from "../base/index.ts";
import type { Deck } from "./deck.ts";
import { diffDeck, isSame } from "./diff-deck.ts";
import { diffWords } from "./diff-words.ts";
import { parseQuestion } from "./parse-question.ts";
import { printQuestion } from "./print-question.ts";
import type { Question } from "./question.ts";

const FILE = `---
id: x-001
section: Basics
level: 1
tags: [tokens]
---

# How is a token revoked?

Say it in **one** sentence.

## Answer

Its id is looked up
in a deny list.

* first
* second

## Points

- **deny-list** (2): The ids of revoked tokens are looked up on each request.
  - check a blocklist every time
- **key-change** (+): A new signing key ends every token.

## Misconceptions

- deny-list: Never. → A deny list does it.

## Follow-ups

- deny-list: A laptop is stolen at noon: what now?
`;

function deck(...texts: string[]): Deck {
  const questions = texts.map((text) => {
    const file = parseQuestion("x.md", text);
    assert.ok(file.ok, JSON.stringify(file));
    return file.question;
  });
  return {
    name: "x" as DeckName,
    title: "X",
    licence: "",
    language: "",
    sections: [],
    terms: [],
    text: "",
    questions,
  };
}

for (const [what, from, to, wanted] of [
  ["a section", "section: Basics", "section: Tokens", [["section", null, "Basics", "Tokens"]]],
  ["a level", "level: 1\n", "", [["level", null, "1", null]]],
  [
    "a tag",
    "[tokens]",
    "[jwt]",
    [
      ["tag", null, "tokens", null],
      ["tag", null, null, "jwt"],
    ],
  ],
  [
    "a prompt",
    "token revoked",
    "token withdrawn",
    [["prompt", null, "How is a token revoked?", "How is a token withdrawn?"]],
  ],
  ["a weight", "(2)", "(3)", [["weight", "deny-list", "2", "3"]]],
  ["a weight that becomes a bonus", "(2)", "(+)", [["weight", "deny-list", "2", "+"]]],
  [
    "a point in other words",
    "A new signing key ends every token.",
    "A new signing key ends each token.",
    [["point", "key-change", "A new signing key ends every token.", "A new signing key ends each token."]],
  ],
  ["a point's id", "**key-change**", "**new-key**", [["point-id", "new-key", "key-change", "new-key"]]],
  [
    "a point that went",
    "- **key-change** (+): A new signing key ends every token.\n",
    "",
    [["point", "key-change", "(+) A new signing key ends every token.", null]],
  ],
  [
    "a variant",
    "  - check a blocklist every time\n",
    "  - check a blocklist every time\n  - ask for the id at each call\n",
    [["variant", "deny-list", null, "ask for the id at each call"]],
  ],
  [
    "a correction",
    "A deny list does it.",
    "A deny list does it all.",
    [["misconception", "deny-list", "Never. → A deny list does it.", "Never. → A deny list does it all."]],
  ],
  [
    "a follow-up",
    "what now?",
    "what next?",
    [
      [
        "follow-up",
        "deny-list",
        "A laptop is stolen at noon: what now?",
        "A laptop is stolen at noon: what next?",
      ],
    ],
  ],
] as const) {
  test(`diffDeck tells ${what}, and nothing else`, () => {
    const { changed, added, removed, same } = diffDeck(deck(FILE), deck(FILE.replace(from, to)));
    assert.deepEqual([added, removed, same], [[], [], 0]);
    assert.deepEqual(
      changed[0]?.changes.map(({ part, point, before, after }) => [part, point, before, after]),
      wanted,
    );
  });
}

for (const [what, from, to] of [
  ["wrapped lines", "looked up\nin a", "looked up in\na"],
  ["blank lines", "Say it", "\n\nSay it"],
  ["other bullets", "* first\n* second", "- first\n- second"],
  ["emphasis", "**one** sentence", "_one_ sentence"],
  ["quoting in the front matter", "section: Basics", 'section: "Basics"'],
  ["a comment", "level: 1", "level: 1 # junior"],
  ["the order of keys", "section: Basics\nlevel: 1", "level: 1\nsection: Basics"],
] as const) {
  test(`diffDeck: ${what} are form only`, () => {
    assert.ok(FILE.includes(from));
    assert.ok(isSame(diffDeck(deck(FILE), deck(FILE.replace(from, to)))));
  });
}

test("diffDeck: code is compared line by line", () => {
  const code = (text: string) => FILE.replace("Say it", `\`\`\`py\n${text}\n\`\`\`\n\nSay it`);
  assert.ok(!isSame(diffDeck(deck(code("a\nb")), deck(code("a b")))));
  assert.ok(!isSame(diffDeck(deck(code("x = *a*")), deck(code("x = a")))));
});

test("diffDeck: questions are matched by id, then by prompt, then by likeness", () => {
  const other = (id: string, title: string) =>
    FILE.replace("x-001", id).replace("How is a token revoked?", title);
  const before = deck(
    other("x-1", "What is a token?"),
    other("x-2", "What is a cookie?"),
    other("x-3", "How does a server tell two sessions of one person apart?"),
    other("x-4", "What is CORS?"),
  );
  const after = deck(
    other("x-1", "What is a bearer of tokens called?"),
    other("y-2", "What is a **cookie**?"),
    other("y-3", "How can a server tell two sessions of one person apart?"),
    other("y-4", "Why HSTS?"),
  );
  const { changed, added, removed } = diffDeck(before, after);
  assert.deepEqual(
    changed.map((each) => [each.before.id, each.after.id, each.matched]),
    [
      ["x-1", "x-1", "id"],
      ["x-2", "y-2", "prompt"],
      ["x-3", "y-3", "likeness"],
    ],
  );
  assert.deepEqual([added.map(({ id }) => id), removed.map(({ id }) => id)], [["y-4"], ["x-4"]]);
});

test("diffDeck: counted ids neither match nor differ", () => {
  const before = deck(FILE, FILE.replace("x-001", "x-002").replace("token", "cookie"));
  const after = deck(FILE.replace("x-001", "x-002"), FILE.replace("token", "cookie"));
  assert.ok(isSame(diffDeck(before, after, { ids: false })));
  assert.ok(!isSame(diffDeck(before, after)));
});

const some = (...texts: string[]) => fc.constantFrom(...texts);
const claim = some(
  "a token is short",
  "a token is long",
  "the key is new",
  "the key is very new",
  "日本",
  "**x** = `y`",
  "!",
);
const id = some("a", "b", "c", "d");
const question: fc.Arbitrary<Question> = fc.record({
  id: id.map((each) => each as QuestionId),
  section: some("", "One", "Two"),
  level: fc.constantFrom(1, 2, null),
  tags: fc.uniqueArray(id, { maxLength: 2 }),
  refs: fc.constant([]),
  related: fc.constant([]),
  title: claim,
  body: some("", "```\na\n```", "* a\n* b"),
  answer: some("", "One.\nTwo.", "One. Two.", "Three"),
  points: fc.uniqueArray(
    fc.record({
      id: id.map((each) => each as PointId),
      text: claim,
      weight: fc.constantFrom(1, 2, "bonus" as const),
      variants: fc.array(claim, { maxLength: 3 }),
    }),
    { selector: (point) => point.id, maxLength: 3 },
  ),
  proposed: fc.boolean(),
  misconceptions: fc.array(
    fc.record({ point: id.map((each) => each as PointId), claim, correction: claim }),
    {
      maxLength: 2,
    },
  ),
  followUps: fc.array(fc.record({ point: id.map((each) => each as PointId), text: claim }), { maxLength: 2 }),
  source: some("", "a.md:1"),
  imported: fc.constant(""),
  lab: fc.constant(""),
  noLab: fc.constant(""),
  shown: fc.constant([]),
  noShown: fc.constant(""),
  borrows: fc.constant(""),
  unknown: fc.constant([]),
});
const anyDeck = fc
  .uniqueArray(question, { selector: (each) => each.id, maxLength: 4 })
  .map((questions): Deck => ({ ...deck(), questions }));
const flag = fc.record({ ids: fc.boolean() });

test("diffDeck: a deck says what it says itself, also when it was printed and read again", () => {
  fc.assert(
    fc.property(anyDeck, flag, (one, choices) => {
      assert.ok(isSame(diffDeck(one, one, choices)));
      assert.ok(isSame(diffDeck(one, deck(...one.questions.map(printQuestion)), choices)));
    }),
  );
});

test("diffDeck: what is added one way is removed the other way, and each change is turned about", () => {
  fc.assert(
    fc.property(anyDeck, anyDeck, flag, (one, two, choices) => {
      const there = diffDeck(one, two, choices);
      const back = diffDeck(two, one, choices);
      assert.deepEqual(there.added, back.removed);
      assert.deepEqual(there.removed, back.added);
      assert.equal(there.same, back.same);
      const turned = (diff: typeof there, [from, to]: readonly ["before" | "after", "before" | "after"]) =>
        diff.changed
          .map((each) => [
            each[from].id,
            each[to].id,
            // A point is named by its newer id, which is the older one the other way round.
            each.changes.map((change) => JSON.stringify([change.part, change[from], change[to]])).sort(),
          ])
          .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
      assert.deepEqual(turned(there, ["before", "after"]), turned(back, ["after", "before"]));
    }),
    { numRuns: 500 },
  );
});

test("diffDeck: every question of either deck is told once", () => {
  fc.assert(
    fc.property(anyDeck, anyDeck, flag, (one, two, choices) => {
      const { added, removed, changed, same } = diffDeck(one, two, choices);
      assert.equal(removed.length + changed.length + same, one.questions.length);
      assert.equal(added.length + changed.length + same, two.questions.length);
    }),
  );
});

test("diffWords: same and removed are the first text, same and added the second", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(some("a", "b ", " c", "\n", "-"), { maxLength: 20 }).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = diffWords(before, after);
      const joined = (kind: string) =>
        changes
          .filter((each) => each.kind === "same" || each.kind === kind)
          .map(({ text }) => text)
          .join("");
      assert.equal(joined("removed"), before);
      assert.equal(joined("added"), after);
    }),
  );
});

test("diffWords: one word in a sentence is one change", () => {
  assert.deepEqual(diffWords("It lives for five minutes.", "It lives for ten minutes."), [
    { kind: "same", text: "It lives for" },
    { kind: "removed", text: " five" },
    { kind: "added", text: " ten" },
    { kind: "same", text: " minutes." },
  ]);
});

test("two decks of 2,000 questions are compared without comparing each with each", () => {
  const [question] = deck(FILE).questions;
  assert.ok(question);
  const many = (word: string): Deck => ({
    ...deck(),
    questions: Array.from({ length: 2000 }, (_, i) => ({
      ...question,
      id: `${word}-${i}` as QuestionId,
      title: `What does the service number ${i} of the ${word} platform do, and why is it there?`,
    })),
  });
  const [before, after] = [many("old"), many("new")];
  const started = performance.now();
  const { changed } = diffDeck(before, after);
  // Four million comparisons would take a minute.
  assert.ok(performance.now() - started < 10_000);
  assert.equal(changed.length, 2000);
});
