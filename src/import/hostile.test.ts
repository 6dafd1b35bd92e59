import assert from "node:assert/strict";
import { test } from "node:test";
import { VivaError } from "../base/index.ts";
import { readDocument } from "./readers.ts";
import { importReport } from "./report.ts";
import { sourceOf } from "./source.ts";

const fill = (unit: string, characters: number) =>
  unit.repeat(Math.ceil(characters / unit.length)).slice(0, characters);

/** Inputs that break readers whose work grows faster than the input, at two sizes: the second is eight times the first. */
const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  "number signs": (size) => fill("#", size),
  "lines of number signs": (size) => fill("#\n", size),
  "one long line": (size) => `## 1. What? ${fill("a b ", size)}`,
  "one long label": (size) => `Question: ${fill("x ", size)}\nAnswer: ${fill("y ", size)}`,
  "numbered questions": (size) => fill("## 1. What?\n\nx\n\n", size),
  "labelled questions": (size) => fill("1. Question: What?\n    Answer: x\n\n", size),
  "labelled questions in sections of one": (size) =>
    fill("Docker\n\n1. Question: What?\n    Answer: x.\n\n", size),
  "titles without questions": (size) =>
    `Question: a?\nAnswer: b.\n\n${fill("Docker\n\n", size)}Question: c?\nAnswer: d.`,
  "fences that nobody closes": (size) => fill("## 1. What?\n```js\nfoo\n", size),
  "labels in fences that nobody closes": (size) => fill("Question: What?\nAnswer:\n```\nfoo\n", size),
  "details that nobody closes": (size) => fill("<details><summary>What?</summary>\n", size),
  "answers that nobody closes": (size) => fill("## 1. What?\n<details><summary>Answer</summary>\n", size),
  quotations: (size) => `## 1. What?\n\n${fill(">", size)} a\n\n## 2. Why?\n\nb`,
  "lists in lists": (size) => `## 1. What?\n\n${fill("- ", size)}a`,
  "opened comments": (size) => `## 1. What?\n${fill("<!--", size)}`,
  "opened summaries": (size) => `## 1. What?\n<details>${fill("<summary>", size)}`,
  brackets: (size) => `## 1. What? ${fill("[a](", size)}`,
  stars: (size) => `## 1. What? ${fill("*", size)}`,
  "blank lines": (size) => `Question: What?\nAnswer: b${fill("\n", size)}c`,
  "headings of a page": (size) => `<!doctype html>${fill("<h3>What?</h3><p>x <b>y</b></p>\n", size)}`,
  "terms of a page": (size) => `<!doctype html><dl>${fill("<dt>What?<dd>x\n", size)}`,
  "buttons of a page": (size) =>
    `<!doctype html>${fill("<button class=faq-question aria-expanded=false>What?</button><div>x</div>", size)}`,
  "rows of a page": (size) =>
    `<!doctype html><table><tr><th>Question<th>Answer${fill("<tr><td>What?<td>x", size)}`,
  "lists in lists of a page": (size) =>
    `<!doctype html><h2>1. What?</h2>${fill(`${"<ul><li>".repeat(50)}x${"</ul>".repeat(50)}`, size)}`,
  "classes in classes of a page": (size) =>
    `<!doctype html>${"<div class='question faq-title'>".repeat(100)}${fill("What? <p>x</p>", size)}`,
  "tags of a page that nobody closes": (size) =>
    `<!doctype html><h2>1. What?</h2>${fill("<p><font a=b>", size)}`,
  "escaped tags of a page": (size) => `<!doctype html><h2>1. What?</h2><p>${fill("&lt;a", size)}`,
  "style sheets of a page": (size) => `<!doctype html><style>${fill(".a{", size)}</style><h2>1. What?</h2>x`,
  "cards in notes": (size) => fill("What?::a\n", size),
  "cards with a line between": (size) => fill("a\n?\n", size),
  "cards that nobody closes": (size) => fill("START\nBasic\nFront: a\n", size),
  "bullets that are cards": (size) => fill("- a #card\n  - b #card\n", size),
  "summaries that nobody closes": (size) => fill("<details>\n<summary>a\n", size),
  "a summary that nobody closes and lines below": (size) => `<details>\n<summary>${fill("a\n", size)}`,
  "summaries that say the same": (size) => fill("## Why?\n<details><summary>a</summary>b</details>\n", size),
  "headings of all levels": (size) => fill("# a\n## 1. Why?\n### b\n1. Why?\n", size),
  "a document in a fence": (size) => `\`\`\`markdown\n${fill("# a\n```js\n```\n", size)}`,
  "bullets below many headings": (size) => fill("# a\n- Why?\n- b\n- c\n", size),
  definitions: (size) => fill("a\n: b\n", size),
  "two colons": (size) => fill("::", size),
  "quoted questions": (size) => fill("> What?\n\n", size),
  "headings of an outline with others below": (size) =>
    `#+TITLE: FAQ\n${fill("* Why?\n** a\nb\n* c\n* d\n", size)}`,
  "titles of parts of a page": (size) =>
    `<!doctype html>${fill("<div class=section-title>a</div><div class=faq-q>What?</div><p>x</p>", size)}`,
  "gaps between cards": (size) => fill("a\n\nb\n\n\n\n", size),
  "numbers that start again": (size) => fill("a:\n---\n1)What?\nb\n\n", size),
  "rules between cards": (size) => fill("What?\n\na\n\n***\n", size),
  "numbers of full width": (size) => fill("１．何？\n", size),
  "underlined lines": (size) => fill("What?\n---\n", size),
  "objects with questions": (size) => `[${fill('{"question": "What?", "answer": "x"},', size)}`,
  "nested lists": (size) => `{"questions": ${fill("[", size)}`,
  "one object with many keys": (size) => `{"questions": [], ${fill('"What is it?": "x", ', size)}`,
  "keys that all differ": (size) =>
    `[${Array.from({ length: size / 40 }, (_, i) => `{"question": "What?", "key ${i}": "x y"}`).join(",\n")}]`,
  "a string that nobody closes": (size) => `{"question": "${fill("a\\\\", size)}`,
  "rows of a table": (size) => `question,answer\n${fill('"What?","x"\n', size)}`,
  "quotes that nobody closes": (size) => `question,answer\n${fill('"What?,"x"\n', size)}`,
  "quotes that open on every line": (size) => `question,answer\n${fill('"What? ""x\n', size)}`,
  "a quote that opens and rows below": (size) => `question,answer\n"What?,x\n${fill("What?,x\n", size)}`,
  separators: (size) => `question,answer\n${fill(",", size)}`,
  "tags in cells": (size) => `question,answer\n${fill("<b>What?</b>,<p>x<p>\n", size)}`,
  "opened tags in a cell": (size) => `question,answer\nWhat?,<b>${fill("<a b ", size)}</b>\n`,
  "options in columns": (size) => `question,a,b,answer\n${fill("What?,x,y,a\n", size)}`,
  "notes of Anki": (size) => `#separator:tab\n#html:true\n${fill("{{c1::a}} <b>x</b>\ty\n", size)}`,
  "clozes that nobody closes": (size) => `#separator:tab\n${fill("{{c1::a ", size)}\ty\nWhat?\tx\n`,
  "rows of a Markdown table": (size) => `| Question | Answer |\n|---|---|\n${fill("| What? | x |\n", size)}`,
  "bars in a Markdown table": (size) => `| Question | Answer |\n|---|---|\n${fill("|`", size)}`,
  "delimiter rows": (size) => fill("|---|---|\n", size),
  "cards of a line": (size) => fill("What is it? :: a thing\n", size),
  "dashes in lines": (size) => fill(`What${" - a".repeat(50)}\n`, size),
  "cards between rules": (size) => fill("What is it?\n\nx\n\n---\n\n", size),
  "lines that ask": (size) => fill("What is it?\nx y z\n\n", size),
  "an outline with marks": (size) => fill("- What is it? ;;\n  - a\n", size),
  "a deep outline": (size) =>
    Array.from({ length: Math.sqrt(size) }, (_, i) => `${" ".repeat(i)}- a :: b`).join("\n"),
  Aiken: (size) => fill("What?\nA. x\nB. y\nANSWER: A\n\n", size),
  GIFT: (size) => fill("What? {=a ~b}\n\n", size),
  "GIFT braces that nobody closes": (size) => `What? {=a ~b}\n\n${fill("Why? {=a\n\n", size)}`,
  "YAML items": (size) => fill("- question: What?\n  answer: x\n", size),
  "YAML lists in lists": (size) => `- question: What?\n  answer: x\n${fill("- ", size)}`,
  "YAML aliases": (size) =>
    `- question: &a What?\n  answer: x\n${fill("- question: *a\n  answer: x\n", size)}`,
};

