import { stat } from "node:fs/promises";
import type { DeckName } from "../base/index.ts";
import { type Deck, type DeckDiff, diffDeck, type Problem } from "../deck/index.ts";
import { type DeckStore, type LoadedDeck, memoryDeckStore } from "../store/index.ts";
import { openDeck } from "./find.ts";
import { type Document, planImport } from "./import-document.ts";
import { openDeckFiles } from "./open-deck-files.ts";
import { withPoints } from "./with-points.ts";

/** One side of a comparison. */
export type DiffSide =
  | { readonly kind: "deck"; readonly name: string }
  | { readonly kind: "path"; readonly path: string; readonly read: () => Promise<Document> };

/** What differs, and what could not be read of either side. */
export interface Compared {
  readonly diff: DeckDiff;
  readonly problems: readonly Problem[];
}

/**
 * Compares two decks: installed ones by name, folders of deck files, single deck files, or documents. A path that is
 * nothing (`/dev/null`, as git names a file that is not there) is an empty deck.
 * @throws VivaError as `openDeck`, `openDeckFiles` and `planImport`
 */
export async function compareDecks(decks: DeckStore, before: DiffSide, after: DiffSide): Promise<Compared> {
  const one = await open(decks, before);
  const two = await open(decks, after);
  const choices = { ids: one.hasIds && two.hasIds, info: one.isWhole && two.isWhole };
  return { diff: diffDeck(one.deck, two.deck, choices), problems: [...one.problems, ...two.problems] };
}

interface Opened extends LoadedDeck {
  /** Its ids were given and not counted. */
  readonly hasIds: boolean;
  /** All of a deck with its `deck.md`, and not one file of it. */
  readonly isWhole: boolean;
}

async function open(decks: DeckStore, side: DiffSide): Promise<Opened> {
  if (side.kind === "deck") return { ...(await openDeck(decks, side.name)), hasIds: true, isWhole: true };
  const found = await stat(side.path).catch(() => null);
  if (found?.isCharacterDevice() === true) {
    return { deck: NOTHING, problems: [], lostIds: [], hasIds: true, isWhole: false };
  }
  const files = await openDeckFiles(side.path);
  if (files !== null) return { ...files, hasIds: true, isWhole: found?.isDirectory() === true };
  // By itself, whatever deck there is of its name.
  const { deck } = await planImport(memoryDeckStore(), await side.read(), { atOnce: true });
  // As it would be kept: so a document and the deck it became are the same.
  const questions = deck.questions.map(withPoints);
  return { deck: { ...deck, questions }, problems: [], lostIds: [], hasIds: false, isWhole: false };
}

const NOTHING: Deck = {
  // No deck is asked by this name.
  name: "nothing" as DeckName,
  title: "",
  licence: "",
  language: "",
  sections: [],
  terms: [],
  text: "",
  questions: [],
};
