import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDeckName } from "../base/index.ts";
import { memoryDeckStore } from "../store/index.ts";
import { importDocument, planImport } from "./import-document.ts";

const TEXT = `# Notes

## Tokens

### 1. Why are access tokens short-lived?

A stolen one soon stops working. Nobody has to be told about it.

### 2. Why are access tokens short-lived?

A stolen one soon stops working. Nobody has to be told about it.

### 3. What is a refresh token?
`;

const document = { name: "My Notes.md", bytes: new TextEncoder().encode(TEXT) };

test("planImport: every occurrence is reported, what is repeated word for word is in the deck once", async () => {
  const { deck, report, totals, merged } = await planImport(memoryDeckStore(), document);
  assert.equal(deck.name, "my-notes");
  assert.deepEqual(totals, { sections: 1, questions: 3, unanswered: 1, repeated: 1 });
  assert.equal(report.questions[1]?.repeatOf, 1);
  assert.equal(merged, 1);
  assert.deepEqual(
    deck.questions.map(({ id, source }) => [id, source]),
    [
      ["my-notes-001", "My Notes.md:5"],
      ["my-notes-002", "My Notes.md:13"],
    ],
  );
});

test("importDocument: points are proposed where there is a reference, and marked as proposed", async () => {
  const decks = memoryDeckStore();
  const into = parseDeckName("mine");
  assert.ok(into.ok);
  await importDocument(decks, document, { into: into.value });
  const [first, second] = (await decks.load(into.value))?.deck.questions ?? [];
  assert.equal(first?.points.length, 2);
  assert.equal(first?.proposed, true);
  assert.deepEqual(second?.points, []);
});

test("importDocument: a document that cannot be read keeps nothing", async () => {
  const decks = memoryDeckStore();
  const empty = { name: "empty.md", bytes: new Uint8Array() };
  await assert.rejects(importDocument(decks, empty, {}), { code: "VIVA_FILE_EMPTY" });
  assert.deepEqual(await decks.list(), []);
});

test("a server goes on answering while the points of a large document are proposed", async () => {
  const text = Array.from(
    { length: 600 },
    (_, at) =>
      `## ${at + 1}. What is thing ${at}?\n\n${"It does a thing, and it does another; or not. ".repeat(40)}\n`,
  );
  const document = { name: "many.md", bytes: new TextEncoder().encode(text.join("\n")) };
  const plan = await planImport(memoryDeckStore(), document, { atOnce: true });
  let turns = 0;
  const others = setInterval(() => turns++, 1);
  await plan.keep();
  clearInterval(others);
  assert.ok(turns >= 5, `${turns} turns`);
});
