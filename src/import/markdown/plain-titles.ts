import { endsSentence, FenceTracker, isBlank, wordCount } from "../text/block.ts";
import { isChrome } from "../text/page-chrome.ts";

const HEADING = /^ {0,3}#{1,6}(?:\s|$)/;
const FIRST = /^ {0,3}1[.)]\s*\S/;
const ITEM = /^\s*(?:[-*+•]|\d{1,4}[.)])\s*\S/;
const UNDERLINE = /^ {0,3}(?:-{3,}|={3,}|_{3,}|\*{3,}|~{3,})\s*$/;
const LONGEST = 70;
const MOST_WORDS = 9;
/** Fewer titles than this may be chance. */
const LEAST = 2;

/**
 * In a text without headings, a short line from which the numbers start again at 1 is the title of what follows:
 * `JDBC:`, then `1. What is ...`. Such lines become headings, and their underlines blank, so that line numbers stay.
 */
export function withPlainTitles(lines: readonly string[]): readonly string[] {
  if (lines.some((line) => HEADING.test(line))) return lines;
  const titles = plainTitles(lines);
  if (titles.size < LEAST) return lines;
  return lines.map((line, at) => {
    if (titles.has(at)) return `## ${line.trim()}`;
    return UNDERLINE.test(line) && titles.has(at - 1) ? "" : line;
  });
}

function plainTitles(lines: readonly string[]): Set<number> {
  const titles = new Set<number>();
  const fences = new FenceTracker();
  for (const [at, line] of lines.entries()) {
    if (fences.take(line) || !FIRST.test(line)) continue;
    let above = at - 1;
    while (above >= 0 && (isBlank(lines[above] ?? "") || UNDERLINE.test(lines[above] ?? ""))) above--;
    const isApart = above === 0 || isBlank(lines[above - 1] ?? "") || UNDERLINE.test(lines[above - 1] ?? "");
    if (above >= 0 && isApart && isPlainTitle(lines[above] ?? "")) titles.add(above);
  }
  return titles;
}

function isPlainTitle(line: string): boolean {
  const text = line.trim();
  return (
    /^ {0,3}\S/.test(line) &&
    text.length <= LONGEST &&
    wordCount(text) <= MOST_WORDS &&
    /\p{L}/u.test(text) &&
    !ITEM.test(line) &&
    !endsSentence(text.replace(/[:：]$/, "")) &&
    !/^[<>|[({`*_]|[;{}]$|[?？,]$|->/.test(text) &&
    !isChrome(line)
  );
}
