import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { DataNode } from "./node.ts";
import { JsonFault, parseJson } from "./parse-json.ts";

/** What JSON.parse would give, where it can: keys that repeat and large numbers are kept apart from it. */
function plain(node: DataNode): unknown {
  if (node.kind === "list") return node.items.map(plain);
  if (node.kind === "map")
    return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
  if (node.is === "null") return null;
  return node.is === "string" ? node.text : JSON.parse(node.text);
}

test("any JSON is read as JSON.parse reads it", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 1, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      assert.deepEqual(plain(parseJson(text)), JSON.parse(text));
    }),
  );
});

test("what JSON.parse refuses is refused, whatever was cut out or put in", () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.nat(),
      fc.constantFrom("", ",", "}", '"', "x", "]", "\\"),
      (value, place, put) => {
        const text = JSON.stringify(value);
        const at = place % (text.length + 1);
        const changed = `${text.slice(0, at)}${put}${text.slice(at + 1)}`;
        let isJson = true;
        try {
          JSON.parse(changed);
        } catch {
          isJson = false;
        }
        if (isJson) parseJson(changed);
        else assert.throws(() => parseJson(changed), JsonFault);
      },
    ),
  );
});

test("lines, keys that repeat, the order of keys and long numbers are kept, and no key reaches a prototype", () => {
  const node = parseJson('{\n"b": 1,\n"10": 18446744073709551616,\n"b": [\n2],\n"__proto__": {"x": 1}\n}');
  assert.ok(node.kind === "map");
  assert.deepEqual(
    node.entries.map(({ key, value }) => [key, value.line, value.kind === "text" ? value.text : value.kind]),
    [
      ["b", 2, "1"],
      ["10", 3, "18446744073709551616"],
      ["b", 4, "list"],
      ["__proto__", 6, "map"],
    ],
  );
});

for (const [what, text, line, column, problem] of [
  ["a comma too many", "[\n  1,\n]", 3, 1, /a comma before `]`/],
  ["a comment", '{\n  // why\n  "a": 1}', 2, 3, /a comment/],
  ["a missing comma", '{"a": 1\n "b": 2}', 2, 2, /`"` where a comma/],
  ["a key without quotes", "{a: 1}", 1, 2, /`a` where a key in quotes/],
  ["an open string", '["a\n"]', 1, 2, /not closed on its line/],
  ["an end too early", '{"a": [', 1, 8, /the end of the file/],
  ["text after the end", "[] x", 1, 4, /`x` after the end/],
  ["NaN", "[NaN]", 1, 2, /`N` where a value/],
  ["brackets without end", "[".repeat(100_000), 1, 102, /more than 100/],
] as const) {
  test(`${what} is named with line ${line} and column ${column}`, () => {
    assert.throws(
      () => parseJson(text),
      (error) => {
        assert.ok(error instanceof JsonFault);
        assert.deepEqual([error.line, error.column], [line, column]);
        assert.match(error.message, problem);
        return true;
      },
    );
  });
}
