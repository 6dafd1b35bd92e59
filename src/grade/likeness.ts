import type { Word } from "./read-text.ts";

const SYNONYM = 0.9;
/** Shorter words share letters by chance. */
const LEAST_LETTERS = 4;
/** Share of common pairs of letters from which on two words are forms, or misspellings, of one. */
const LEAST_SHARED = 0.6;
/** Bounds the memory a hostile stream of new words can take; far above the words of any deck. */
const LONGEST_CACHE = 20_000;
const known = new Map<string, ReadonlySet<string>>();

/** How alike two words are, 0..1: 1 the same stem, less for a synonym, less again for words of like letters. */
export function likenessOf(a: Word, b: Word): number {
  if (a.stem === b.stem) return 1;
  if (a.groups.length > 0 && a.groups.some((group) => b.groups.includes(group))) return SYNONYM;
  if (a.word[0] !== b.word[0] || a.word.length < LEAST_LETTERS || b.word.length < LEAST_LETTERS) return 0;
  const shared = sharedShare(pairsOf(a.word), pairsOf(b.word));
  return shared >= LEAST_SHARED ? SYNONYM * shared : 0;
}

/** Share of two sets' members that both have (Dice). */
export function sharedShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const one of a) if (b.has(one)) both += 1;
  return (2 * both) / (a.size + b.size || 1);
}

/** Runs of so many letters, with a blank on either side of the text. */
export function lettersOf(text: string, length: number): Set<string> {
  const padded = ` ${text} `;
  const out = new Set<string>();
  for (let i = 0; i + length <= padded.length; i++) out.add(padded.slice(i, i + length));
  return out;
}

function pairsOf(word: string): ReadonlySet<string> {
  const found = known.get(word);
  if (found !== undefined) return found;
  const pairs = lettersOf(word, 2);
  if (known.size >= LONGEST_CACHE) known.clear();
  known.set(word, pairs);
  return pairs;
}
