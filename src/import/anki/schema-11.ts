import type { AnkiDeck, NoteType, NoteTypesAndDecks } from "./collection.ts";
import type { ForeignDatabase } from "./foreign-database.ts";

/** Bytes of note types or of decks as JSON: templates bring their style sheets. */
const LARGEST_JSON = 16 * 1024 * 1024;

/** Note types and decks of schema 11: two maps in JSON, in the one row of `col`. Null when they are not there. */
export function readNoteTypesOfJson(database: ForeignDatabase): NoteTypesAndDecks | null {
  if (!database.has("col", ["models", "decks"])) return null;
  for (const row of database.rows("col", ["models", "decks"], { rows: 1, cell: LARGEST_JSON })) {
    const models = recordsOf(row.models);
    if (models === null) return null;
    return {
      noteTypes: new Map(models.map(([id, model]) => [id, noteTypeOf(model)])),
      decks: new Map((recordsOf(row.decks) ?? []).map(([id, deck]) => [id, deckOf(deck)])),
    };
  }
  return null;
}

type Fields = Readonly<Record<string, unknown>>;

function noteTypeOf(model: Fields): NoteType {
  const templates = inPlace(model.tmpls).map(([ord, template]) => {
    return [ord, { front: text(template.qfmt), back: text(template.afmt) }] as const;
  });
  return {
    name: text(model.name),
    isCloze: model.type === 1,
    isImageOcclusion: model.originalStockKind === 6,
    fields: inPlace(model.flds).map(([, field]) => text(field.name)),
    templates: new Map(templates),
  };
}

const deckOf = (deck: Fields): AnkiDeck => ({
  path: text(deck.name).split("::"),
  description: text(deck.desc),
});

/** The entries of a list by the `ord` they give, else by their place. */
function inPlace(value: unknown): [number, Fields][] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isFields)
    .map((entry, at): [number, Fields] => [typeof entry.ord === "number" ? entry.ord : at, entry])
    .toSorted(([a], [b]) => a - b);
}

function recordsOf(cell: unknown): [number, Fields][] | null {
  if (typeof cell !== "string") return null;
  try {
    const parsed: unknown = JSON.parse(cell);
    if (!isFields(parsed)) return null;
    return Object.entries(parsed).flatMap(([id, entry]): [number, Fields][] =>
      isFields(entry) ? [[Number(id), entry]] : [],
    );
  } catch {
    return null;
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const text = (value: unknown): string => (typeof value === "string" ? value : "");
