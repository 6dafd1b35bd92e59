import { VivaError } from "../../base/index.ts";
import type { AnkiCard, AnkiCollection, AnkiNote } from "./collection.ts";
import { type ForeignDatabase, numberOf, textOf } from "./foreign-database.ts";
import { readNoteTypesOfJson } from "./schema-11.ts";
import { readNoteTypesOfTables } from "./schema-18.ts";

/** Cards and notes of a package that are read; so many questions take some seconds. */
const MOST_CARDS = 100_000;
/** Bytes that the fields of one note may have; more is no card. */
const LARGEST_NOTE = 1024 * 1024;

/**
 * Reads a collection of schema 11 (note types and decks are JSON in the table `col`) or of 15 and later (tables of
 * their own).
 * @throws VivaError VIVA_FILE_UNREADABLE when the tables are missing, VIVA_FILE_TOO_LARGE for far too many rows
 */
export function readCollection(document: string, database: ForeignDatabase): AnkiCollection {
  const wanted = (table: string, columns: readonly string[]) => {
    if (database.has(table, columns)) return;
    throw new VivaError(
      "VIVA_FILE_UNREADABLE",
      `${document} holds a collection without a plain table "${table}" of ${columns.join(", ")}: nothing imported; export it again`,
    );
  };
  wanted("notes", NOTES);
  wanted("cards", CARDS);
  const described = readNoteTypesOfTables(database) ?? readNoteTypesOfJson(database);
  if (described === null) {
    wanted("col", ["models", "decks"]);
    throw new VivaError(
      "VIVA_FILE_UNREADABLE",
      `${document} holds a collection whose note types cannot be read: nothing imported; export it again`,
    );
  }
  const notes = readNotes(document, database);
  return { ...described, ...readCards(document, database, notes) };
}

const NOTES = ["id", "mid", "tags", "flds"] as const;
const CARDS = ["id", "nid", "did", "ord", "type", "due", "odid", "data"] as const;

function readNotes(document: string, database: ForeignDatabase): Map<number, AnkiNote> {
  const notes = new Map<number, AnkiNote>();
  let count = 0;
  for (const row of database.rows("notes", NOTES, { rows: MOST_CARDS, cell: LARGEST_NOTE })) {
    if (++count > MOST_CARDS) throw tooMany(document, "notes");
    const { flds } = row;
    if (typeof flds !== "string") continue;
    const id = numberOf(row.id);
    notes.set(id, {
      id,
      type: numberOf(row.mid),
      tags: textOf(row.tags)
        .split(/\s+/)
        .filter((tag) => tag !== ""),
      fields: flds.split("\x1f"),
    });
  }
  return notes;
}

interface Placed extends AnkiCard {
  /** Where a new card stands in line, or stood; null when a card that was studied does not say. */
  readonly position: number | null;
}

function readCards(
  document: string,
  database: ForeignDatabase,
  notes: ReadonlyMap<number, AnkiNote>,
): Pick<AnkiCollection, "cards" | "lost"> {
  const cards: Placed[] = [];
  const lost: number[] = [];
  let count = 0;
  for (const row of database.rows("cards", CARDS, { rows: MOST_CARDS, cell: 10_000 })) {
    if (++count > MOST_CARDS) throw tooMany(document, "cards");
    const id = numberOf(row.id);
    const note = notes.get(numberOf(row.nid));
    if (note === undefined) {
      lost.push(id);
      continue;
    }
    // A card that is lent to a filtered deck remembers its own.
    const deck = numberOf(row.odid) || numberOf(row.did);
    const isNew = numberOf(row.type) === 0;
    const position = isNew ? numberOf(row.due) : positionIn(textOf(row.data));
    cards.push({ id, note, deck, ord: numberOf(row.ord), position });
  }
  return { cards: inOrder(cards), lost };
}

/** Newer versions note down where a card stood before it was studied: `{"pos": 12}`. */
function positionIn(data: string): number | null {
  const [, digits] = /"pos"\s{0,9}:\s{0,9}(\d{1,10})\b/.exec(data) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** By place in line when all cards have one, else as the notes were made; the cards of a note by template. */
function inOrder(cards: readonly Placed[]): AnkiCard[] {
  const isPlaced = cards.every(({ position }) => position !== null);
  const place = (card: Placed) => (isPlaced ? (card.position ?? 0) : 0);
  return cards.toSorted(
    (a, b) => place(a) - place(b) || a.note.id - b.note.id || a.ord - b.ord || a.id - b.id,
  );
}

function tooMany(document: string, what: string): VivaError {
  return new VivaError(
    "VIVA_FILE_TOO_LARGE",
    `${document} holds more than ${MOST_CARDS} ${what}, the most that are read: nothing imported; export fewer decks`,
  );
}
