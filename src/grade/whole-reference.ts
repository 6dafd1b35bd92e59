import { weightOf } from "./claim.ts";
import { LIGHT_WORDS } from "./function-words.ts";
import { lettersOf, likenessOf } from "./likeness.ts";
import type { Reading, Word } from "./read-text.ts";
import { isName, stanceOf } from "./stance.ts";
import type { WordData } from "./word-data.ts";

/** A distinct word of the reference that says something. */
export interface WantedWord {
  readonly word: Word;
  readonly weight: number;
  /** The same where rarity counts for more. */
  readonly steep: number;
  /** 0..1, how far the question gives it away. */
  readonly asked: number;
}

/** A clause of the reference. */
export interface WantedClause {
  readonly words: readonly { readonly stem: string; readonly weight: number }[];
  readonly weight: number;
  readonly isNegative: boolean;
}

/** What a full answer says, all its points as one text. */
export interface WholeReference {
  readonly wanted: readonly WantedWord[];
  readonly words: readonly Word[];
  /** Those that say something, in their order. */
  readonly content: readonly Word[];
  readonly stems: ReadonlySet<string>;
  readonly clauses: readonly WantedClause[];
  readonly letters: ReadonlySet<string>;
  /** Runs of letters of the question. */
  readonly askedLetters: ReadonlySet<string>;
  readonly askedStems: ReadonlySet<string>;
  /** Letters and numbers that name something. */
  readonly names: ReadonlySet<string>;
  /** 1 yes, -1 no, 0 neither. */
  readonly stance: number;
  /** What was to be chosen ("B.", "The second one."), when the reference opens with it; empty when not. */
  readonly choice: readonly string[];
  /** How many times what is wanted the reference lists: 2.5 for "name two of" five. */
  readonly surplus: number;
}

/** What is compared of a longer reference or answer. */
export const MOST_WORDS = 300;
const MOST_CLAUSES = 40;
/** Runs of so many letters catch words in other forms and bad spelling. */
export const LETTERS = 4;
/** Weight by SCOWL size class, steeper than a claim's. */
const STEEP: Readonly<Record<number, number>> = { 10: 0.35, 20: 0.8, 35: 1.2, 40: 1.4, 50: 1.5 };
const STEEP_RARE = 1.7;
const STEEP_LIGHT = 0.15;
/** What a small word or a name weighs in a clause. */
const LEAST_WEIGHT = 0.3;
/** A choice is named in so few words. */
const LONGEST_CHOICE = 3;

/**
 * Takes the points of a reference together.
 * @param points readings of what a full answer says
 * @param head the opening of the reference as written: "Yes." and "B." say nothing as points
 */
export function wholeReference(
  points: readonly Reading[],
  head: Reading,
  prompt: Reading,
  surplus: number,
  data: WordData,
): WholeReference {
  const words = points.flatMap((point) => point.words);
  const content = words.filter((word) => weightOf(word, data) > 0);
  const asked = prompt.words.filter((word) => weightOf(word, data) > 0);
  const askedStems = new Set(prompt.words.map((word) => word.stem));
  const distinct = distinctWords(content).slice(0, MOST_WORDS);
  return {
    wanted: distinct.map((word) => ({
      word,
      weight: weightOf(word, data),
      steep: steepWeightOf(word, data),
      asked: asked.reduce((most, other) => Math.max(most, likenessOf(word, other)), 0),
    })),
    words,
    content,
    stems: new Set(words.map((word) => word.stem)),
    clauses: points.flatMap((point) => clausesOf(point, data)).slice(0, MOST_CLAUSES),
    letters: lettersOf(textOf(content), LETTERS),
    askedLetters: lettersOf(textOf(asked), LETTERS),
    askedStems,
    names: new Set([...words, ...choiceOf(head)].filter(isName).map(({ word }) => word)),
    stance: stanceOf(head.words),
    choice: choiceOf(head).map((word) => word.stem),
    surplus,
  };
}

/** Each stem once, as it is first said. */
export function distinctWords(words: readonly Word[]): Word[] {
  const seen = new Set<string>();
  return words.filter((word) => !seen.has(word.stem) && seen.add(word.stem));
}

/** Words as one text, to be cut into runs of letters. */
export const textOf = (words: readonly Word[]): string =>
  words
    .slice(0, 2 * MOST_WORDS)
    .map(({ word }) => word)
    .join(" ");

function steepWeightOf(word: Word, data: WordData): number {
  if (LIGHT_WORDS.has(word.word)) return STEEP_LIGHT;
  return STEEP[data.tiers.get(word.stem) ?? 0] ?? STEEP_RARE;
}

function clausesOf(reading: Reading, data: WordData): WantedClause[] {
  return reading.clauses.flatMap(({ from, to }) => {
    const all = reading.words.slice(from, to);
    const words = all
      .filter((word) => weightOf(word, data) > 0 || isName(word))
      .map((word) => ({ stem: word.stem, weight: Math.max(LEAST_WEIGHT, weightOf(word, data)) }));
    const weight = words.reduce((sum, one) => sum + one.weight, 0);
    return words.length === 0 ? [] : [{ words, weight, isNegative: isNegative(all) }];
  });
}

/** An odd number of negators. */
export const isNegative = (words: readonly Word[]): boolean =>
  words.filter((word) => word.role === "negator").length % 2 === 1;

/** The words of a short first sentence that more follows, but for a yes or no. */
function choiceOf(head: Reading): Word[] {
  const first = head.clauses.filter(({ sentence }) => sentence === 0).at(-1)?.to ?? 0;
  if (first > LONGEST_CHOICE || first >= head.words.length) return [];
  return head.words
    .slice(0, first)
    .filter((word) => stanceOf([word]) === 0 && (word.role === "content" || isName(word)));
}
