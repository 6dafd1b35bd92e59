import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { FenceTracker } from "./fences.ts";

/** The numbers of the lines that are code, and of those that are headings outside of list items. */
interface Seen {
  readonly code: readonly number[];
  readonly headings: readonly number[];
}

function ours(lines: readonly string[]): Seen {
  const fences = new FenceTracker();
  const code: number[] = [];
  const headings: number[] = [];
  for (const [at, line] of lines.entries()) {
    const isCode = fences.take(line);
    if (isCode && line.trim() !== "") code.push(at);
    else if (!isCode && !fences.inItem && /^ {0,3}#{1,6}([ \t]|$)/.test(line)) headings.push(at);
  }
  return { code, headings };
}

const markdown = new MarkdownIt("commonmark");

function theirs(lines: readonly string[]): Seen {
  const code: number[] = [];
  const headings: number[] = [];
  for (const { type, map, level, markup } of markdown.parse(lines.join("\n"), {})) {
    const [start, end] = map ?? [0, 0];
    if (type === "heading_open" && level === 0 && markup.startsWith("#")) headings.push(start);
    if (type !== "fence") continue;
    for (let at = start; at < end; at++) if (lines[at]?.trim() !== "") code.push(at);
  }
  return { code, headings };
}

/**
 * Wide marks stand at the margin only, so that no line is four columns in and yet before its item: there the parser
 * parts from CommonMark, and nobody writes it.
 */
const start = fc.oneof(
  fc.tuple(fc.constantFrom("", "", " ", "  ", "    ", "\t", "      "), fc.constantFrom("", "", "- ", "* ")),
  fc.tuple(fc.constant(""), fc.constantFrom("1. ", "2. ", "10) ", "-   ", "-     ", "-\t", "- - ", "-")),
);
const rest = fc.constantFrom(..."```|```sh|~~~|````|x|y|# a|## Answer||``` a`|---|===".split("|"));
const line = fc.tuple(start, rest).map(([[indent, mark], text]) => `${indent}${mark}${text}`);

test("fences and headings among lists are where a full Markdown parser finds them", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 9 }), (lines) => {
      assert.deepEqual(ours(lines), theirs(lines));
    }),
    { numRuns: 2000 },
  );
});
