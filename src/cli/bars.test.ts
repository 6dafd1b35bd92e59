import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bar, partBar } from "./bars.ts";

for (const [value, most, drawn] of [
  [0, 5, ""],
  [5, 5, "████"],
  [5, 10, "██"],
  [1, 1000, "▏"],
  [3, 32, "▍"],
  [0, 0, ""],
  [9, 5, "████"],
] as const) {
  test(`bar: ${value} of ${most} is ${JSON.stringify(drawn)}`, () => {
    assert.equal(bar(value, most, 4), drawn);
  });
}

test("partBar: it has its width, whatever the parts", () => {
  assert.equal(partBar(2, 6, 8, 8), "██░░░░··");
  const part = fc.double({ min: -1, max: 20, noNaN: true });
  fc.assert(
    fc.property(part, part, part, fc.integer({ min: 0, max: 40 }), (a, b, whole, width) => {
      assert.equal(partBar(a, b, whole, width).length, width);
    }),
  );
});
