import { escapeText } from "../html/text.ts";
import { endsSentence } from "../text/block.ts";
import { parseLabel } from "../text/labels.ts";
import { takeNumber } from "../text/numbering.ts";
import type { PageLine } from "./lines.ts";

/** A line with the number of its page. */
interface Placed extends PageLine {
  readonly page: number;
}

/** Lines at the head and at the foot of a page that can be its furniture. */
const EDGE = 2;
/** Share of the pages on which the same line is furniture. */
const REPEATED = 0.5;
/** Times the size of the body that make a heading. */
const LARGER = 1.12;
/** Lines further apart than this, in sizes of the font, part paragraphs. */
const APART = 1.55;
/** A line that reaches so far to the right goes on in the next. */
const FULL = 0.82;
/** One that reaches this far goes on when the next begins in the middle of a sentence. */
const HALF_FULL = 0.6;
const LONGEST_HEADING = 160;
/** Sizes of headings that are told apart. */
const MOST_LEVELS = 3;

/** Guesses paragraphs, headings, lists and code from where lines stand, and writes them as Markdown. */
export function pagesToMarkdown(pages: readonly (readonly PageLine[])[]): {
  lines: string[];
  pageOf: number[];
} {
  const placed = withoutFurniture(pages);
  const body = bodySize(placed);
  const sizes = headingSizes(placed, body);
  const right = rightEdge(placed);
  const lines: string[] = [];
  const pageOf: number[] = [];
  const write = (text: string, page: number) => {
    if (text === "" && (lines.length === 0 || lines.at(-1) === "")) return;
    lines.push(text);
    pageOf.push(page);
  };
  for (let i = 0; i < placed.length; ) {
    const line = placed[i];
    if (line === undefined) break;
    const before = placed[i - 1];
    if (before === undefined || before.page !== line.page || isApart(before, line)) write("", line.page);
    const block = line.fixed ? codeBlock(placed, i) : textBlock(placed, i, right, sizes);
    if (line.fixed) {
      const left = Math.min(...block.map(({ x }) => x));
      write("", line.page);
      write("```", line.page);
      for (const each of block) {
        lines.push(" ".repeat(Math.min(40, Math.round((each.x - left) / (0.6 * each.size)))) + each.text);
        pageOf.push(each.page);
      }
      write("```", line.page);
      write("", line.page);
    } else {
      const level = levelOf(line, sizes);
      const text = joined(block);
      if (level > 0) write("", line.page);
      write(level > 0 ? `${"#".repeat(level)} ${escapeText(text)}` : marked(text), line.page);
      if (level > 0) write("", line.page);
    }
    i += block.length;
  }
  return { lines, pageOf };
}

/** Without what is the same at the edge of many pages, and without their numbers. */
function withoutFurniture(pages: readonly (readonly PageLine[])[]): Placed[] {
  const shape = (line: PageLine) => line.text.toLowerCase().replace(/\d+/g, "0");
  const edges = pages.map((lines) => {
    const byHeight = lines.toSorted((a, b) => b.y - a.y);
    return new Set([...byHeight.slice(0, EDGE), ...byHeight.slice(-EDGE)]);
  });
  const counts = new Map<string, number>();
  for (const edge of edges) {
    for (const text of new Set([...edge].map(shape))) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const isFurniture = (line: PageLine) =>
    PAGE_NUMBER.test(line.text) ||
    (pages.length > 1 &&
      (counts.get(shape(line)) ?? 0) > Math.max(1, pages.length * REPEATED) &&
      !asks(line.text));
  return pages.flatMap((lines, i) =>
    lines
      .filter((line) => !(edges[i]?.has(line) && isFurniture(line)))
      .map((line) => ({ ...line, page: i + 1 })),
  );
}

const asks = (text: string): boolean => /[?？]\W*$/.test(text);
const PAGE_NUMBER =
  /^\W*(?:(?:page|seite|página|pagina|стр\.?|страница|第)\s*)?\d{1,4}(?:\s*(?:\/|of|von|de|из)\s*\d{1,4})?\s*页?\W*$/iu;

/** The size that most letters have. */
function bodySize(lines: readonly PageLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text, fixed } of lines) {
    if (fixed) continue;
    const key = Math.round(size * 2) / 2;
    letters.set(key, (letters.get(key) ?? 0) + text.length);
  }
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

