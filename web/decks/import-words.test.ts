import assert from "node:assert/strict";
import { test } from "node:test";
import type { ImportPreview } from "../shapes.ts";
import { changeLines, changesNothing, freeName, partsSaid, previewSaid, tooLarge } from "./import-words.ts";

const MEGABYTE = 1024 * 1024;
const none = { count: 0, first: [] };
const some = (count: number) => ({ count, first: [] });
const change = {
  added: none,
  changed: none,
  back: none,
  gone: none,
  kept: none,
  pointsToCheck: none,
  same: 4,
};
const preview = (exists: boolean, obstacle: string | null): ImportPreview => ({
  deck: "notes",
  exists,
  obstacle,
  change,
  reader: "x",
  totals: { sections: 0, questions: 4, unanswered: 0, repeated: 0 },
  sections: [],
  warnings: [],
  sample: [],
  merged: 0,
});

test("a document of 20 MB is sent, a larger one is told so", () => {
  assert.equal(tooLarge({ name: "a.md", size: 20 * MEGABYTE }), null);
  assert.match(tooLarge({ name: "a.md", size: 20 * MEGABYTE + 1 }) ?? "", /^a\.md has 21 MB, and 20 MB/);
});

test("what does not happen to a deck is not said", () => {
  const lines = changeLines({ ...change, added: some(1), gone: some(2) }).map(({ said }) => said);
  assert.deepEqual(lines, ["1 question added", "2 gone from the document: kept aside, no longer asked"]);
});

for (const [exists, obstacle, nothing] of [
  [true, null, true],
  [false, null, false],
  [true, "it is another one's", false],
] as const) {
  test(`an import into a deck that is ${exists ? "" : "not "}there, ${obstacle ?? "free"}: ${nothing}`, () => {
    assert.equal(changesNothing(preview(exists, obstacle)), nothing);
  });
}

test("the parts of a question are named in words", () => {
  assert.equal(
    partsSaid({ id: "a-1", title: "", parts: ["prompt", "place"] }),
    "the question, section, level or tags",
  );
});

test("a free name counts on", () => {
  assert.equal(freeName("notes", ["notes"]), "notes-2");
  assert.equal(freeName("notes-2", ["notes", "notes-2", "notes-3"]), "notes-4");
});

test("who listens hears what the import does to a deck that is there", () => {
  assert.equal(previewSaid(preview(false, null)), "4 questions found.");
  assert.equal(previewSaid(preview(true, null)), "4 questions found. Nothing changes.");
  const changed = { ...preview(true, null), change: { ...change, added: some(2) } };
  assert.equal(previewSaid(changed), "4 questions found. 2 questions added.");
});
