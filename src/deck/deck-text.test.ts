import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeDeckText } from "./deck-text.ts";

test("decodeDeckText: UTF-8 is read as it stands, a byte order mark included", () => {
  assert.deepEqual(decodeDeckText("x.md", new TextEncoder().encode("\uFEFFé\r\n日本")), {
    ok: true,
    text: "\uFEFFé\r\n日本",
  });
});

for (const [what, bytes, line] of [
  ["Latin-1", [97, 10, 99, 0xe9, 10], 2],
  ["UTF-16", [0xff, 0xfe, 97, 0], 1],
  ["a character cut in two by the end", [97, 10, 10, 0xc3], 3],
] as const) {
  test(`decodeDeckText: ${what} is refused at line ${line}`, () => {
    const read = decodeDeckText("x.md", Uint8Array.from(bytes));
    assert.ok(!read.ok);
    assert.deepEqual(
      read.problems.map((problem) => [problem.file, problem.line, problem.rule]),
      [["x.md", line, "encoding"]],
    );
  });
}
