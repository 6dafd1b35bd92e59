import assert from "node:assert/strict";
import { test } from "node:test";
import { lintFrontMatter } from "./lint-front-matter.ts";

for (const [what, front, lines] of [
  ["plain keys", "id: x-1\nlevel: 2\ntags: [a, b]\nrefs:\n  - RFC 9110\n", []],
  ["a colon in a plain text", "id: x-1\nsection: One: two\n", [3]],
  ["an unclosed quote", 'id: x-1\nsection: "One\n', [3]],
  ["a tilde, which YAML takes for nothing", "id: x-1\nsection: ~\n", [3]],
  ["an octal number", "id: x-1\nsection: 0o10\n", [3]],
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
