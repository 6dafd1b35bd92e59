import type { DeckName } from "../base/index.ts";
import type { Deck, DeckInfo, Problem, Question } from "../deck/index.ts";

/** A deck as a list shows it, without its questions. */
export interface DeckSummary {
  readonly name: DeckName;
  readonly title: string;
  readonly questions: number;
  /** False for the decks that come with the program. */
  readonly writable: boolean;
}

/** A deck with what could not be read of it: a damaged file costs only its own question. */
export interface LoadedDeck {
  readonly deck: Deck;
  readonly problems: readonly Problem[];
}

/** Where decks are kept. Every adapter passes `deckStoreContract`. */
export interface DeckStore {
  /** All decks, by name. */
  list(): Promise<DeckSummary[]>;
  /** Null when there is no such deck. */
  load(name: DeckName): Promise<LoadedDeck | null>;
  /** Some text that is another one after the deck was changed; cheaper than loading it. Null when there is no such deck. */
  version(name: DeckName): Promise<string | null>;
  /**
   * Keeps a deck whole: all of it or, when anything fails, nothing, with what was there before untouched.
   * @throws VivaError VIVA_DECK_EXISTS when one of that name is there and `replace` is false, or cannot be replaced
   */
  save(info: DeckInfo, questions: readonly Question[], options: { replace: boolean }): Promise<void>;
}
