/** What a note has for fields and how its cards are made of them. */
export interface NoteType {
  readonly name: string;
  readonly isCloze: boolean;
  readonly isImageOcclusion: boolean;
  readonly fields: readonly string[];
  /** By their `ord`; a cloze type has one. */
  readonly templates: ReadonlyMap<number, { readonly front: string; readonly back: string }>;
}

export interface AnkiDeck {
  /** From the root on. */
  readonly path: readonly string[];
  readonly description: string;
}

export interface AnkiNote {
  readonly id: number;
  readonly type: number;
  readonly tags: readonly string[];
  readonly fields: readonly string[];
}

export interface AnkiCard {
  readonly id: number;
  readonly note: AnkiNote;
  readonly deck: number;
  /** Which template; for a cloze its number less one. */
  readonly ord: number;
}

/** A collection of cards as it came in a package. */
export interface AnkiCollection {
  readonly noteTypes: ReadonlyMap<number, NoteType>;
  readonly decks: ReadonlyMap<number, AnkiDeck>;
  /** In the order in which new cards would be met: see `inOrder`. */
  readonly cards: readonly AnkiCard[];
  /** Cards whose note is missing or far too long: their ids. */
  readonly lost: readonly number[];
}

/** What `noteTypes` and `decks` are read from differs between the versions of the schema. */
export type NoteTypesAndDecks = Pick<AnkiCollection, "noteTypes" | "decks">;
