import assert from "node:assert/strict";
import { test } from "node:test";
import type { Draft } from "../reader.ts";
import { withDistinctMedia } from "./distinct-media.ts";

const draftOf = (answer: string, ...bytes: number[]): { draft: Draft } => ({
  draft: {
    reader: "docx",
    questions: [{ section: "", title: "What is shown?", body: "", answer, number: null, line: 1 }],
    warnings: [],
    evidence: 1,
    accounted: 1,
    media: [{ name: "picture-1.png", bytes: Uint8Array.from(bytes) }],
  },
});
const SHOWS = "![It](media/picture-1.png)";
const seen = (read: readonly { draft: Draft }[]) =>
  read.map(({ draft }) => [draft.media?.[0]?.name, draft.questions[0]?.answer]);

test("pictures of one name from two documents are two pictures, and each question shows its own", () => {
  assert.deepEqual(seen(withDistinctMedia([draftOf(SHOWS, 1), draftOf(SHOWS, 2), draftOf(SHOWS, 3)])), [
    ["picture-1.png", SHOWS],
    ["picture-1-2.png", "![It](media/picture-1-2.png)"],
    ["picture-1-3.png", "![It](media/picture-1-3.png)"],
  ]);
});

test("the same picture in two documents stays one", () => {
  assert.deepEqual(seen(withDistinctMedia([draftOf(SHOWS, 1), draftOf(SHOWS, 1)])), [
    ["picture-1.png", SHOWS],
    ["picture-1.png", SHOWS],
  ]);
});
