import assert from "node:assert/strict";
import { test } from "node:test";
import { lintFrontMatter } from "./lint-front-matter.ts";

for (const [what, front, lines] of [
  ["plain keys", "id: x-1\nlevel: 2\ntags: [a, b]\nrefs:\n  - RFC 9110\n", []],
  ["a colon in a plain text", "id: x-1\nsection: One: two\n", [3]],
  ["an unclosed quote", 'id: x-1\nsection: "One\n', [3]],
  ["a tilde, which YAML takes for nothing", "id: x-1\nsection: ~\n", [3]],
  ["an octal number", "id: x-1\nsection: 0o10\n", [3]],
  ["an escape that JSON lacks", 'id: x-1\nsection: "a\\x41"\n', [3]],
  ["a list in a list", "id: x-1\ntags: [a, [b, c]]\n", [3]],
  ["an unclosed quote in a list", "id: x-1\ntags: ['a, b]\n", [3]],
  ["a map in a list", "id: x-1\ntags:\n  - one: x\n", [3]],
  ["a nothing in a list", "id: x-1\ntags: [a, null]\n", [3]],
  ["keys without a value", "id: x-1\nsection:\ntags:\n", []],
  ["whatever an unknown key holds", "id: x-1\nextra: ~\nmore:\n  a: [1, 2]\n", []],
  ["an unknown key that is no YAML", "id: x-1\nextra: [1\n", [3]],
  ["no front matter", null, []],
] as const) {
  test(`lintFrontMatter: ${what} gives ${lines.length} findings`, async () => {
    const text = front === null ? "# Why?\n" : `---\n${front}---\n\n# Why?\n`;
    const found = await lintFrontMatter("x.md", text);
    assert.deepEqual(
      found.map(({ line }) => line),
      lines,
      JSON.stringify(found),
    );
  });
}
