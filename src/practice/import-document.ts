import type { DeckName } from "../base/index.ts";
import type { Deck } from "../deck/index.ts";
import {
  deckNameFor,
  sourceOf,
  draftToDeck,
  type ImportReport,
  type ImportTotals,
  importReport,
  importTotals,
  readDocument,
} from "../import/index.ts";
import type { DeckStore } from "../store/index.ts";
import { withPoints } from "./with-points.ts";

/** A document somebody brings: its name (for messages and the deck's name) and its bytes. */
export interface Document {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportChoices {
  /** Overrules the choice of reader, by its name. */
  readonly reader?: string | undefined;
  /** The deck's name; made from the document's name when absent. */
  readonly into?: DeckName | undefined;
}

/** A document as a deck that is not kept yet. Points are not proposed before they are needed. */
export interface ReadDocument {
  readonly deck: Deck;
  readonly report: ImportReport;
  readonly totals: ImportTotals;
  /** Questions found again word for word: listed in the report, once in the deck. */
  readonly merged: number;
}

/**
 * Reads a document into a deck without keeping anything.
 * @throws VivaError VIVA_FILE_EMPTY, VIVA_NOT_TEXT, VIVA_FILE_TOO_LARGE, VIVA_NO_QUESTIONS, or VIVA_USAGE for a reader
 * that does not exist
 */
export async function documentToDeck(document: Document, choices: ImportChoices = {}): Promise<ReadDocument> {
  const source = sourceOf(document.name, document.bytes);
  const draft = await readDocument(source, choices.reader === undefined ? {} : { reader: choices.reader });
  const name = choices.into ?? deckNameFor(document.name);
  const { info, questions, merged } = draftToDeck(draft, name, document.name);
  const report = importReport(draft);
  return { deck: { ...info, questions }, report, totals: importTotals(report), merged };
}

/**
 * Reads a document and keeps it as a deck, with points proposed for every question that has a reference.
 * @throws VivaError as {@link documentToDeck}, and VIVA_DECK_EXISTS or VIVA_STORE_UNWRITABLE with nothing kept
 */
export async function importDocument(
  decks: DeckStore,
  document: Document,
  choices: ImportChoices & { readonly replace?: boolean },
): Promise<ReadDocument> {
  const read = await documentToDeck(document, choices);
  const { questions, ...info } = read.deck;
  await decks.save(info, questions.map(withPoints), { replace: choices.replace ?? false });
  return read;
}
