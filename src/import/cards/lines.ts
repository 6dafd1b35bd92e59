import { type DataRecord, fieldOf } from "../data/record.ts";
import { wordCount } from "../text/block.ts";
import { questionLikeness } from "../text/question-words.ts";

/** Cards that a way of reading found. */
export interface FoundCards {
  readonly records: readonly DataRecord[];
  /** How sure it is that they are cards, 0..1. */
  readonly evidence: number;
  /** Lines with text that are in a card or part them. */
  readonly used: number;
}

/** A card as a record. */
export function cardRecord(
  question: string,
  answer: string,
  line: number,
  trail: readonly string[] = [],
): DataRecord {
  const text = (value: string) => ({ kind: "text" as const, line, is: "string" as const, text: value });
  const asked = fieldOf("question", text(question));
  return { fields: answer === "" ? [asked] : [asked, fieldOf("answer", text(answer))], line, trail };
}

interface LineForm {
  /** Question and answer in the first two groups. */
  readonly pattern: RegExp;
  /** Signs that stand in other texts too want questions that ask, or terms with sentences. */
  readonly isCommon: boolean;
}

/** One card a line; a bullet may stand before it. Groups are bounded, so that no line is tried over and over. */
const FORMS: readonly LineForm[] = [
  { pattern: /^([^:|].{0,2000}?)\s*::\s+(\S.*)$/, isCommon: false },
  { pattern: /^(\S.{0,2000}?)\s+>>\s+(\S.*)$/, isCommon: false },
  { pattern: /^(\S.{0,2000}?)\s*;;\s*(\S.*)$/, isCommon: false },
  { pattern: /^(\S.{0,2000}?)\s*%%\s*(\S.*)$/, isCommon: false },
  { pattern: /^(\S.{0,2000}?)\s*(?:=>|→|==)\s*(\S.*)$/, isCommon: true },
  { pattern: /^(\S.{0,1000}?[?？])\s*[-–—=:|]?\s*(\S.*)$/, isCommon: true },
  { pattern: /^(\S.{0,400}?)\s+=\s+(\S.*)$/, isCommon: true },
  { pattern: /^(\S.{0,400}?)\s+[-–—]\s+(\S.*)$/, isCommon: true },
  { pattern: /^([^:]{1,200}?)\s*[:：]\s+(\S.*)$/, isCommon: true },
];

/** So many lines must have the form; the others are titles. */
const MOST = 0.9;
const LEAST_CARDS = 3;
const BULLET = /^\s*(?:[-*+•]|\d{1,4}[.)])\s+/;
/** Marks of code, of settings and of links: no cards. */
const NO_CARD = /[{};]\s*$|^\s*(?:[#/<>$@]|export |import |const |let |var |\[)|\]\(|https?:\/\/\S*$/;

/** Reads one card a line where nearly all lines have one form. */
export function cardsOfLines(lines: readonly string[]): FoundCards | null {
  const texts = lines.flatMap((line, at) =>
    line.trim() === "" ? [] : [{ text: line.replace(BULLET, "").trim(), at, raw: line }],
  );
  if (texts.length < LEAST_CARDS) return null;
  for (const { pattern, isCommon } of FORMS) {
    const records: DataRecord[] = [];
    let likeness = 0;
    let prose = 0;
    let odd = 0;
    let title = "";
    for (const { text, at, raw } of texts) {
      const [, question = "", answer = ""] = pattern.exec(text.slice(0, 5000)) ?? [];
      if (question === "") {
        title = /^\s*(?:#{1,6}\s+)?(\S.{0,79})$/.exec(raw)?.[1]?.replace(/:$/, "") ?? title;
        continue;
      }
      records.push(
        cardRecord(question.trim(), answer + text.slice(5000), at + 1, title === "" ? [] : [title]),
      );
      likeness += questionLikeness(question);
      if (wordCount(answer.slice(0, 500)) >= 3) prose++;
      if (NO_CARD.test(raw) || wordCount(question) > 40) odd++;
    }
    const count = records.length;
    if (count < LEAST_CARDS || count < texts.length * MOST || odd > count * 0.05) continue;
    const asks = likeness / count;
    const distinct = new Set(
      records.map(({ fields }) => (fields[0]?.value.kind === "text" ? fields[0].value.text : "")),
    ).size;
    const isGlossary = prose >= count * 0.7 && distinct >= count * 0.95 && count > LEAST_CARDS;
    if (isCommon && asks < 0.6 && !isGlossary) continue;
    return { records, evidence: Math.max(isCommon ? 0.5 : 0.75, asks), used: texts.length };
  }
  return null;
}
