import assert from "node:assert/strict";
import { test } from "node:test";
import { VivaError } from "../../base/index.ts";
import type { Draft } from "../reader.ts";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";

const read = (text: string): Promise<Draft> =>
  readDocument(sourceOf("notes.md", new TextEncoder().encode(text)));
const cards = (draft: Draft) =>
  draft.questions.map(({ section, title, answer, line }) => [section, title, answer, line]);

test("tables below headings are sections, line breaks and bars in cells are kept", async () => {
  const draft = await read(
    "# Interview\n\n## Networks\n\n| # | Question | Answer |\n|---|:--------|--------|\n| 1 | What is **TCP**? | A protocol.<br>It has `a || b` |\n| 2 | What is a \\| bar? | A sign |\n\n## Disks\n\nQuestion | Answer\n--- | ---\nWhat is a page? | A block\n",
  );
  assert.equal(draft.reader, "markdown-table");
  assert.deepEqual(cards(draft), [
    ["Networks", "What is TCP?", "A protocol.\nIt has `a || b`", 7],
    ["Networks", "What is a | bar?", "A sign", 8],
    ["Disks", "What is a page?", "A block", 14],
  ]);
  assert.deepEqual(
    draft.questions.map(({ number }) => number),
    [1, 2, null],
  );
});

test("names are known in other languages, and a column that asks needs none", async () => {
  const german = await read(
    "| Frage | Antwort | Stufe |\n| --- | --- | --- |\n| Was ist das? | Ein Ding | leicht |\n| Warum? | Darum | schwer |\n",
  );
  assert.deepEqual(
    german.questions.map(({ title, answer, level }) => [title, answer, level]),
    [
      ["Was ist das?", "Ein Ding", 1],
      ["Warum?", "Darum", 3],
    ],
  );
  const nameless = await read(
    "| Topic | Ask | Good |\n|-|-|-|\n| Web | What is HTTP? | A protocol that one reads |\n| Web | What is DNS? | Names that are found |\n| Disk | What is a page? | A block of the disk |\n",
  );
  assert.equal(nameless.questions.length, 3);
});

test("options in columns become a choice", async () => {
  const draft = await read(
    "| Question | A | B | Correct |\n|---|---|---|---|\n| Which is a lock? | Mutex | Pipe | A |\n| Which is a queue? | Tree | FIFO | B |\n",
  );
  assert.deepEqual(
    draft.questions.map(({ body, answer }) => [body, answer]),
    [
      ["- A. Mutex\n- B. Pipe", "Mutex"],
      ["- A. Tree\n- B. FIFO", "FIFO"],
    ],
  );
});

test("a table of contents is an index and no questions", async () => {
  const contents =
    "| No. | Questions |\n| --- | --- |\n| 1 | [What is it?](#what-is-it) |\n| 2 | [Why is it?](#why-is-it) |\n";
  const draft = await read(`${contents}\n### What is it?\n\nA thing.\n\n### Why is it?\n\nSo.\n`);
  assert.deepEqual(
    cards(draft).map(([, title, answer]) => [title, answer]),
    [
      ["What is it?", "A thing."],
      ["Why is it?", "So."],
    ],
  );
  await assert.rejects(
    read(contents),
    (error) => error instanceof VivaError && error.code === "VIVA_NO_QUESTIONS",
  );
});

test("a table of something else is refused", async () => {
  await assert.rejects(
    read(
      "# Options\n\n| Name | Default | Description |\n|---|---|---|\n| port | 80 | Where to listen |\n| host | :: | Who may call |\n",
    ),
    (error) => error instanceof VivaError && error.code === "VIVA_NO_QUESTIONS",
  );
});
