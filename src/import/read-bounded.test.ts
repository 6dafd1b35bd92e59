import assert from "node:assert/strict";
import { test } from "node:test";
import { readAtOnce, readBounded } from "./read-bounded.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const GOOD = { name: "good.md", bytes: bytesOf("## 1. What is it?\n\nA thing.\n\n## 2. Why?\n\nSo.\n") };
/** Deeper than a stack can go. */
const DEEP = { name: "deep.yaml", bytes: bytesOf(`- question: What?\n  answer: ${"[".repeat(200_000)}\n`) };

test("of many documents at once eight are read, one after the other, and the others are told", async () => {
  const all = await Promise.allSettled(
    Array.from({ length: 20 }, () => readBounded({ document: GOOD, reader: undefined })),
  );
  assert.equal(all.filter(({ status }) => status === "fulfilled").length, 8);
  for (const each of all) {
    if (each.status === "rejected") assert.equal(each.reason.code, "VIVA_IMPORT_BUSY");
  }
  // One that fails stands in nobody's way.
  const [failed, read] = await Promise.allSettled(
    [{ name: "empty.md", bytes: bytesOf("  ") }, GOOD].map((document) =>
      readBounded({ document, reader: undefined }),
    ),
  );
  assert.equal(failed?.status === "rejected" && failed.reason.code, "VIVA_FILE_EMPTY");
  assert.equal(read?.status === "fulfilled" && read.value.questions.length, 2);
});

for (const [where, read] of [
  ["in a thread", readBounded],
  ["here", readAtOnce],
] as const) {
  test(`what is nested deeper than anybody's document is refused in one sentence, ${where}`, async () => {
    await assert.rejects(read({ document: DEEP, reader: "yaml" }), (error: Error & { code?: string }) => {
      assert.match(error.code ?? "", /^VIVA_/);
      assert.doesNotMatch(error.message, /\n/);
      return true;
    });
  });
}
