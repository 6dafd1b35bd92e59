import type { Word } from "./read-text.ts";

const YES: ReadonlySet<string> = new Set("yes yeah yep agree agrees agreed true correct right".split(" "));
const NO: ReadonlySet<string> = new Set(
  "no nope disagree disagrees disagreed false incorrect wrong".split(" "),
);
/** Whoever answers with yes or no does so among the first words. */
const OPENING = 6;

/** Whether a text opens with a yes (1), a no (-1) or neither (0). */
export function stanceOf(words: readonly Word[]): number {
  let denied = false;
  for (const { word } of words.slice(0, OPENING)) {
    if (NO.has(word)) return -1;
    if (YES.has(word)) return denied ? -1 : 1;
    denied ||= word === "not";
  }
  return 0;
}

/** Whether a word names something by a letter or a number: "switch Z", "1.5". */
export const isName = ({ word }: Word): boolean => word.length === 1 || /\d/.test(word);
