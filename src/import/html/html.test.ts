import assert from "node:assert/strict";
import { test } from "node:test";
import { VivaError } from "../../base/index.ts";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";
import { htmlReader } from "./html.ts";

const sourceFrom = (text: string) => sourceOf("page.html", new TextEncoder().encode(text));
const sniff = (text: string) => {
  const source = sourceFrom(text);
  return source.kind === "text" ? htmlReader.sniff(source) : 0;
};

for (const [what, text, isSure] of [
  ["a page", "<!DOCTYPE html><p>x", true],
  ["a page without a type", "\n<html lang=en><p>x", true],
  ["XHTML", '<?xml version="1.0"?>\n<!DOCTYPE html><html/>', true],
  ["a page below a comment", "<!-- saved from url=(0014)about:internet -->\n<html>", true],
  ["a piece of a page", "<h3>What?</h3>\n<p>So.</p>\n<p>And\nso.</p>\n", true],
  [
    "Markdown that opens with tags",
    '<h1 align="center">Foo</h1>\n<p align="center">x</p>\n\n## What?\n\nSo.\n</p></p>\n',
    false,
  ],
  [
    "Markdown that unfolds answers",
    `${"<details>\n<summary>What?</summary>\n<p>\n\nSo it is.\nAnd more.\n\n</p>\n</details>\n".repeat(3)}`,
    false,
  ],
  ["other XML", '<?xml version="1.0"?><rss><item/></rss>', false],
  ["text", "Is a < b?\n\nYes.\n", false],
] as const) {
  test(`html: ${what} is ${isSure ? "" : "not "}taken for a web page`, () => {
    assert.equal(sniff(text) >= 0.5, isSure);
  });
}

test("html: what was left out of a page is said kind by kind, and questions know their line", async () => {
  const { questions, warnings } = await readDocument(
    sourceFrom(
      '<!doctype html><title>x</title>\n<script>a()</script>\n<h2>What?</h2>\n<p onclick="b()">So.</p>\n<h2>Why?</h2>\n<p>Thus.<iframe src="/x"></iframe></p>',
    ),
  );
  assert.deepEqual(
    questions.map(({ title, answer, line }) => [title, answer, line]),
    [
      ["What?", "So.", 3],
      ["Why?", "Thus.", 5],
    ],
  );
  assert.deepEqual(warnings, [
    {
      code: "active-content",
      line: 1,
      text: "left out: scripts (1), event handlers (1), frames and embedded objects (1)",
    },
  ]);
});

test("html: a picture in the page becomes a medium, one that is none is refused", async () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).toString("base64");
  const { questions, media, warnings } = await readDocument(
    sourceFrom(
      `<!doctype html><h2>What?</h2><p><img alt="dot" src="data:image/png;base64,${png}"></p><h2>Why?</h2><p>So <img alt="none" src="data:image/png;base64,AAAA"></p>`,
    ),
  );
  assert.deepEqual(
    questions.map(({ answer }) => answer),
    ["![dot](media/picture-1.png)", "So none"],
  );
  assert.deepEqual(
    media?.map(({ name, bytes }) => [name, bytes.length]),
    [["picture-1.png", 8]],
  );
  assert.ok(warnings.some(({ code }) => code === "media-refused"));
});

test("html: a page about cookies keeps its parts, a cookie banner goes", async () => {
  const { questions } = await readDocument(
    sourceFrom(
      '<!doctype html><div class="cookie-banner"><h2>May we set cookies?</h2><p>Accept</p></div><main><section id="cookies"><h2>What is a cookie?</h2><p>A small text that a server keeps in the browser.</p></section><section id="comments"><h2>How are comments written?</h2><p>Between marks that the parser skips, as in most languages.</p></section></main>',
    ),
  );
  assert.deepEqual(
    questions.map(({ title }) => title),
    ["What is a cookie?", "How are comments written?"],
  );
});

for (const [what, text, said] of [
  ["nested without end", `<!doctype html>${"<div>".repeat(5000)}What?`, /elements nested more than 600 deep/],
  ["of too many elements", `<!doctype html>${"<br>".repeat(160_000)}What?`, /more than 150000 elements/],
] as const) {
  test(`html: a page ${what} is refused in one sentence`, async () => {
    await assert.rejects(readDocument(sourceFrom(text)), (error) => {
      assert.ok(error instanceof VivaError);
      assert.equal(error.code, "VIVA_FILE_TOO_LARGE");
      assert.match(error.message, said);
      return true;
    });
  });
}
