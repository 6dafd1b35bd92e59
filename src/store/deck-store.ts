import type { DeckName, QuestionId } from "../base/index.ts";
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
  /**
   * The ids of questions that could not be read, those kept aside included, as far as they can be told: no new question
   * may get one of them, or it would be taken for the other once that is mended.
   */
  readonly lostIds: readonly QuestionId[];
}

/** A picture or sound that questions of a deck refer to as `media/NAME`. */
export interface DeckMedia {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A deck to be kept. */
export interface DeckToKeep {
  readonly info: DeckInfo;
  readonly questions: readonly Question[];
  /** No longer asked, kept aside with their ids: a document that drops a question and takes it back finds it again. */
  readonly gone?: readonly Question[];
  /**
   * Kept beside those that are there already; one that clashes with another of its name gets a new one, which the texts
   * that are new in the deck say then (see `distinctMedia`).
   */
  readonly media?: readonly DeckMedia[];
}

/**
 * What may stand in the way of a deck that is kept: nothing (`new`), anything of that name (`replace`), or the deck as
 * it was when its version was asked for.
 */
export type Over = "new" | "replace" | { readonly version: string };

/** Where decks are kept. Every adapter passes `deckStoreContract`. */
export interface DeckStore {
  /** All decks, by name. */
  list(): Promise<DeckSummary[]>;
  /** Null when there is no such deck. */
  load(name: DeckName): Promise<LoadedDeck | null>;
  /** The questions that are kept aside; none when there is no such deck. */
  gone(name: DeckName): Promise<readonly Question[]>;
  /** Null when the deck has no such picture or sound. */
  media(name: DeckName, file: string): Promise<Uint8Array | null>;
  /** Names of its pictures and sounds. */
  mediaNames(name: DeckName): Promise<readonly string[]>;
  /** Some text that is another one after the deck was changed; cheaper than loading it. Null when there is no such deck. */
  version(name: DeckName): Promise<string | null>;
  /**
   * Keeps a deck whole: all of it or, when anything fails, nothing, with what was there before untouched. What stands
   * beside its questions (media, files that cannot be read, labs) stays in place.
   * @throws VivaError VIVA_DECK_EXISTS when one of that name is there and may not be replaced; VIVA_DECK_CHANGED when
   * it is not as it was; VIVA_FILE_TOO_LARGE for a question that no deck file can hold; VIVA_STORE_UNWRITABLE
   */
  save(deck: DeckToKeep, over: Over): Promise<void>;
  /**
   * Puts one question of a deck in place of the one with its id.
   * @throws VivaError VIVA_QUESTION_NOT_FOUND, VIVA_DECK_EXISTS for a deck that comes with the program,
   * VIVA_DECK_CHANGED, VIVA_FILE_TOO_LARGE, VIVA_STORE_UNWRITABLE
   */
  saveQuestion(name: DeckName, question: Question, over: { readonly version: string }): Promise<void>;
}
