import { FenceTracker } from "./fences.ts";
import type { Question } from "./question.ts";

/** The level where headings inside a prompt or an answer begin: levels 1 and 2 are the deck file's own. */
const FIRST_HEADING_LEVEL = 3;
const HEADING = /^( {0,3})(#{1,6})(?=[ \t]|$)/;

/** Any text as one line: white space of every kind collapsed to single blanks. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/**
 * A block of Markdown in the one form that a deck file can hold: `\n` between lines, no blank lines at either end,
 * code fences closed, headings from level 3 on. Applying it twice changes nothing.
 */
export function canonicalBlock(text: string): string {
  const lines = trimBlankLines(text.replace(/\r\n?/g, "\n").split("\n"));
  const fences = new FenceTracker();
  const headings: { at: number; level: number }[] = [];
  for (const [at, line] of lines.entries()) {
    if (fences.take(line)) continue;
    const level = HEADING.exec(line)?.[2]?.length;
    if (level !== undefined) headings.push({ at, level });
  }
  const shift = Math.max(0, FIRST_HEADING_LEVEL - Math.min(...headings.map(({ level }) => level)));
  if (shift > 0) {
    for (const { at, level } of headings) {
      const marks = "#".repeat(Math.min(6, level + shift));
      lines[at] = (lines[at] ?? "").replace(HEADING, `$1${marks}`);
    }
  }
  if (fences.open !== null) lines.push(fences.open);
  return lines.join("\n");
}

/** Trailing white space goes from the last line only: elsewhere two blanks are a line break. */
function trimBlankLines(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => line.trim() !== "");
  if (start === -1) return [];
  const end = lines.findLastIndex((line) => line.trim() !== "");
  const out = lines.slice(start, end + 1);
  out.push((out.pop() ?? "").trimEnd());
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
    lab: oneLine(question.lab),
    noLab: oneLine(question.noLab),
    shown: lines(question.shown),
  };
}

function lines(texts: readonly string[]): string[] {
  return texts.map(oneLine).filter((text) => text !== "");
}
