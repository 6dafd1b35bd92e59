import type { Draft, SourceText } from "../reader.ts";
import { type Numbered, takeNumber } from "../text/numbering.ts";
import { questionLikeness } from "../text/question-words.ts";
import { draftFrom, emptyDraft } from "./draft.ts";
import { type Item, outlineOf, type Paragraph } from "./outline.ts";
import type { Start } from "./question-start.ts";
import { cleanTitle, titleParts } from "./title.ts";

const READER = "markdown-bold";

/** So many of the candidates carry a number that one without is a lead-in of an answer. */
const MOSTLY_NUMBERED = 0.6;

/** `**Question**` with at most a mark or an emoji behind it. */
const ALL_BOLD = /^(\*\*|__)(?=\S)(.+?)\1[^\p{L}\p{N}]{0,12}$/u;
/** `**1)** Text`, `**Q1: Text** more`, `**2) Factorial**. Text`. */
const NUMBER_IN_BOLD = /^(?:\*\*|__)\s*(?=[\p{L}\p{N}([#№])/u;
/** `1. **Text**` that Markdown did not take for a list, or `Q1. **Text**`. */
const NUMBER_BEFORE_BOLD = /^[QqPp]?\s?\d{1,5}\s?[.):-]?\s*(\*\*|__)(?=\S).+\1/u;

interface Candidate {
  readonly start: Start;
  readonly likeness: number;
  /** An emoji behind the title, as of how hard it is. */
  readonly mark: string;
}

/** Of the questions that ask, this share must carry such a mark for a title that only carries the mark to be one. */
const MOSTLY_MARKED = 0.6;
const MARK_BEHIND = /\p{Extended_Pictographic}\ufe0f?\s*$/u;

/** Reads paragraphs that open a question in bold: `**What is it?**`, `**1)** What is it?`, `**Q1: What is it?**`. */
export function readBold(source: SourceText): Draft {
  const outline = outlineOf(source);
  const found = withMarked(
    outline.blocks.flatMap((block) => {
      if (block.kind === "paragraph") return candidateOf(withTags(block), outline.lines) ?? [];
      return block.kind === "item" ? (candidateOfItem(block) ?? []) : [];
    }),
  );
  const numbered = found.filter(({ start }) => start.number !== null);
  const chosen =
    numbered.length >= found.length * MOSTLY_NUMBERED ? numbered : found.filter((one) => one.likeness > 0);
  if (chosen.length === 0) return emptyDraft(READER);
  const likeness = chosen.reduce(
    (sum, one) => sum + (one.start.number === null ? one.likeness : Math.max(0.7, one.likeness)),
    0,
  );
  const starts = chosen.map(({ start }) => start);
  return draftFrom(outline, READER, starts, likeness / chosen.length);
}

/** Titles that only carry a mark are questions where most questions carry one of the same kind. */
function withMarked(found: readonly Candidate[]): Candidate[] {
  const asking = found.filter((one) => one.start.number !== null || one.likeness >= 0.8);
  const marks = new Set(asking.map(({ mark }) => mark));
  const usual = asking.filter(({ mark }) => mark !== "").length >= asking.length * MOSTLY_MARKED;
  return found.flatMap((one) => {
    if (one.start.number !== null || one.likeness >= 0.8) return one;
    return usual && marks.has(one.mark) ? { ...one, likeness: 0.8 } : [];
  });
}

/**
 * An item of an outermost numbered list, bold from end to end, that asks: word processors number some of the questions
 * and their author the others. Where all are items, the reader of lists has them too.
 */
function candidateOfItem({ at, depth, number, text, textLines }: Item): Candidate | null {
  const line = text.trim();
  if (depth > 1 || number === null || textLines > 1 || !ALL_BOLD.test(line)) return null;
  const { rest } = titleParts(line);
  const likeness = questionLikeness(rest);
  if (likeness < 0.8) return null;
  return {
    start: { at, titleEnd: at + 1, title: rest, number, level: null, nested: true },
    likeness,
    mark: "",
  };
}

/** `<b>` and `<strong>` at the start of a paragraph are bold too. */
const withTags = (paragraph: Paragraph): Paragraph => ({
  ...paragraph,
  text: /^<(?:b|strong)>/i.test(paragraph.text)
    ? paragraph.text.replace(/<\/?(?:b|strong)>/gi, "**")
    : paragraph.text,
});

function candidateOf(paragraph: Paragraph, lines: readonly string[]): Candidate | null {
  const [first = "", second] = paragraph.text.split("\n", 2);
  const line = first.trim();
  const wholeBold = ALL_BOLD.exec(line);
  const inner = wholeBold?.[2]?.includes("**") ? null : wholeBold;
  if (inner === null && !NUMBER_IN_BOLD.test(line) && !NUMBER_BEFORE_BOLD.test(line)) return null;
  const { number, rest } = splitTitle(line);
  if (rest === "" && second === undefined) return null;
  if (inner === null && number === null) return null;
  const likeness = questionLikeness(rest);
  const mark = inner === null ? "" : (MARK_BEHIND.exec(line.replace(/[*_]+/g, ""))?.[0] ?? "");
  if (number === null && likeness < 0.8 && mark === "") return null;
  // A number in bold with nothing behind it: the question is the next line.
  const titleLines = rest === "" ? 2 : wrappedLines(paragraph, inner !== null);
  const title = cleanTitle([rest, ...lines.slice(paragraph.at + 1, paragraph.at + titleLines)].join(" "));
  return {
    start: {
      at: paragraph.at,
      titleEnd: paragraph.at + titleLines,
      title,
      number,
      level: null,
      nested: false,
    },
    likeness,
    mark,
  };
}

/** Number and title; the title is "" when the line is only a number. */
function splitTitle(line: string): Numbered {
  const parts = titleParts(line);
  return takeNumber(cleanTitle(line)).rest === "" ? { ...parts, rest: "" } : parts;
}

/** A question that is not all bold may be wrapped: the next line goes on in lower case. */
function wrappedLines(paragraph: Paragraph, isBold: boolean): number {
  if (isBold) return 1;
  const lines = paragraph.text.split("\n");
  let count = 1;
  while (count < lines.length) {
    const above = lines[count - 1] ?? "";
    if (/[.?!:。？！：]\W*$|\s{2}$/u.test(above) || !/^\s*\p{Ll}/u.test(lines[count] ?? "")) break;
    count++;
  }
  return count;
}
