import type { DataRecord } from "../data/record.ts";
import { FenceTracker, isBlank, trimBlankLines } from "../text/block.ts";
import { questionLikeness } from "../text/question-words.ts";
import { cardRecord, type FoundCards } from "./lines.ts";

interface Block {
  readonly lines: readonly string[];
  /** Of the first line, from 0. */
  readonly at: number;
}

const LEAST_CARDS = 3;

/** Parts lines at those that `isBorder` tells, code aside; blocks without text are dropped. */
function blocksOf(lines: readonly string[], isBorder: (line: string, at: number) => boolean): Block[] {
  const fences = new FenceTracker();
  const blocks: Block[] = [];
  let start = 0;
  const end = (at: number) => {
    let first = start;
    while (first < at && isBlank(lines[first] ?? "")) first++;
    if (first < at) blocks.push({ lines: trimBlankLines(lines.slice(first, at)), at: first });
    start = at + 1;
  };
  for (const [at, line] of lines.entries()) if (!fences.take(line) && isBorder(line, at)) end(at);
  end(lines.length);
  return blocks;
}

/** Lines that part cards, the commoner ones last. */
const BORDERS = [/^\s*%{2,3}\s*$/, /^\s*={3,}\s*$/, /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/] as const;
/** Lines that part the sides of a card. */
const SIDES = [/^\s*%{2,3}\s*$/, /^\s*(?:-{3,}|\?{2,3}|={3,})\s*$/, /^\s*$/] as const;

/** Reads cards with a line of their own between (`===`, `---`, `%%`), and another or a blank one between the sides. */
export function cardsBetweenBorders(lines: readonly string[]): FoundCards | null {
  let best: FoundCards | null = null;
  for (const border of BORDERS) {
    if (lines.filter((line) => border.test(line)).length < LEAST_CARDS - 1) continue;
    const blocks = blocksOf(lines, (line) => border.test(line));
    if (blocks.length < LEAST_CARDS) continue;
    const cards = SIDES.filter((side) => side.source !== border.source)
      .map((side) => sidesOf(blocks, side))
      .find((found) => found !== null);
    if (cards !== null && cards !== undefined && cards.evidence > (best?.evidence ?? 0)) {
      best = { ...cards, used: lines.filter((line) => !isBlank(line)).length };
    }
  }
  return best ?? alternating(lines) ?? betweenGaps(lines);
}

/** Blocks of two paragraphs each, so many at least, are cards whatever they say. */
const LEAST_IN_GAPS = 8;
const LONGEST_FRONT = 300;

