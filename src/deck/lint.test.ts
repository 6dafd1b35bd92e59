import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeckName } from "../base/index.ts";
import { lintDeck } from "./lint.ts";
import { nearDuplicates } from "./near-duplicates.ts";
import { parseQuestion } from "./parse-question.ts";

const INFO = {
  name: "x" as DeckName,
  title: "X",
  licence: "",
  language: "",
  sections: ["Basics"],
  terms: [],
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

Its id is looked up in a deny list. A new key ends all tokens.

## Points

- **deny-list** (2): The ids of revoked tokens are looked up on each request.
  - check a blocklist every time
  - every call is compared with what was taken back
  - each server asks whether this one still counts
- **key-change** (+): A new signing key ends every token.

## Misconceptions

- deny-list: Never. → A deny list does it.

## Follow-ups

- deny-list: A laptop is stolen at noon: what must each service know, revoked token or not?
`;

function points(count: number, weight = "1"): string {
  return Array.from({ length: count }, (_, i) => `- **p${i}** (${weight}): Deny ${i}.\n`).join("");
}

/** The good question with these weights. */
function weigh(...weights: readonly number[]): string {
  const [first = 1, second = 1, ...rest] = weights;
  const more = rest.map((weight) => `- **more** (${weight}): Deny more.\n`).join("");
  return GOOD.replace("(2)", `(${first})`).replace(
    "- **key-change** (+)",
    `${more}- **key-change** (${second})`,
  );
}

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
  ["point-unknown", GOOD.replace("- deny-list: Never", "- black-list: Never"), 22, /deny-list, key-change/],
  ["point-unknown", GOOD.replace("- deny-list: A laptop", "- black-list: A laptop"), 26, /or \*/],
  ["point-unknown", GOOD.replace(/## Points[\s\S]*?## Mis/, "## Mis"), 14, /has no points$/],
  [
    "follow-up-tells",
    GOOD.replace("what must", "who looks up requests, and what must"),
    26,
    /look, request|request/,
  ],
  ["section-unknown", GOOD.replace("section: Basics", "section: Other"), 6, /Basics/],
  ["unknown-key", GOOD.replace("section:", "colour: blue\nsection:"), 7, /colour.*remove/],
  ["variants-few", GOOD.replace(/ {2}- every call.*\n/, ""), 14, /has 2 of them: write 3/],
  ["variants-few", GOOD.replace(/(?: {2}- .*\n)+/, ""), 14, /has no variants/],
  ["points-many", GOOD.replace("- **key-change**", `${points(6)}- **key-change**`), 6, /7 essential points/],
  [
    "points-many",
    GOOD.replace("- **key-change**", `${points(5, "+")}- **key-change**`),
    6,
    /6 bonus points: .*split/,
  ],
  ["weight-balance", GOOD.replace("- **key-change** (+)", "- **key-change** (60)"), 18, /60 of key-change/],
  ["weight-balance", weigh(4, 4), 14, /every essential point weighs 4: write \(1\)/],
  ["weight-balance", weigh(7, 2, 3), 14, /deny-list weighs 7, more than all other points together \(5\)/],
  [
    "point-unsupported",
    GOOD.replace("A new signing key ends every token", "Clients pin one certificate during the handshake"),
    18,
    /does not seem to say key-change.*drop the point/,
  ],
  ["correction-missing", GOOD.replace("→ A deny list does it.", "→ TODO"), 22, /after the arrow/],
  ["correction-missing", GOOD.replace("→ A deny list does it.", "→ never!"), 22, /repeats the wrong claim/],
  [
    "misconception-true",
    GOOD.replace("deny-list: Never.", "deny-list: Check a blocklist every time."),
    22,
    /what deny-list itself claims/,
  ],
  [
    "related-unknown",
    GOOD.replace("section:", "related: [x-002, y-1]\nsection:"),
    3,
    /: x-002 is no question/,
  ],
  ["too-long", GOOD.replace("# How", `# ${"Well, ".repeat(40)}how`), 6, /\d+ characters, wanted at most 200/],
  [
    "too-long",
    GOOD.replace("Its id", `${"Its very own id. ".repeat(101)}Its id`),
    10,
    /the answer has 4\d\d words/,
  ],
  [
    "too-long",
    GOOD.replace("are looked up", "are looked up and again ".repeat(11)),
    14,
    /the point deny-list has/,
  ],
  [
    "too-long",
    GOOD.replace("check a blocklist", "check a blocklist twice ".repeat(11)),
    14,
    /a variant of deny-list/,
  ],
  [
    "too-long",
    GOOD.replace("Never.", "Never ever at all. ".repeat(11)),
    22,
    /the misconception has 44 words/,
  ],
  ["too-long", GOOD.replace("A laptop", "Now then, a laptop ".repeat(16)), 26, /the follow-up has/],
  ["link-form", GOOD.replace("deny list.", "[deny list]().\n"), 10, /no target/],
  ["code-language", GOOD.replace("deny list.", "deny list:\n\n```\nGET /\n```\n"), 12, /language/],
  ["code-language", GOOD.replace("?\n\n## A", "?\n\n\n- one\n\n  ~~~\n  x\n  ~~~\n\n## A"), 11, /language/],
  ["heading-depth", GOOD.replace("deny list.", "deny list.\n\n##### More\n"), 12, /wanted ###/],
  ["heading-depth", GOOD.replace("deny list.", "deny list.\n\n### A\n\n##### More\n"), 14, /wanted ####/],
] as const) {
  test(`lint: ${rule} is found at line ${line}`, () => {
    const problems = lint(broken);
    const found = problems.find((problem) => problem.rule === rule);
    assert.ok(found, JSON.stringify(problems));
    assert.equal(found.line, line);
    assert.match(found.text, says);
  });
}

test("lint: every rule of advice can be found, and what to do is in every text", () => {
  // The text goes on after what was found; only a missing point has no more to say than what is there.
  const broken = GOOD.replace("(2)", "(99)").replace("deny list.", "[deny list]().");
  for (const { text } of lint(broken)) assert.match(text, /[:;] /);
});

test("lint: derived points are not asked for variants, nor measured against the answer they came from", () => {
  const derived = GOOD.replace("section:", "proposed: true\nsection:").replace(/(?: {2}- .*\n)+/, "");
  assert.deepEqual(lint(derived), []);
});

const ASKED = (id: string, title: string, front = "") =>
  GOOD.replace("x-001", id).replace("How is a token revoked?", title).replace("section:", `${front}section:`);

for (const [one, other, alike] of [
  ["How is a token revoked?", "How is a token revoked?", true],
  [
    "What is the difference between CMD and ENTRYPOINT?",
    "Explain the difference between ENTRYPOINT and CMD.",
    false,
  ],
  [
    "What is the difference between CMD and ENTRYPOINT in a Dockerfile?",
    "Explain how ENTRYPOINT and CMD differ in a Dockerfile.",
    true,
  ],
  ["What does HTTP status 401 tell a client?", "What does HTTP status 403 tell a client?", false],
  ["Why is a tuple hashable in Python?", "When is a tuple hashable in Python?", false],
  ["What is Docker?", "Why Docker?", false],
  ["== or is?", "is or ==?", false],
  ["Как отозвать токен?", "Как отозвать  токен", true],
  ["如何撤销令牌？", "如何撤销令牌", true],
  ["如何撤销令牌？", "如何签发令牌？", false],
] as const) {
  test(`lint: ${JSON.stringify(other)} ${alike ? "asks" : "does not ask"} what ${JSON.stringify(one)} asks`, () => {
    const found = lint(ASKED("x-001", one), ASKED("x-002", other)).filter(
      ({ rule }) => rule === "near-duplicate",
    );
    assert.deepEqual(
      found.map(({ file, line }) => [file, line]),
      alike ? [["2.md", 6]] : [],
    );
    if (alike) assert.match(found[0]?.text ?? "", /^asks what 1\.md asks: /);
  });
}

test("lint: questions that name each other as related may be alike, and the same title may have another body", () => {
  const title = "How is a token revoked?";
  const related = lint(ASKED("x-001", title), ASKED("x-002", title, "related: [x-001]\n"));
  assert.deepEqual(related, []);
  const body = (code: string) => ASKED(`x-${code}`, `${title}\n\n    print(${code})`);
  assert.deepEqual(lint(body("1"), body("2")), []);
});

test("lint: 4,000 questions that share their words are compared in less than a second", () => {
  const words = "cache token queue index shard proxy mutex fiber".split(" ");
  const questions = Array.from({ length: 4000 }, (_, i) => ({
    title: `${words.filter((_, bit) => (i >> bit) & 1).join(" ")} retry quorum leader number${i % 977}?`,
    body: "",
  }));
  const started = performance.now();
  nearDuplicates(questions);
  assert.ok(performance.now() - started < 1000);
});
