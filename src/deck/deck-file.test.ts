import assert from "node:assert/strict";
import { test } from "node:test";
import { type DeckName, parseDeckName } from "../base/index.ts";
import { parseDeckFile, printDeckFile } from "./deck-file.ts";
import { lintDeckFile } from "./lint-deck-file.ts";

function name(text: string): DeckName {
  const parsed = parseDeckName(text);
  assert.ok(parsed.ok);
  return parsed.value;
}

test("deck.md: what is printed is what was read", () => {
  const info = {
    name: name("my-deck"),
    title: "My deck: one",
    licence: "MIT",
    language: "en",
    sections: ["Basics", "A, b: c", "Tokens"],
    terms: [
      ["job", "task", "work item"],
      ["==", "equals: the same"],
    ],
    text: "For everyone.\n\n## Audience\n\nYou.\n\n## Path\n\n1. my-deck-001: first",
  };
  const { info: read, problems } = parseDeckFile("deck.md", printDeckFile(info), name("other"));
  assert.deepEqual(read, info);
  assert.deepEqual(problems, []);
});

test("deck.md: a wrong id is reported with its line, and the folder's name is used", () => {
  const { info, problems } = parseDeckFile("deck.md", "---\nid: My Deck\n---\n\n# T\n", name("folder"));
  assert.equal(info.name, "folder");
  assert.equal(info.title, "T");
  assert.deepEqual(
    problems.map(({ line, rule }) => [line, rule]),
    [[2, "id-form"]],
  );
});

test("deck.md: an entry of terms without two wordings is reported with its line, and the others are used", () => {
  const text = "---\nid: d\nterms:\n  - job = task\n  # alone\n  - job\n\n  - a = b\n---\n\n# T\n";
  const { info, problems } = parseDeckFile("deck.md", text, name("d"));
  assert.deepEqual(info.terms, [
    ["job", "task"],
    ["a", "b"],
  ]);
  assert.deepEqual(problems, [
    {
      file: "deck.md",
      line: 6,
      rule: "terms",
      text: 'found one wording in "job", wanted two wordings or more, as in "job = task = work item"',
    },
  ]);
});

for (const [front, terms, lines] of [
  ["terms: [job = task, alone]", [["job", "task"]], [2]],
  ["terms: job = task", [["job", "task"]], []],
  ["terms:", [], []],
] as const) {
  test(`deck.md: ${front} gives ${JSON.stringify(terms)}`, () => {
    const { info, problems } = parseDeckFile("deck.md", `---\n${front}\n---\n`, name("d"));
    assert.deepEqual(info.terms, terms);
    assert.deepEqual(
      problems.map(({ line }) => line),
      lines,
    );
  });
}

test("deck.md: an empty file gives a deck that bears the folder's name", () => {
  assert.equal(parseDeckFile("deck.md", "", name("folder")).info.title, "folder");
});

test("deck.md: a text that begins with indented code keeps its indent, and # in code is no title", () => {
  const text = "---\nid: d\n---\n\n```\n# no title\n```\n\n# T\n\n    code\n\n## More  \n\n";
  const { info } = parseDeckFile("deck.md", text, name("d"));
  assert.equal(info.title, "T");
  assert.equal(info.text, "    code\n\n## More");
});

test("deck.md: an id that is not the folder's name is found at its line", async () => {
  const found = async (text: string) =>
    (await lintDeckFile("deck.md", text, name("docker"))).map(({ line, rule }) => [line, rule]);
  assert.deepEqual(await found("---\ntitle: T\nid: api\n---\n"), [[3, "deck-name"]]);
  assert.deepEqual(await found("---\nid: docker\n---\n"), []);
  assert.deepEqual(await found("# T\n"), []);
});
