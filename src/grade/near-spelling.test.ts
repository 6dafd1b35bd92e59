import assert from "node:assert/strict";
import { test } from "node:test";
import { isNear } from "./near-spelling.ts";

for (const [a, b, near] of [
  ["immutabel", "immutable", true],
  ["imutabl", "immutabl", true],
  ["container", "contaner", true],
  ["stateful", "stateless", false],
  ["cat", "car", false],
  ["token", "token", false],
  ["mutable", "nutable", false],
] as const) {
  test(`${a} is ${near ? "" : "not "}a slip of ${b}`, () => {
    assert.equal(isNear(a, b), near);
  });
}
