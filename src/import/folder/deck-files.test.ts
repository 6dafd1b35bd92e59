import assert from "node:assert/strict";
import { test } from "node:test";
import { VivaError } from "../../base/index.ts";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";

const read = (text: string) => readDocument(sourceOf("q.md", new TextEncoder().encode(text)));

test("one deck file keeps its id and its points", async () => {
  const draft = await read(
    "---\nid: sql-001\n---\n\n# What is a key?\n\n## Answer\n\nA column.\n\n## Points\n\n- **unique** (1): It is unique.\n",
  );
  assert.equal(draft.reader, "deck-file");
  assert.equal(draft.questions[0]?.whole?.points[0]?.text, "It is unique.");
  assert.equal(draft.questions[0]?.line, 5);
});

test("a deck file that is not in form is refused with its line", async () => {
  const text =
    "---\nid: sql-001\n---\n\n# What is a key?\n\n## Remark\n\nNone.\n\n## Points\n\n- **unique** (1): It is unique.\n";
  await assert.rejects(
    read(text),
    (error) =>
      error instanceof VivaError &&
      error.code === "VIVA_FILE_UNREADABLE" &&
      error.message.startsWith("q.md:7: "),
  );
});

test("notes with an id of their own are not taken for deck files", async () => {
  const draft = await read(
    "---\nid: two-sum\ntitle: Two sum\n---\n\n# Sums\n\n## What is two sum?\n\nPairs.\n\n## Why a map?\n\nFast.\n",
  );
  assert.equal(draft.reader, "markdown-question-headings");
});