/** The same for readers that look at the name of the file. */
const HOSTILE_BY_NAME: Readonly<Record<string, readonly [string, (size: number) => string]>> = {
  "sections of AsciiDoc": ["a.adoc", (size) => fill("== What?\n\nx\n\n", size)],
  "lists in lists of AsciiDoc": ["a.adoc", (size) => `== What?\n\n${fill("* a\n. b\n- c\n+\n====\n", size)}`],
  "blocks of AsciiDoc that nobody closes": [
    "a.adoc",
    (size) => `== What?\n\n${fill("----\n....\n====\n|===\n", size)}`,
  ],
  "opened marks of AsciiDoc": ["a.adoc", (size) => `== What? ${fill("*a `+ _b #c <<d link:e[ ", size)}`],
  "a setting of AsciiDoc used often": [
    "a.adoc",
    (size) => `:a: ${fill("b", size)}\n\n== What?\n\n${fill("{a}", size)}`,
  ],
  "cells of AsciiDoc": ["a.adoc", (size) => `== What?\n\n|===\n${fill("60*|a 2+|b|c\n", size)}\n|===`],
  "headings of org": ["a.org", (size) => fill("* What?\nx\n", size)],
  "headings of org, each deeper": ["a.org", (size) => fill("* a\n** b :drill:\n*** Answer\n**** c\n", size)],
  "blocks of org that nobody closes": [
    "a.org",
    (size) => `* What?\n${fill("#+begin_quote\n#+begin_src\n", size)}`,
  ],
  "blocks in blocks of org": [
    "a.org",
    (size) => `* What?\n${fill("#+begin_a\n#+begin_b\n", size / 2)}${fill("#+end_b\n#+end_a\n", size / 2)}`,
  ],
  "drawers of org that nobody closes": ["a.org", (size) => `* What?\n${fill(":PROPERTIES:\n", size)}`],
  "opened marks of org": ["a.org", (size) => `* What? ${fill("*a =b ~c /d [[e][f [fn:", size)}`],
  "faults of YAML on one line": [
    "a.yaml",
    (size) => `- question: What?\n  answer: x\n- ${fill("*a ", size)}`,
  ],
  "terms of AsciiDoc": ["a.adoc", (size) => fill("What?:: a\n", size)],
};

async function cpuOf(text: string, name = "a.md"): Promise<number> {
  const source = sourceOf(name, new TextEncoder().encode(text));
  const before = process.cpuUsage();
  try {
    importReport(await readDocument(source));
  } catch (error) {
    if (!(error instanceof VivaError)) throw error;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const ALL = [
  ...Object.entries(HOSTILE).map(([what, build]) => ({ what, name: "a.md", build })),
  ...Object.entries(HOSTILE_BY_NAME).map(([what, [name, build]]) => ({ what, name, build })),
];
for (const { what, name, build } of ALL) {
  test(`${what}: the work grows with the input, and nothing but a VivaError is thrown`, async () => {
    await cpuOf(build(25_000), name);
    const small = await cpuOf(build(50_000), name);
    const large = await cpuOf(build(400_000), name);
    // Eight times the input; work that grew with its square would take 64 times as long. The floor is for noise.
    assert.ok(large < 24 * Math.max(small, 10), `${small.toFixed(0)} ms, then ${large.toFixed(0)} ms`);
  });
}

test("more questions than any document has are refused before they are read", async () => {
  const source = sourceOf("a.md", new TextEncoder().encode(fill("# What?\n", 1_500_000)));
  await assert.rejects(
    readDocument(source),
    (error) => error instanceof VivaError && error.code === "VIVA_FILE_TOO_LARGE",
  );
});