/** Cards with two or more blank lines between them and one between their sides. */
function betweenGaps(lines: readonly string[]): FoundCards | null {
  const gaps = new Set<number>();
  for (const [at, line] of lines.entries()) {
    if (isBlank(line) && isBlank(lines[at - 1] ?? "x")) gaps.add(at);
  }
  if (gaps.size < LEAST_IN_GAPS - 1) return null;
  const blocks = blocksOf(lines, (_, at) => gaps.has(at));
  if (blocks.length < LEAST_IN_GAPS) return null;
  const sides = blocks.map(({ lines: block }) => block.flatMap((line, i) => (isBlank(line) ? [i] : [])));
  const isFront = (block: Block, end: number) => {
    const front = block.lines.slice(0, end).join("\n");
    return front.length <= LONGEST_FRONT && !/^\s*(?:[#>|]|```)/.test(front);
  };
  const even = blocks.filter((block, i) => sides[i]?.length === 1 && isFront(block, sides[i][0] ?? 0));
  if (even.length < blocks.length * 0.9) return null;
  const records = blocks.map((block, i) => {
    const border = sides[i]?.[0] ?? block.lines.length;
    const side = (from: number, to?: number) => block.lines.slice(from, to).join("\n");
    return cardRecord(side(0, border), side(border + 1), block.at + 1);
  });
  return { records, evidence: 0.6, used: lines.filter((line) => !isBlank(line)).length };
}

/** Each block parted in two; null when fewer than nine in ten can be. */
function sidesOf(blocks: readonly Block[], side: RegExp): FoundCards | null {
  const records: DataRecord[] = [];
  let likeness = 0;
  for (const { lines, at } of blocks) {
    const border = lines.findIndex((line) => side.test(line));
    const question = (border < 0 ? lines : lines.slice(0, border)).join("\n").trim();
    const answer =
      border < 0
        ? ""
        : lines
            .slice(border + 1)
            .join("\n")
            .trim();
    if (question === "" || answer === "") continue;
    records.push(cardRecord(question.replace(/^#{1,6}\s+/, ""), answer, at + 1));
    likeness += questionLikeness(question.split("\n", 1)[0]?.replace(/^#{1,6}\s+/, "") ?? "");
  }
  if (records.length < LEAST_CARDS || records.length < blocks.length * 0.9) return null;
  // A blank line stands between any two paragraphs: there the first one must ask.
  const evidence = likeness / records.length;
  const isPlain = side.test("");
  return isPlain && evidence < 0.6
    ? null
    : { records, evidence: isPlain ? evidence : Math.max(0.6, evidence), used: 0 };
}

/** `front`, `---`, `back`, `---`, `front`, ...: sides in turn, when every other one asks. */
function alternating(lines: readonly string[]): FoundCards | null {
  const border = BORDERS.find(
    (each) => lines.filter((line) => each.test(line)).length >= LEAST_CARDS * 2 - 1,
  );
  if (border === undefined) return null;
  const blocks = blocksOf(lines, (line) => border.test(line));
  const asks = (block: Block | undefined) => questionLikeness(block?.lines[0] ?? "");
  const fronts = blocks.filter((_, at) => at % 2 === 0);
  const likeness = fronts.reduce((sum, block) => sum + asks(block), 0) / Math.max(1, fronts.length);
  if (blocks.length % 2 === 1 || likeness < 0.7) return null;
  const records = fronts.map((front, at) =>
    cardRecord(front.lines.join("\n"), (blocks[at * 2 + 1]?.lines ?? []).join("\n"), front.at + 1),
  );
  return { records, evidence: likeness, used: lines.filter((line) => !isBlank(line)).length };
}

/** Longest line that is a question by itself. */
const LONGEST_QUESTION = 250;

/** Reads a plain text in which a line alone, or the first of a paragraph, asks and what follows answers. */
export function cardsOfAskingLines(lines: readonly string[]): FoundCards | null {
  const records: DataRecord[] = [];
  const starts: number[] = [];
  let texts = 0;
  let marked = 0;
  for (const [at, line] of lines.entries()) {
    if (isBlank(line)) continue;
    texts++;
    if (/^\s*(?:[#>|<]|[-*+•] |```|~~~|\*\*|\d{1,4}[.)])/.test(line)) marked++;
    if (
      line.length > LONGEST_QUESTION ||
      !/^\s{0,3}[\p{Lu}\p{Lo}¿"“«].*[?？]\s*$/u.test(line) ||
      /^\s*["“«]/.test(line)
    )
      continue;
    if (at === 0 || isBlank(lines[at - 1] ?? "")) starts.push(at);
  }
  // Marks are those of Markdown, which has readers of its own.
  if (starts.length < LEAST_CARDS || marked > texts * 0.3) return null;
  let answered = 0;
  let used = 0;
  for (const [i, start] of starts.entries()) {
    const answer = trimBlankLines(lines.slice(start + 1, starts[i + 1] ?? lines.length));
    if (answer.length > 0) answered++;
    used += 1 + answer.filter((line) => !isBlank(line)).length;
    records.push(cardRecord((lines[start] ?? "").trim(), answer.join("\n"), start + 1));
  }
  const isShort = used / records.length < 40;
  return answered < records.length * 0.8 || !isShort || (starts[0] ?? 0) > 10
    ? null
    : { records, evidence: 0.65, used };
}
