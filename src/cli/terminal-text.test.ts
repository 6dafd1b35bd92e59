import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { jsonText, plain, type Style, showMarkdown, wrap } from "./terminal-text.ts";

const style: Style = { width: 30, paint: (_format, text) => text };

test("plain: no escape sequence survives, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      assert.doesNotMatch(plain(text), /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }),
  );
  assert.equal(plain("\u001b]0;title\u0007a\tb\r\nc"), "\ufffd]0;title\ufffda    b\nc");
});

for (const [markdown, shown] of [
  ["`**kwargs` and `2**3` here", "`**kwargs` and `2**3` here"],
  ["a **bold** word and f(**a, **b)", "a bold word and f(**a, **b)"],
  ["> one\n> two", "> one two"],
  ["- one\n  more", "- one more"],
  ["漢字".repeat(20), `${"漢字".repeat(7)}漢\n字${"漢字".repeat(7)}\n${"漢字".repeat(5)}`],
] as const) {
  test(`showMarkdown(${JSON.stringify(markdown)}) shows ${JSON.stringify(shown)}`, () => {
    assert.equal(showMarkdown(markdown, style), shown);
  });
}

test("jsonText: the value comes back, and no control character stands in the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const json = jsonText({ text });
      assert.equal(JSON.parse(json).text, text);
      assert.equal(plain(json), json);
    }),
  );
});

test("wrap: every line fits and is indented", () => {
  const text = wrap("some words that are longer than the terminal is wide", style, "    ", "  - ");
  for (const [at, line] of text.split("\n").entries()) {
    assert.ok(line.length <= 30, line);
    assert.ok(line.startsWith(at === 0 ? "  - " : "    "), line);
  }
});

test("showMarkdown: code keeps its lines, paragraphs are joined and wrapped, lists hang", () => {
  const shown = showMarkdown(
    "One\nparagraph of some words here.\n\n```sh\n# not a heading   with   blanks\n```\n\n- an item that goes over the line's end\n1. first\n\n### Head",
    style,
  );
  assert.equal(
    shown,
    `One paragraph of some words
here.

  # not a heading   with   blanks

- an item that goes over the
  line's end
1. first

Head`,
  );
});
