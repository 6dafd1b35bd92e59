import { contentStems } from "../deck/index.ts";

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** A letter beyond ASCII; words without one are the business of {@link contentStems}. */
const OTHER = /[^\P{L}a-zA-Z]/u;
/** Scripts that part no words: two neighbouring characters stand for one. */
const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Of an inflected word its beginning says what it is about; shorter ones are mostly grammar. */
const STEM = 4;

/** What tells which matter a text is about: stems in English, beginnings of words in other scripts, pairs of Han. */
export function matterWords(text: string): Set<string> {
  const words = contentStems(text);
  for (const [word] of text.normalize("NFKC").toLowerCase().matchAll(WORD)) {
    if (!OTHER.test(word)) continue;
    if (UNPARTED.test(word)) {
      for (let at = 0; at + 1 < word.length; at++) words.add(word.slice(at, at + 2));
    } else if (word.length >= STEM) words.add(word.slice(0, STEM));
  }
  return words;
}
