import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { parseQuestion } from "./parse-question.ts";
import { printQuestion } from "./print-question.ts";

/** What `viva fmt` makes of a file; null when it refuses it. */
function format(text: string): string | null {
  const file = parseQuestion("x.md", text);
  return file.ok ? printQuestion(file.question) : null;
}

/** Pieces of files as people write them, well or badly; every `@` becomes a word that stands nowhere else. */
const FRONT = [
  ..."section: @|section:|section: '@'|section: # @|level: 2 # @|level:|level: 9|# @|  # @|#@||extra:|extra: @ # @".split(
    "|",
  ),
  ...'tags: [@, "@ # no"] # @|tags: @|related: [a-1]|lab: "@ # @" # @|proposed: true|proposed: # @|  @|source: "@\\t@"'.split(
    "|",
  ),
  "refs:\n  - @ # @\n  # @\n  - @",
  "refs: # @\n- @\n- @\n",
  "other:\n  deep: [@,\n    @] # @\n\n  # @\n  more: @",
  "text: |\n  # @\n\n  @: - @",
];
const BLOCK = [
  ..."@|@|@  |@\\|  @|    @|\t@|- @|  - @|1. @|2) @|   @||||### @|#### @|  # @|  ## @|---|===|> # @|<!-- @ -->".split(
    "|",
  ),
  ..."```|```|~~~|````|- ```sh|  ```|1. ~~~|   ~~~|   ```|  - ```|    ```|-|\u00a0@\u00a0|\u2028@|@  @\u00a0@\t@".split(
    "|",
  ),
];
const POINTS = [
  ..."- **a** (2): @|* **b**: @  @|-   **c** (+): @|  - **d** (9): @\u00a0|  - @|  * @|    - @|\t- @|   - @| - @".split(
    "|",
  ),
  ..."  @|  @|      @|  @\\|  @  |  ```|  ~~~ @|  1. @|  # @|  > @|  <!-- @ -->|  ---|  -|-|  - - @|  - ```|- - -||".split(
    "|",
  ),
];
const MISCONCEPTIONS = ["- a: @ → @", "- a: @ → @ → @", "* b: @", "  @", "  → @", "  - @", "", "+ a: @ → @"];
const FOLLOW_UPS = ["- a: @: @?", "- *: @", "* b: @  @", "  @", "", "  1. @"];

const lines = (pieces: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...pieces), { maxLength }).map((all) => all.join("\n"));
const heading = (name: string) => fc.constantFrom(`## ${name}`, `  ## ${name}`, `## ${name.toLowerCase()} `);
const section = (name: string, block: fc.Arbitrary<string>) =>
  fc.option(
    fc.tuple(heading(name), block).map((parts) => parts.join("\n")),
    { nil: "", freq: 2 },
  );

/** The parts of a file in the order they stand, each word its own. */
const parts = fc
  .record({
    front: lines(FRONT, 5).map((text) => `---\nid: x-1 # @\n${text}\n---`),
    title: fc.constantFrom("# @?", "  # @  @\u00a0?", "\n\n#\t@ `@`"),
    body: lines(BLOCK, 6),
    answer: lines(BLOCK, 6),
    points: section("Points", lines(POINTS, 5)),
    misconceptions: section("Misconceptions", lines(MISCONCEPTIONS, 3)),
    followUps: section("Follow-ups", lines(FOLLOW_UPS, 3)),
    lineEnd: fc.constantFrom("\n", "\r\n"),
  })
  .map((all) => {
    let words = 0;
    const named = (text: string) => text.replaceAll("@", () => `w${++words}w`);
    const { lineEnd, ...texts } = all;
    const { front, title, body, answer, points, misconceptions, followUps } = Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, named(text)]),
    ) as typeof texts;
    const file = [front, title, body, "## Answer", answer, points, misconceptions, followUps].join("\n\n");
    return { text: file.replaceAll("\n", lineEnd), body, answer };
  });

test("a file in form is its own form, and asks what it asked before", () => {
  fc.assert(
    fc.property(parts, ({ text }) => {
      const before = parseQuestion("x.md", text);
      if (!before.ok) return;
      const printed = printQuestion(before.question);
      const after = parseQuestion("x.md", printed);
      assert.ok(after.ok, JSON.stringify(after));
      assert.deepEqual(after.question, before.question);
      assert.equal(printQuestion(after.question), printed);
    }),
    { numRuns: 2000 },
  );
});

test("formatting loses no word and no comment, and leaves the lines of prompt and answer as they are", () => {
  let formatted = 0;
  fc.assert(
    fc.property(parts, ({ text, body, answer }) => {
      const printed = format(text);
      if (printed === null) return;
      formatted++;
      const words = (each: string) =>
        each
          .match(/#?[ \t]*w\d+w/g)
          ?.map((word) => word.replace(/[ \t]/g, ""))
          .toSorted();
      assert.deepEqual(words(printed), words(text));
      for (const block of [body, answer])
        assert.ok(
          printed.includes(block.replace(/^([ \t]*\n)+|^[ \t]*$/, "").replace(/[ \t\n]+$/, "")),
          block,
        );
    }),
    { numRuns: 2000 },
  );
  assert.ok(formatted > 100, `only ${formatted} of 2000 files were read`);
});

test("formatting keeps comments and unknown keys where they stand, in the order of keys", () => {
  const front = [
    "# whose",
    "id: x-1        # for ever",
    "extra:",
    "# the tags",
    "tags:  # all",
    "  - a # first",
    "  # between",
    "  - b",
    "other:",
    "  deep: [1, # one",
    "    2]",
    "section: 'A' # part",
    "# last",
  ].join("\n");
  assert.equal(
    format(`---\n${front}\n---\n\n# Why?\n`),
    `---\n${[
      "# whose",
      "id: x-1 # for ever",
      "section: A # part",
      "# the tags",
      "# first",
      "# between",
      "tags: [a, b] # all",
      "extra:",
      "other:",
      "  deep: [1, # one",
      "    2]",
      "# last",
    ].join("\n")}\n---\n\n# Why?\n`,
  );
});

test("formatting leaves a correction's arrow alone", () => {
  const text = "---\nid: x-1\n---\n\n# Why?\n\n## Misconceptions\n\n- a: One. → Two → three.\n";
  assert.equal(format(text), text);
});

const markdown = new MarkdownIt("commonmark");

/** What a Markdown program shows below the front matter, but for the file's headings, the weight 1 and bullet marks. */
function shown(file: string): string {
  const text = file.replaceAll("\r", "").replace(/^---\n[\s\S]*?\n---\n/, "");
  return markdown
    .render(text)
    .replace(/<h2>.*<\/h2>|<\/?p>| \(1\)(?=:)/g, "")
    .replace(/[ \t\n]+/g, " ")
    .replaceAll(" </code>", "</code>")
    .replace(/ ?(<\/?[uol]+[^>]*>) ?/g, "$1")
    .replaceAll("</ul><ul>", "");
}

test("formatting changes nothing of what a Markdown program shows", () => {
  fc.assert(
    fc.property(parts, ({ text }) => {
      const printed = format(text);
      if (printed !== null) assert.equal(shown(printed), shown(text));
    }),
    { numRuns: 2000 },
  );
});
