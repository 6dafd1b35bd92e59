import { weightOf } from "./claim.ts";
import type { Word } from "./read-text.ts";
import type { Spoken } from "./spoken.ts";
import { stanceOf } from "./stance.ts";
import { distinctWords, MOST_WORDS } from "./whole-reference.ts";
import type { WordData } from "./word-data.ts";

/** A whole answer, to be set against a whole reference. */
export interface HeardWhole {
  readonly words: readonly Word[];
  /** Distinct words that say something, what others are said to think left out. */
  readonly distinct: readonly { readonly word: Word; readonly weight: number }[];
  /** All that say something, in their order. */
  readonly content: readonly Word[];
  readonly stems: ReadonlySet<string>;
  readonly clauses: readonly (readonly Word[])[];
}

const MOST_CLAUSES = 60;

/** What of a turn, or of several told as one, counts as said. */
export function heardWhole({ reading, clauses }: Spoken, data: WordData): HeardWhole {
  const own = clauses
    .filter(({ voice }) => voice !== "reported")
    .flatMap(({ from, to }) => reading.words.slice(from, to))
    .filter((word) => weightOf(word, data) > 0);
  return {
    words: reading.words,
    distinct: distinctWords(own)
      .slice(0, MOST_WORDS)
      .map((word) => ({ word, weight: weightOf(word, data) })),
    content: reading.words.filter((word) => weightOf(word, data) > 0),
    stems: new Set(reading.words.map((word) => word.stem)),
    clauses: clauses.slice(0, MOST_CLAUSES).map(({ from, to }) => reading.words.slice(from, to)),
  };
}

/** Whether anything at all is said: not nothing, not "I don't know", not the question once more. A bare "no" says much. */
export function saysAnything({ reading, clauses }: Spoken, promptStems: ReadonlySet<string>): boolean {
  const own = clauses.filter(({ voice }) => voice !== "reported");
  const words = own.flatMap(({ from, to }) => reading.words.slice(from, to));
  if (stanceOf(words) !== 0) return true;
  const isEcho = own.every(({ echo }) => echo);
  return words.some(({ role, stem }) => role !== "function" && !(isEcho && promptStems.has(stem)));
}
