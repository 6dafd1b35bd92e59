import assert from "node:assert/strict";
import { test } from "node:test";
import { stem } from "./stem.ts";

for (const [a, b] of [
  ["behaviour", "behavior"],
  ["virtualise", "virtualize"],
  ["containers", "container"],
  ["revoked", "revoking"],
  ["cancelled", "canceled"],
] as const) {
  test(`${a} and ${b} have one stem`, () => {
    assert.equal(stem(a), stem(b));
  });
}

for (const [a, b] of [
  ["rise", "rinse"],
  ["precise", "precious"],
] as const) {
  test(`${a} and ${b} have two stems`, () => {
    assert.notEqual(stem(a), stem(b));
  });
}

for (const word of ["constructor", "__proto__", "--rm", "==", "幂等", "é", ""]) {
  test(`stem(${JSON.stringify(word)}) is a string`, () => {
    assert.equal(typeof stem(word), "string");
  });
}
