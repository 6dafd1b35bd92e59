import type { AnkiDeck, NoteType, NoteTypesAndDecks } from "./collection.ts";
import { type Cell, type ForeignDatabase, numberOf, type Row, textOf } from "./foreign-database.ts";
import { type ProtobufField, protobufNumber, protobufText, readProtobuf } from "./protobuf.ts";

/** Rows of each table, and bytes of one configuration: a template brings its style sheet. */
const LIMITS = { rows: 50_000, cell: 4 * 1024 * 1024 };
/** The kind of note type that Anki made for covered pictures. */
const IMAGE_OCCLUSION = 6;
const DECKS = ["id", "name", "kind"] as const;

/**
 * Note types and decks of schema 15 and later: tables with messages in them. Null when the tables are not
 * there.
 */
export function readNoteTypesOfTables(database: ForeignDatabase): NoteTypesAndDecks | null {
  const isThere =
    database.has("notetypes", ["id", "name", "config"]) &&
    database.has("fields", ["ntid", "ord", "name", "config"]) &&
    database.has("templates", ["ntid", "ord", "name", "config"]) &&
    database.has("decks", DECKS);
  if (!isThere) return null;
  const fields = grouped(database, "fields", ({ name }) => textOf(name));
  const templates = grouped(database, "templates", ({ config }) => {
    const message = messageOf(config);
    return { front: protobufText(message, 1), back: protobufText(message, 2) };
  });
  const noteTypes = new Map<number, NoteType>();
  for (const { id, name, config } of database.rows("notetypes", ["id", "name", "config"], LIMITS)) {
    const message = messageOf(config);
    noteTypes.set(numberOf(id), {
      name: textOf(name),
      isCloze: protobufNumber(message, 1) === 1,
      isImageOcclusion: protobufNumber(message, 9) === IMAGE_OCCLUSION,
      fields: (fields.get(numberOf(id)) ?? []).toSorted(([a], [b]) => a - b).map(([, field]) => field),
      templates: new Map(templates.get(numberOf(id))),
    });
  }
  // A collection that was never upgraded has these tables neither filled nor, mostly, at all.
  if (noteTypes.size === 0) return null;
  const decks = new Map<number, AnkiDeck>();
  for (const { id, name, kind } of database.rows("decks", DECKS, LIMITS)) {
    const path = textOf(name).replaceAll("\x1f", "::").split("::");
    decks.set(numberOf(id), { path, description: descriptionOf(kind) });
  }
  return { noteTypes, decks };
}

/** Of an ordinary deck: the first field of its kind is a message, the fourth of that the description. */
function descriptionOf(kind: Cell | undefined): string {
  const ordinary = messageOf(kind).find(({ number }) => number === 1)?.value;
  const message = ordinary instanceof Uint8Array ? readProtobuf(ordinary) : null;
  return message === null ? "" : protobufText(message, 4);
}

function grouped<T>(
  database: ForeignDatabase,
  table: string,
  readRow: (row: Row) => T,
): Map<number, [number, T][]> {
  const groups = new Map<number, [number, T][]>();
  for (const row of database.rows(table, ["ntid", "ord", "name", "config"], LIMITS)) {
    const id = numberOf(row.ntid);
    const group = groups.get(id) ?? [];
    group.push([numberOf(row.ord), readRow(row)]);
    groups.set(id, group);
  }
  return groups;
}

const messageOf = (cell: Cell | undefined): ProtobufField[] =>
  (cell instanceof Uint8Array ? readProtobuf(cell) : null) ?? [];
