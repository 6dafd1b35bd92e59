/** A line of text whose list was written into it: what leads in, and the items. */
interface InlineList {
  readonly lead: string;
  /** Empty when the line holds no list. */
  readonly items: readonly string[];
}

const NUMBER = /(?:^|\s)\(?(\d{1,2})[.)]\s*(?=[\p{L}"'`*])/gu;
const BULLETS = [
  /(?:^|\s)[•●○▪]\s*(?=\S)/gu,
  /(?:^|\s)\*\s+(?=\p{L})/gu,
  /(?:^|(?<=[.:;,!?])\s|\s(?=[-–]\s+\p{Lu}))[-–]\s+(?=\p{L})/gu,
];

/**
 * The items of a list that was written into a line, as in "It has: 1. one 2. two" and "Remedies: - Stop early. - Add
 * data." Numbers count up from 1; bullets stand there twice at least.
 */
export function partItems(text: string): InlineList {
  const numbers: RegExpExecArray[] = [];
  for (const match of text.matchAll(NUMBER)) {
    // "It is reset to 1. Then ..." opens no list.
    const isOpen = numbers.length > 0 || match.index === 0 || /[.:;,!?)]/.test(text.charAt(match.index - 1));
    if (isOpen && Number(match[1]) === numbers.length + 1) numbers.push(match);
  }
  const marks =
    numbers.length > 1
      ? numbers
      : (BULLETS.map((pattern) => [...text.matchAll(pattern)]).find((found) => found.length > 1) ?? []);
  if (marks.length === 0) return { lead: text, items: [] };
  const items = marks.map((mark, i) => text.slice(mark.index + mark[0].length, marks[i + 1]?.index).trim());
  return { lead: text.slice(0, marks[0]?.index).trim(), items: items.filter((item) => item !== "") };
}

/** The sentences of one line of Markdown. "factorial(5) = 5! = 120" is one. */
export function sentencesOf(text: string): string[] {
  return text
    .split(
      /(?<=[.!?][)"'”*_]{0,3})(?<!\b(?:e\.g|i\.e|vs|etc|cf|approx|fig|z\.B|p\.ej)\.)\s+(?![=<>])|(?<=[。！？؟।])|;\s+/u,
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}
