import { type DeckName, type QuestionId, VivaError } from "../base/index.ts";
import type { Deck } from "../deck/index.ts";
import {
  type DeckChange,
  type Draft,
  deckNameFor,
  deckNameIn,
  draftToDeck,
  type ImportReport,
  type ImportTotals,
  importReport,
  importTotals,
  inTurn,
  readAtOnce,
  readBounded,
  type Source,
} from "../import/index.ts";
import type { DeckStore, DeckToKeep, LoadedDeck } from "../store/index.ts";
import { allWithPoints } from "./with-points.ts";

/** A document somebody brings: its name (for messages and the deck's name) and its bytes, or the files of a folder. */
export type Document =
  | { readonly name: string; readonly bytes: Uint8Array }
  | Extract<Source, { readonly kind: "folder" }>;

export interface ImportChoices {
  /** Overrules the choice of reader, by its name. */
  readonly reader?: string | undefined;
  /** The deck's name; made from the document's name when absent. */
  readonly into?: DeckName | undefined;
  /**
   * Makes the deck what the document says, whatever it said before; where both differ, the document is right. Questions
   * that it does not have are kept aside.
   */
  readonly replace?: boolean;
  /** Whether somebody waits who brought the document: a small text is then read without the bounds of time and memory. */
  readonly atOnce?: boolean;
}

/** A document as a deck that is not kept yet. Points are not proposed before they are needed. */
export interface ReadDocument {
  readonly deck: Deck;
  readonly report: ImportReport;
  readonly totals: ImportTotals;
  /** Questions found again word for word: listed in the report, once in the deck. */
  readonly merged: number;
  /** What it does to the deck; all is added to a new one. */
  readonly change: DeckChange;
  /** What somebody did with these questions, when the document is an export that holds it; see `importHistory`. */
  readonly history: readonly unknown[];
  /** The ids that such an export gives its questions, with those that they have in the deck. */
  readonly idsNow: ReadonlyMap<QuestionId, QuestionId>;
  /** Whether a deck of that name is there. */
  readonly exists: boolean;
  /** Why it cannot be kept under that name as things stand; null when it can. */
  readonly obstacle: VivaError | null;
}

/** A reading that can be kept. */
export interface PlannedImport extends ReadDocument {
  /** @throws VivaError the obstacle, VIVA_DECK_CHANGED, VIVA_STORE_UNWRITABLE */
  keep(): Promise<void>;
}

/**
 * Says what an import would do, keeping nothing until it is told.
 * @throws VivaError VIVA_FILE_EMPTY, VIVA_NOT_TEXT, VIVA_FILE_TOO_LARGE, VIVA_FILE_UNREADABLE, VIVA_NO_QUESTIONS,
 * VIVA_IMPORT_STOPPED, VIVA_IMPORT_BUSY, or VIVA_USAGE for a reader that does not exist
 */
export async function planImport(
  decks: DeckStore,
  document: Document,
  choices: ImportChoices = {},
): Promise<PlannedImport> {
  return inTurn(document.name, () => plan(decks, document, choices));
}

async function plan(decks: DeckStore, document: Document, choices: ImportChoices): Promise<PlannedImport> {
  const draft = await (choices.atOnce === true ? readAtOnce : readBounded)({
    document,
    reader: choices.reader,
  });
  const name = choices.into ?? deckNameIn(draft) ?? deckNameFor(document.name);
  // The version first: a change in the midst of the loading is noticed when it is kept.
  const version = await decks.version(name);
  const there = version === null ? null : await decks.load(name);
  const isFree = await idsOfOthers(decks, name, draft);
  const known = there === null ? null : { ...there, gone: await decks.gone(name) };
  const into = planned(draft, name, document.name, known, choices, isFree);
  const shipped = (await decks.list()).some((deck) => deck.name === name && !deck.writable);
  const obstacle = shipped
    ? deckShipped(name)
    : known === null || known.deck.questions.length === 0
      ? null
      : stranger(into, document.name, choices);
  // What cannot be kept is told as what the document alone would make.
  const { keep, ...read } =
    obstacle === null ? into : planned(draft, name, document.name, null, choices, isFree);
  return {
    ...read,
    exists: known !== null,
    obstacle,
    async keep() {
      if (obstacle !== null) throw obstacle;
      await decks.save(
        { ...keep, questions: await allWithPoints(keep.questions) },
        version === null ? "new" : { version },
      );
    },
  };
}

/**
 * Reads a document and keeps it as a deck, with points proposed for every question that has a reference. A deck that
 * was made of the document before is brought up to date: its questions keep their ids and what is remembered of them.
 * @throws VivaError as {@link planImport}; VIVA_DECK_EXISTS, VIVA_DECK_SHIPPED, VIVA_DECK_CHANGED or
 * VIVA_STORE_UNWRITABLE, with nothing kept
 */
export async function importDocument(
  decks: DeckStore,
  document: Document,
  choices: ImportChoices = {},
): Promise<ReadDocument> {
  const planned = await planImport(decks, document, choices);
  await planned.keep();
  return planned;
}

function planned(
  draft: Draft,
  name: DeckName,
  fileName: string,
  known: (LoadedDeck & { readonly gone: Deck["questions"] }) | null,
  { replace = false }: ImportChoices,
  isFree: (id: QuestionId) => boolean,
): Omit<ReadDocument, "exists" | "obstacle"> & { readonly keep: DeckToKeep } {
  const { info, questions, gone, merged, change, idsNow } = draftToDeck(draft, name, fileName, {
    isFree,
    replace,
    ...(known !== null && {
      known: { questions: known.deck.questions, gone: known.gone, lostIds: known.lostIds },
      info: known.deck,
    }),
  });
  const report = importReport(draft);
  return {
    deck: { ...info, questions },
    report,
    totals: importTotals(report),
    merged,
    change,
    history: draft.history ?? [],
    idsNow,
    keep: { info, questions, gone, media: draft.media ?? [] },
  };
}

/**
 * A deck of the document's name may be quite another one's: it is changed only when the person named it, or when some
 * of its questions are the document's.
 */
function stranger(
  { change, deck }: Pick<ReadDocument, "change" | "deck">,
  fileName: string,
  { into, replace = false }: ImportChoices,
): VivaError | null {
  const met = change.same + change.changed.length + change.back.length + change.kept.length;
  const isAdded = into !== undefined && change.gone.length === 0;
  if (replace || met > 0 || isAdded) return null;
  const add = change.gone.length === 0 ? `, add to it with --into ${deck.name}` : "";
  return new VivaError(
    "VIVA_DECK_EXISTS",
    `a deck named ${deck.name} exists and has no question of ${fileName}: name another deck with --into${add}, or --replace it`,
  );
}

function deckShipped(name: DeckName): VivaError {
  return new VivaError(
    "VIVA_DECK_SHIPPED",
    `the deck ${name} comes with Vivarium and is not changed: name another with --into`,
  );
}

/** Ids that an export of ours holds are kept, unless another deck has them. */
async function idsOfOthers(
  decks: DeckStore,
  name: DeckName,
  draft: Draft,
): Promise<(id: QuestionId) => boolean> {
  if (!draft.questions.some(({ whole }) => whole !== undefined)) return () => true;
  const taken = new Set<QuestionId>();
  for (const other of await decks.list()) {
    if (other.name === name) continue;
    const loaded = await decks.load(other.name);
    for (const { id } of loaded?.deck.questions ?? []) taken.add(id);
  }
  return (id) => !taken.has(id);
}
