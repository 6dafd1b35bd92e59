import MarkdownIt from "markdown-it";
import { answerSummaries, detailsEnds, summaryFrom } from "../html/details.ts";
import { refuseTooMany } from "../most-questions.ts";
import type { SourceText } from "../reader.ts";
import { withPlainTitles } from "./plain-titles.ts";
import { allSigns } from "./signs.ts";

/** A heading outside quotations. Lines from 0; `end` is the line after its last. */
export interface Heading {
  readonly kind: "heading";
  readonly at: number;
  readonly end: number;
  readonly level: number;
  /** Lists it is nested in. */
  readonly depth: number;
  /** The first thing in a list item, as in `3. ### What is it?`: the item's number. */
  readonly itemNumber: number | null;
  readonly text: string;
}

/** A list item outside quotations. */
export interface Item {
  readonly kind: "item";
  readonly at: number;
  readonly end: number;
  /** Lists it is nested in: 1 for an item of an outermost list. */
  readonly depth: number;
  /** Null for a bullet. */
  readonly number: number | null;
  /** The lines of its first paragraph, joined by `\n`; "" when it starts with something else. */
  readonly text: string;
  /** Lines of that paragraph. */
  readonly textLines: number;
}

/** A paragraph outside lists and quotations. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

type Block = Heading | Item | Paragraph;

/**
 * The blocks of a document that a question can start with, in order, and which lines are code. What an answer unfolds
 * (`<details>` with the summary "Answer") starts nothing and is left out.
 */
export interface Outline {
  readonly source: SourceText;
  readonly lines: readonly string[];
  readonly blocks: readonly Block[];
  readonly isCode: (line: number) => boolean;
  /** See {@link detailsEnds}. */
  readonly detailsEnds: ReadonlyMap<number, number>;
  /** Whether the summary of a `<details>` only says that the answer is inside. */
  readonly isAnswerSummary: (summary: string) => boolean;
}

/** Only blocks: what stands inside a line is sliced from the source, so that it stays as its author wrote it. */
const parser = new MarkdownIt("commonmark", { html: true, maxNesting: 100 }).enable("table");
parser.core.ruler.disable(["inline", "text_join"], true);

type Token = ReturnType<typeof parser.parse>[number];

const outlines = new WeakMap<SourceText, Outline>();

/**
 * Parses a document, once however many readers ask.
 * @throws VivaError VIVA_FILE_TOO_LARGE for more starts of questions than any document has
 */
export function outlineOf(source: SourceText): Outline {
  const known = outlines.get(source);
  if (known !== undefined) return known;
  refuseTooMany(source, allSigns(source));
  const lines = withPlainTitles(
    withTightNumbers(withPlainNumbers(withoutOuterFence(withoutFrontMatter(source.lines)))),
  );
  const outline = collect(source, lines, parseClosed(lines));
  outlines.set(source, outline);
  return outline;
}

/** Front matter becomes blank lines, so that line numbers stay. */
function withoutFrontMatter(lines: readonly string[]): readonly string[] {
  if (!/^(?:---|\+\+\+)\s*$/.test(lines[0] ?? "")) return lines;
  const close = lines.findIndex((line, i) => i > 0 && /^(?:---|\+\+\+|\.\.\.)\s*$/.test(line));
  // A rule at the top of the page is not front matter: that holds `key: value` lines.
  if (close < 2 || !lines.slice(1, close).some((line) => /^[\w-]+\s*[:=]/.test(line))) return lines;
  return lines.map((line, i) => (i <= close ? "" : line));
}

const WIDE_NUMBER = /^( {0,3})([0-9０-９]{1,4})(?:[、．]|(?<=[０-９])[.)）])\s*(?=\S)/;

