import assert from "node:assert/strict";
import { test } from "node:test";
import { tooLong } from "./too-long.ts";

test("an answer as long as the server takes is sent, white space after it not counted", () => {
  assert.equal(tooLong(`${"a".repeat(20_000)}\n\n`), null);
});

test("a longer answer is told both lengths", () => {
  assert.match(tooLong("a".repeat(20_001)) ?? "", /20,000 characters .* 20,001\./);
});