function headingSizes(lines: readonly PageLine[], body: number): number[] {
  const sizes = new Set<number>();
  for (const { size, text, fixed } of lines) {
    if (!fixed && size > body * LARGER && text.length <= LONGEST_HEADING) sizes.add(Math.round(size * 2) / 2);
  }
  return [...sizes].toSorted((a, b) => b - a);
}

/** 1 for the largest size of headings; 0 for text. */
function levelOf({ size, text, fixed }: PageLine, sizes: readonly number[]): number {
  const at = sizes.indexOf(Math.round(size * 2) / 2);
  return at < 0 || fixed || text.length > LONGEST_HEADING ? 0 : Math.min(MOST_LEVELS, at + 1);
}

/** Where full lines end. */
function rightEdge(lines: readonly PageLine[]): number {
  const ends = lines
    .filter(({ fixed }) => !fixed)
    .map(({ end }) => end)
    .toSorted((a, b) => a - b);
  return ends[Math.floor(ends.length * 0.95)] ?? 0;
}

const isApart = (above: Placed, below: Placed): boolean =>
  above.page === below.page &&
  (above.y - below.y > APART * Math.max(above.size, below.size) || below.y > above.y);

function codeBlock(lines: readonly Placed[], from: number): Placed[] {
  const block: Placed[] = [];
  for (let i = from; i < lines.length && lines[i]?.fixed; i++) {
    const line = lines[i];
    if (line !== undefined) block.push(line);
  }
  return block;
}

/** A line with those that go on with it. */
function textBlock(
  lines: readonly Placed[],
  from: number,
  right: number,
  sizes: readonly number[],
): Placed[] {
  const first = lines[from];
  if (first === undefined) return [];
  const block = [first];
  for (let i = from + 1; i < lines.length; i++) {
    const above = block.at(-1) ?? first;
    const line = lines[i];
    if (line === undefined || line.fixed || isApart(above, line) || startsAnew(line.text)) break;
    if (levelOf(line, sizes) !== levelOf(above, sizes)) break;
    const isFull = above.end > right * FULL;
    const goesOn = /^\p{Ll}/u.test(line.text) && !endsSentence(above.text) && above.end > right * HALF_FULL;
    if (levelOf(above, sizes) > 0 ? above.page !== line.page : !(goesOn || (isFull && !asks(above.text))))
      break;
    // Over the end of a page only a sentence goes on.
    if (above.page !== line.page && !goesOn) break;
    block.push(line);
  }
  return block;
}

const BULLET = /^[•●▪◦‣■□○◆➢➤✓✔–—*-]\s+(?=\S)/;

/** A number, a bullet or a label opens something. */
function startsAnew(text: string): boolean {
  const label = parseLabel(text);
  return (
    BULLET.test(text) ||
    takeNumber(text).number !== null ||
    (label !== null && label.rest !== text && !label.weak)
  );
}

function joined(block: readonly Placed[]): string {
  let text = "";
  for (const line of block) {
    const isParted = /\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line.text);
    const isHan =
      /[\u3040-\u30ff\u3400-\u9fff，。、]$/.test(text) && /^[\u3040-\u30ff\u3400-\u9fff]/.test(line.text);
    text += (text === "" || isParted || isHan ? "" : " ") + line.text;
  }
  return text;
}

const marked = (text: string): string => {
  const bullet = BULLET.exec(text);
  return bullet === null ? escapeText(text, true) : `- ${escapeText(text.slice(bullet[0].length), true)}`;
};
