import type { SourceText } from "../reader.ts";
import { takeNumber } from "../text/numbering.ts";
import { questionLikeness } from "../text/question-words.ts";

/** How many lines of a document look like the start of a question of each Markdown shape. */
export interface MarkdownSigns {
  numberedHeadings: number;
  questionHeadings: number;
  boldParagraphs: number;
  numberedItems: number;
  bullets: number;
  details: number;
}

/** Characters of a line that are looked at. */
const LOOKED_AT = 300;
/** So many of them at its end, where a long question has its mark. */
const TAIL = 40;

const known = new WeakMap<SourceText, MarkdownSigns>();

/** Counts the signs, in one pass for all shapes. Code is not told apart from text: this only chooses who reads. */
function markdownSigns(source: SourceText): MarkdownSigns {
  const before = known.get(source);
  if (before !== undefined) return before;
  const signs: MarkdownSigns = {
    numberedHeadings: 0,
    questionHeadings: 0,
    boldParagraphs: 0,
    numberedItems: 0,
    bullets: 0,
    details: 0,
  };
  let above = "";
  let underHeading = false;
  for (const line of isMarkup(source.text) ? [] : source.lines) {
    const start = line.length > LOOKED_AT ? line.slice(0, LOOKED_AT - TAIL) + line.slice(-TAIL) : line;
    if (/^(?:={2,}|-{2,})\s*$/.test(start)) {
      if (questionLikeness(above) >= 0.8 && !/^\s*[#*_<-]/.test(above)) signs.questionHeadings++;
    } else if (underHeading && questionLikeness(start) >= 0.8 && !/^\s*[#*_<-]/.test(start)) {
      signs.questionHeadings++;
    } else count(start, signs);
    if (start.trim() !== "") underHeading = /^#{1,6} /.test(start);
    above = start;
  }
  known.set(source, signs);
  return signs;
}

/** A web page or data is for readers to come; inside it a `#` or a `?` at the start of a line means nothing. */
function isMarkup(text: string): boolean {
  const start = text.slice(0, 2000).trimStart();
  if (/^(?:<!doctype html|<html|<\?xml|\{\\rtf)/i.test(start)) return true;
  return /^[[{]\s*(?:["{[\]}]|\d)/.test(start) && /[\]}]\s*$/.test(text.slice(-200));
}

const HEADING = /^ {0,8}(?:\d{1,6}[.)] +)?#{1,6}[ \t]+(\S.*)$/;
const ITEM = /^ {0,3}[\d０-９]{1,6}[.)、．）][ \t]*(\S.*)$/;
const BULLET = /^ ?[-*+•][ \t]+(\S.*)$/;
const BOLD = /^ {0,3}(?:\*\*|__)(\S.*)$/;

function count(line: string, signs: MarkdownSigns): void {
  const found = /\S/.exec(line)?.[0];
  if (found === undefined) return;
  const heading = HEADING.exec(line)?.[1];
  if (heading !== undefined) {
    const inItem = /^\s*\d/.test(line);
    const bare = heading.replace(/^[*_\s]+/, "");
    if (inItem || takeNumber(bare).number !== null || /^(?:\d{1,3}\s|\p{L}?\d{1,4}[.):])/u.test(bare))
      signs.numberedHeadings++;
    else if (questionLikeness(heading) >= 0.8) signs.questionHeadings++;
    return;
  }
  if (found === "<") {
    if (/<summary/i.test(line) && !/>\W*(?:answer|show|view|click)\b/i.test(line)) signs.details++;
    else if (/^\s*<h[1-6]/i.test(line) && /[?？]/.test(line)) signs.questionHeadings++;
    else if (/^\s*<(?:b|strong)>/i.test(line) && /[?？]/.test(line)) signs.boldParagraphs++;
    return;
  }
  const item = ITEM.exec(line)?.[1];
  if (item !== undefined) {
    if (/^\*\*|^__/.test(item) || questionLikeness(item) >= 0.8) signs.numberedItems++;
    return;
  }
  const bold = BOLD.exec(line)?.[1];
  if (bold !== undefined) {
    if (takeNumber(bold).number !== null || questionLikeness(bold) >= 0.8) signs.boldParagraphs++;
    return;
  }
  const bullet = BULLET.exec(line)?.[1];
  if (bullet !== undefined && !/^\[/.test(bullet) && questionLikeness(bullet) >= 0.8) signs.bullets++;
}

/** All signs together. */
export function allSigns(source: SourceText): number {
  return Object.values(markdownSigns(source)).reduce((sum: number, count: number) => sum + count, 0);
}

/** A shape's share of all signs, 0..1: 0 when it has none. */
export function shareOf(source: SourceText, shape: keyof MarkdownSigns): number {
  const count = markdownSigns(source)[shape];
  return count === 0 ? 0 : 0.1 + (0.75 * count) / allSigns(source);
}
