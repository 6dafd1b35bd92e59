import { FenceTracker } from "./fences.ts";
import { deadLinks, linkNames } from "./lint-links.ts";
import type { ParsedQuestion } from "./parse-question.ts";
import { countWords } from "./plain-words.ts";
import { shorten } from "./report.ts";

/** Published questions stay well below these: the longest title has 138 characters, the longest answer 204 words. */
const LONGEST_TITLE = 200;
const LONGEST_ANSWER = 400;
/** Words of a point, a variant, a misconception or its correction; the longest published one has 30. */
const LONGEST_CLAIM = 40;
const LONGEST_FOLLOW_UP = 60;

type ReportLine = (line: number, rule: string, text: string) => void;

/** Lengths, links, headings and code of all texts of a question; each finding on the line where it stands. */
export function lintTexts({ question, lines, starts }: ParsedQuestion, report: ReportLine): void {
  const titleLine = lines.get(question) ?? 1;
  if (question.title.length > LONGEST_TITLE) {
    const found = `the question has ${question.title.length} characters, wanted at most ${LONGEST_TITLE}`;
    report(titleLine, "too-long", `${found}: put the rest below it`);
  }
  lintLine(question.title, titleLine, report);
  lintBlock(question.body, starts.body, report);
  const words = lintBlock(question.answer, starts.answer, report);
  if (words > LONGEST_ANSWER) {
    const found = `the answer has ${words} words, wanted at most ${LONGEST_ANSWER}`;
    report(starts.answer, "too-long", `${found}: tell the points and leave the rest`);
  }
  const claim = (text: string, what: string, line: number, most: number) => {
    lintLine(text, line, report);
    const length = countWords(text);
    if (length <= most) return;
    const found = `${what} has ${length} words, wanted at most ${most}`;
    report(line, "too-long", `${found}: keep one claim, ${shorten(text)}`);
  };
  for (const point of question.points) {
    const line = lines.get(point) ?? 1;
    // Derived points are as long as the sentences of the answer.
    if (!question.proposed) claim(point.text, `the point ${point.id}`, line, LONGEST_CLAIM);
    for (const variant of point.variants) claim(variant, `a variant of ${point.id}`, line, LONGEST_CLAIM);
  }
  for (const misconception of question.misconceptions) {
    const line = lines.get(misconception) ?? 1;
    claim(misconception.claim, "the misconception", line, LONGEST_CLAIM);
    claim(misconception.correction, "the correction", line, LONGEST_CLAIM);
  }
  for (const followUp of question.followUps)
    claim(followUp.text, "the follow-up", lines.get(followUp) ?? 1, LONGEST_FOLLOW_UP);
}

function lintLine(text: string, line: number, report: ReportLine): void {
  for (const dead of deadLinks(text, NO_NAMES)) report(line, "link-form", dead);
}

/** A fence that names no language; it can be the first thing of a list item. */
const BARE_FENCE = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?:`{3,}|~{3,})[ \t]*$/;
const NO_NAMES: ReadonlySet<string> = new Set();

/** Checks a block of Markdown; gives the number of its words outside of code. */
function lintBlock(text: string, start: number, report: ReportLine): number {
  if (text === "") return 0;
  const lines = text.split("\n");
  const names = linkNames(lines);
  const fences = new FenceTracker();
  let words = 0;
  let above = 2;
  for (const [at, line] of lines.entries()) {
    const wasOpen = fences.inFence;
    if (fences.take(line)) {
      if (!wasOpen && BARE_FENCE.test(line)) {
        report(start + at, "code-language", "a code fence without its language: write ```js, or ```text");
      }
    } else {
      words += countWords(line);
      for (const dead of deadLinks(line, names)) report(start + at, "link-form", dead);
      const level = fences.inItem ? undefined : /^ {0,3}(#{1,6})[ \t]/.exec(line)?.[1]?.length;
      if (level !== undefined) {
        if (level > above + 1) {
          const marks = "#".repeat(level);
          const wanted = `wanted ${"#".repeat(above + 1)}, one level below the heading above`;
          report(start + at, "heading-depth", `found a heading ${marks}: ${wanted}`);
        }
        above = level;
      }
    }
  }
  return words;
}
