import { FenceTracker } from "./fences.ts";
import { isBlank } from "./list-mark.ts";
import type { Question } from "./question.ts";

/** The level where headings inside a prompt or an answer begin: levels 1 and 2 are the deck file's own. */
const FIRST_HEADING_LEVEL = 3;
const HEADING = /^( {0,3})(#{1,6})(?=[ \t]|$)/;

/** Any text as one line: a line break and the blanks about it become one blank, all else stays as it is. */
export function oneLine(text: string): string {
  return trimBlanks(text.replace(/[ \t]*[\r\n][ \t\r\n]*/g, " "));
}

/** Without blanks and tabs at both ends; a no-break space is text. */
export function trimBlanks(text: string): string {
  let start = 0;
  while (start < text.length && isBlankAt(text, start)) start++;
  return trimBlanksAtEnd(text.slice(start));
}

/** By hand: a pattern for the end of a text would be tried at every blank of it. */
function trimBlanksAtEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isBlankAt(text, end - 1)) end--;
  return text.slice(0, end);
}

function isBlankAt(text: string, at: number): boolean {
  return text[at] === " " || text[at] === "\t";
}

/**
 * A block of Markdown in the one form that a deck file can hold: `\n` between lines, no blank lines at either end,
 * code fences closed, headings from level 3 on (those in list items are left: they cannot be taken for the file's
 * own). Applying it twice changes nothing.
 */
export function canonicalBlock(text: string): string {
  const lines = trimBlankLines(text.replace(/\r\n?/g, "\n").split("\n"));
  // Most blocks hold neither headings nor fences: an import of hundreds need not follow every line of theirs.
  if (!/#|`{3}|~{3}/.test(text)) return lines.join("\n");
  const fences = new FenceTracker();
  const headings: { at: number; level: number }[] = [];
  for (const [at, line] of lines.entries()) {
    if (fences.take(line) || fences.inItem) continue;
    const level = HEADING.exec(line)?.[2]?.length;
    if (level !== undefined) headings.push({ at, level });
  }
  const highest = headings.reduce((least, { level }) => Math.min(least, level), FIRST_HEADING_LEVEL);
  const shift = FIRST_HEADING_LEVEL - highest;
  if (shift > 0) {
    for (const { at, level } of headings) {
      const marks = "#".repeat(Math.min(6, level + shift));
      lines[at] = (lines[at] ?? "").replace(HEADING, `$1${marks}`);
    }
  }
  if (fences.open !== null) lines.push(fences.open);
  return lines.join("\n");
}

/** Blanks go from the end of the last line only: elsewhere two of them are a line break. */
export function trimBlankLines(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => !isBlank(line));
  if (start === -1) return [];
  const end = lines.findLastIndex((line) => !isBlank(line));
  const out = lines.slice(start, end + 1);
  out.push(trimBlanksAtEnd(out.pop() ?? ""));
  return out;
}

/**
 * A question whose texts are all in canonical form, so that printing and parsing it gives it back unchanged.
 * Whoever makes a question from outside data (an import, an editor) passes it through here.
 */
export function canonicalQuestion(question: Question): Question {
  return {
    ...question,
    section: oneLine(question.section),
    tags: lines(question.tags),
    refs: lines(question.refs),
    title: oneLine(question.title),
    body: canonicalBlock(question.body),
    answer: canonicalBlock(question.answer),
    points: question.points.map((point) => ({
      ...point,
      text: oneLine(point.text),
      variants: lines(point.variants),
    })),
    misconceptions: question.misconceptions.map((misconception) => ({
      ...misconception,
      // The arrow parts claim and correction in the file.
      claim: oneLine(misconception.claim.replaceAll("→", "->")),
      correction: oneLine(misconception.correction),
    })),
    followUps: question.followUps.map((followUp) => ({ ...followUp, text: oneLine(followUp.text) })),
    source: oneLine(question.source),
    imported: oneLine(question.imported),
    lab: oneLine(question.lab),
    noLab: oneLine(question.noLab),
    shown: lines(question.shown),
    noShown: oneLine(question.noShown),
    borrows: oneLine(question.borrows),
  };
}

function lines(texts: readonly string[]): string[] {
  return texts.map(oneLine).filter((text) => text !== "");
}
