import assert from "node:assert/strict";
import { test } from "node:test";
import { readAtOnce, readBounded } from "./read-bounded.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
/** Deeper than a stack can go. */
const DEEP = { name: "deep.yaml", bytes: bytesOf(`- question: What?\n  answer: ${"[".repeat(200_000)}\n`) };

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
