import type { DeckName } from "../base/index.ts";
import type { Question } from "./question.ts";
import type { Terms } from "./terms.ts";

/** What `deck.md` says about a deck as a whole. */
export interface DeckInfo {
  readonly name: DeckName;
  readonly title: string;
  /** An SPDX expression or a sentence; "" when unknown. */
  readonly licence: string;
  /** BCP 47, as in `en`; "" when unknown. */
  readonly language: string;
  /** Sections in the order they are taught; a section that a question names and this list lacks comes last. */
  readonly sections: readonly string[];
  readonly terms: Terms;
  /** Everything below the title, Markdown: audience, path, interview blueprints. */
  readonly text: string;
}

/** A named set of questions. */
export interface Deck extends DeckInfo {
  readonly questions: readonly Question[];
}

/** Orders what belongs to sections as the deck teaches them; those of no section it names come last. */
export function bySection<T>(
  { sections }: Pick<DeckInfo, "sections">,
  items: readonly T[],
  sectionOf: (item: T) => string,
): T[] {
  const place = (item: T) => {
    const at = sections.indexOf(sectionOf(item));
    return at === -1 ? sections.length : at;
  };
  return items.toSorted((a, b) => place(a) - place(b));
}

/** Something wrong at a place in a deck file. `line` starts at 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  /** Stable, as in `point-form`; listed in docs/reference/lint.md. */
  readonly rule: string;
  /** What was found and what was wanted. */
  readonly text: string;
}