/** `１．` and `1、` at the start of a paragraph open a list item, as `1.` does. */
function withPlainNumbers(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => WIDE_NUMBER.test(line))) return lines;
  let above = "";
  return lines.map((line) => {
    const opens = above.trim() === "" || WIDE_NUMBER.test(above);
    above = line;
    return opens
      ? line.replace(
          WIDE_NUMBER,
          (_, indent: string, digits: string) => `${indent}${digits.normalize("NFKC")}. `,
        )
      : line;
  });
}

/** A fence that says Markdown, with headings and further fences inside, was copied round the document with it. */
function withoutOuterFence(lines: readonly string[]): readonly string[] {
  const opens = lines.findIndex((line) => /^ {0,3}(?:```|~~~)/.test(line));
  const opening = lines[opens] ?? "";
  if (!/^ {0,3}(?:`{3,}|~{3,})\s*(?:markdown|md)\s*$/i.test(opening)) return lines;
  const mark = opening.trim().replace(/[^`~].*$/, "");
  const next = lines.findIndex((line, at) => at > opens && line.trimStart().startsWith(mark));
  const inside = lines.slice(opens + 1, next < 0 ? undefined : next);
  const headings = inside.filter((line) => /^#{1,6} \S/.test(line)).length;
  const isNested = next < 0 || (lines[next] ?? "").trim() !== mark;
  if (headings < 2 || !isNested) return lines;
  const fences = lines.flatMap((line, at) => (at > opens && line.trimStart().startsWith(mark) ? [at] : []));
  // One fence without a partner is the one that closes it.
  const closes =
    fences.length % 2 === 1 ? fences.findLast((at) => (lines[at] ?? "").trim() === mark) : undefined;
  return lines.map((line, at) => (at === opens || at === closes ? "" : line));
}

const TIGHT_NUMBER = /^( {0,3}\d{1,3}[.)])(?=[\p{Lu}\p{Lo}¿"“«])(?!\p{Lu}[.)])/u;
/** So many lines must be numbered so, for it to be a habit. */
const TIGHT_AT_LEAST = 3;

/** `7)What is it?` opens a list item, as `7) What` does, where the document writes so. */
function withTightNumbers(lines: readonly string[]): readonly string[] {
  const tight = lines.filter((line) => TIGHT_NUMBER.test(line)).length;
  return tight < TIGHT_AT_LEAST ? lines : lines.map((line) => line.replace(TIGHT_NUMBER, "$1 "));
}

/** How often a document is read again after a fence that nobody closed was taken away. */
const MOST_REPAIRS = 4;

/** Parses; a code fence that swallows the rest of the document, headings with it, counts as never opened. */
function parseClosed(original: readonly string[]): Token[] {
  let lines = original;
  for (let repairs = 0; ; repairs++) {
    const tokens = parser.parse(lines.join("\n"), {});
    if (repairs === MOST_REPAIRS) return tokens;
    const last = tokens.findLast((token) => token.type === "fence");
    const [start = 0, end = 0] = last?.map ?? [];
    if (last === undefined || end < lines.length - 1) return tokens;
    const closing = lines.slice(start + 1, end).findLast((line) => line.trim() !== "") ?? "";
    if (closing.trim().startsWith(last.markup)) return tokens;
    const swallowed = lines
      .slice(start + 1, end)
      .filter((line) => /^ {0,6}(?:\d+\. +)?#{1,6} \S|<details/.test(line));
    if (swallowed.length < 2) return tokens;
    lines = lines.with(start, "");
  }
}

function collect(source: SourceText, lines: readonly string[], tokens: readonly Token[]): Outline {
  const blocks: Block[] = [];
  const code = new Uint8Array(lines.length + 1);
  let lists = 0;
  let quotes = 0;
  for (const [i, token] of tokens.entries()) {
    const [at = 0, end = 0] = token.map ?? [];
    if (token.type === "bullet_list_open" || token.type === "ordered_list_open") lists++;
    else if (token.type === "bullet_list_close" || token.type === "ordered_list_close") lists--;
    else if (token.type === "blockquote_open") quotes++;
    else if (token.type === "blockquote_close") quotes--;
    else if (token.type === "fence" || token.type === "code_block") code.fill(1, at, end);
    else if (quotes > 0) continue;
    else if (token.type === "heading_open") blocks.push(headingOf(tokens, i, lists));
    else if (token.type === "html_block") blocks.push(...htmlHeadings(lines, at, end, lists));
    else if (token.type === "list_item_open") blocks.push(itemOf(tokens, i, lists));
    else if (token.type === "paragraph_open" && lists === 0) {
      blocks.push({ kind: "paragraph", at, end, text: tokens[i + 1]?.content ?? "" });
    }
  }
  const isCode = (line: number) => code[line] === 1;
  const ends = detailsEnds(lines, isCode);
  const isAnswerSummary = answerSummaries(lines, isCode);
  const hidden = hiddenLines(lines, ends, isAnswerSummary);
  return {
    source,
    lines,
    blocks: blocks.filter((block) => hidden[block.at] !== 1),
    isCode,
    detailsEnds: ends,
    isAnswerSummary,
  };
}

/** Marks the lines inside unfolded answers with 1. */
function hiddenLines(
  lines: readonly string[],
  ends: ReadonlyMap<number, number>,
  isAnswerSummary: (summary: string) => boolean,
): Uint8Array {
  const hidden = new Uint8Array(lines.length);
  let coveredTo = 0;
  for (const [at, end] of [...ends].toSorted((a, b) => a[0] - b[0])) {
    if (at < coveredTo) continue;
    const summary = summaryFrom(lines, at);
    if (summary === null || !isAnswerSummary(summary.text)) continue;
    hidden.fill(1, at, end);
    coveredTo = end;
  }
  return hidden;
}

/** Longest heading that is believed when it is made by a line of hyphens below a paragraph. */
const LONGEST_UNDERLINED = 120;

function headingOf(tokens: readonly Token[], i: number, depth: number): Block {
  const token = tokens[i];
  const [at = 0, end = 0] = token?.map ?? [];
  const text = tokens[i + 1]?.content ?? "";
  // `---` right below a paragraph is meant as a rule far more often than as the underline of a heading.
  const isRule =
    token?.markup === "-" && (end - at > 2 || text.length > LONGEST_UNDERLINED || /[.:;]$/.test(text));
  if (isRule) return { kind: "paragraph", at, end: end - 1, text };
  const before = tokens[i - 1];
  const itemNumber = before?.type === "list_item_open" && before.info !== "" ? Number(before.info) : null;
  return { kind: "heading", at, end, level: Number(token?.tag.slice(1)), depth, itemNumber, text };
}

const HTML_HEADING = /^\s*<h([1-6])\b[^>]*>(.*?)(?:<\/h[1-6]>|$)/i;

function htmlHeadings(lines: readonly string[], at: number, end: number, depth: number): Heading[] {
  const found: Heading[] = [];
  for (let line = at; line < end; line++) {
    const [, level, text] = HTML_HEADING.exec((lines[line] ?? "").slice(0, 2000)) ?? [];
    if (level === undefined || text === undefined) continue;
    found.push({
      kind: "heading",
      at: line,
      end: line + 1,
      level: Number(level),
      depth,
      itemNumber: null,
      text,
    });
  }
  return found;
}

function itemOf(tokens: readonly Token[], i: number, depth: number): Item {
  const [at = 0, end = 0] = tokens[i]?.map ?? [];
  const info = tokens[i]?.info ?? "";
  const opensText = tokens[i + 1]?.type === "paragraph_open";
  const [textAt = at, textEnd = at] = (opensText ? tokens[i + 1]?.map : null) ?? [];
  return {
    kind: "item",
    at,
    end,
    depth,
    number: info === "" ? null : Number(info),
    text: opensText ? (tokens[i + 2]?.content ?? "") : "",
    textLines: textEnd - textAt,
  };
}
