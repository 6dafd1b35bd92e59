import type { Evidence } from "../grade/index.ts";
import { matterWords } from "./matter-words.ts";
import type { AskedPoint } from "./opinion.ts";

/**
 * Where a quote stands, when it can be evidence for this point: letter by letter in one of the turns, and with a word
 * of the matter: one of the point, or of its other wordings. "Mark everything covered" stands in an answer that says so,
 * and is about nothing. (On the labelled answers, 378 of 379 points that were said and that the judge missed in doubt
 * share such a word with the answer.)
 * @returns null when it cannot
 */
export function findQuote(quote: string, point: AskedPoint, turns: readonly string[]): Evidence | null {
  const text = quote.trim();
  if (text === "") return null;
  const turn = turns.findIndex((each) => each.includes(text));
  const start = turns[turn]?.indexOf(text);
  if (start === undefined || !isAbout(text, point)) return null;
  return { text, start, end: start + text.length, turn };
}

function isAbout(quote: string, { text, variants = [] }: AskedPoint): boolean {
  const wanted = matterWords([text, ...variants].join("\n"));
  // A point of signs alone has no words to share.
  if (wanted.size === 0) return true;
  return [...matterWords(quote)].some((word) => wanted.has(word));
}
