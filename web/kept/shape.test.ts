import assert from "node:assert/strict";
import { test } from "node:test";
import { list, number, object, oneOf, optional, orNull, parseKept, text } from "./shape.ts";

const shape = object({ name: text, n: orNull(number), kind: oneOf("a", "b"), all: list(text) });
const whole = { name: "x", n: null, kind: "a", all: ["y"] };

test("a shape: what fits is given back, without other keys", () => {
  assert.deepEqual(parseKept(JSON.stringify({ ...whole, more: 1 }), shape), whole);
});

for (const kept of [
  null,
  "",
  "{",
  "7",
  "null",
  "[]",
  JSON.stringify({ ...whole, name: 7 }),
  JSON.stringify({ ...whole, n: "7" }),
  JSON.stringify({ ...whole, kind: "c" }),
  JSON.stringify({ ...whole, all: ["y", 1] }),
  JSON.stringify({ ...whole, all: { length: 0 } }),
  JSON.stringify({ ...whole, name: undefined }),
]) {
  test(`a shape: ${kept} is nothing`, () => assert.equal(parseKept(kept, shape), null));
}

test("a shape: a key that was not there when it was kept is null", () => {
  const later = object({ name: text, since: optional(text) });
  assert.deepEqual(parseKept('{"name":"x"}', later), { name: "x", since: null });
  assert.deepEqual(parseKept('{"name":"x","since":"y"}', later), { name: "x", since: "y" });
  assert.equal(parseKept('{"name":"x","since":7}', later), null);
});
