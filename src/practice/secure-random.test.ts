import assert from "node:assert/strict";
import { test } from "node:test";
import { secureRandom } from "./secure-random.ts";

test("secureRandom: numbers are from 0 up to, not with, 1, never the same twice, and fill the range", () => {
  const random = secureRandom();
  const drawn = Array.from({ length: 10_000 }, random);
  assert.ok(drawn.every((n) => n >= 0 && n < 1));
  assert.equal(new Set(drawn).size, drawn.length);
  const mean = drawn.reduce((sum, n) => sum + n, 0) / drawn.length;
  // Ten standard errors.
  assert.ok(Math.abs(mean - 0.5) < 0.03, String(mean));
});

test("secureRandom: two sources do not draw the same", () => {
  assert.notEqual(secureRandom()(), secureRandom()());
});
