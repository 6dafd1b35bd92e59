import { lettersOf } from "./likeness.ts";

/** Marks over letters that people leave out: Latin, Greek and Cyrillic accents, Arabic vowels and the stretched line. */
const OPTIONAL_MARKS = /[\u0300-\u036f\u064b-\u065f\u0640]/g;
/** A form of a word shares at least so much of its letters, in runs of {@link RUN}. */
const LEAST_SHARED = 0.55;
const RUN = 3;
/** What another form of a word counts beside the word itself. */
const FORM = 0.9;
/** Shorter words are alike by chance. */
const LEAST_LETTERS = 4;

/** A word without what writers leave out or write in two ways. */
export function foldWord(word: string): string {
  return word
    .normalize("NFKD")
    .replace(OPTIONAL_MARKS, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/ß/g, "ss");
}

/** Finds the words of a question that a word of any language may be a form of, by its letters alone. */
export class LettersAlike {
  private readonly byRun = new Map<string, number[]>();
  private readonly sizes: number[] = [];
  private readonly words: readonly string[];
  private readonly numbers: ReadonlyMap<string, number>;

  /** @param words distinct and folded */
  constructor(words: readonly string[]) {
    this.words = words;
    this.numbers = new Map(words.map((word, i) => [word, i]));
    for (const [i, word] of words.entries()) {
      const runs = isInflected(word) ? lettersOf(word, RUN) : [];
      this.sizes.push([...runs].length);
      for (const run of runs) {
        const list = this.byRun.get(run);
        if (list === undefined) this.byRun.set(run, [i]);
        else list.push(i);
      }
    }
  }

  /** Numbers of the words, each with how alike it is, 0..1. */
  find(word: string): (readonly [number, number])[] {
    const same = this.numbers.get(word);
    if (same !== undefined) return [[same, 1]];
    if (!isInflected(word)) return [];
    const runs = lettersOf(word, RUN);
    const shared = new Map<number, number>();
    for (const run of runs)
      for (const i of this.byRun.get(run) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
    return [...shared].flatMap(([i, count]) => {
      const share = (2 * count) / (runs.size + (this.sizes[i] ?? 0));
      // What is put before a word turns it round in too many languages: unveränderlich, неизменяемый, inmutable.
      const isForm = share >= LEAST_SHARED && this.words[i]?.[0] === word[0];
      return isForm ? [[i, FORM * share] as const] : [];
    });
  }
}

/** Numbers and pairs of characters have no forms. */
const isInflected = (word: string): boolean => word.length >= LEAST_LETTERS && !/\p{N}/u.test(word);
