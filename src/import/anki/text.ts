import { draftOfRecords } from "../data/draft-of-records.ts";
import { fieldKey } from "../data/field-names.ts";
import { separatorOf, type TableRow, tableRows } from "../data/table-rows.ts";
import type { Draft, SourceText } from "../reader.ts";
import { type AnkiHeader, ankiHeader } from "./header.ts";
import { type AnkiNote, mediaWarnings, recordsOfNote } from "./notes.ts";

const READER = "anki-text";

/** Reads what Anki exports as text: a header of `#key:value`, then a note a row. */
export async function readAnkiText(source: SourceText): Promise<Draft> {
  const header = ankiHeader(source.lines);
  // Emptied, so that lines keep their numbers.
  const text = source.lines.map((line, at) => (at < header.lines ? "" : line)).join("\n");
  const { rows, warnings } = tableRows(source, text, header.separator ?? separatorOf(text));
  const notes = rows
    .filter(({ cells }) => !(cells.length === 1 && cells[0]?.startsWith("#")))
    .map((row) => noteOf(row, header));
  const draft = await draftOfRecords({
    source,
    reader: READER,
    records: notes.flatMap(recordsOfNote),
    base: 1,
    form: header.isHtml ? "html" : "plain",
    rejected: [],
    warnings: [...warnings, ...mediaWarnings(notes)],
    keepsAll: true,
    evidence: 0.9,
  });
  const title = header.deck.split("::").at(-1) ?? "";
  return title === "" ? draft : { ...draft, info: { title } };
}

/** The fields of a note are its columns in order, the special ones taken out first. */
function noteOf({ cells, line }: TableRow, header: AnkiHeader): AnkiNote {
  const special = new Set([header.notetypeColumn, header.deckColumn, header.tagsColumn, header.guidColumn]);
  const cell = (column: number) => (column === 0 ? "" : (cells[column - 1] ?? "").trim());
  const places = cells.flatMap((_, at) => (special.has(at + 1) ? [] : [at]));
  // The names of Basic notes, and of all others in other tongues, are for the person; the places are what counts.
  const names = places.map((at, field) => nameOf(header.names[at] ?? "", field));
  return {
    names,
    fields: places.map((at) => cells[at] ?? ""),
    tags: [...header.tags, ...cell(header.tagsColumn).split(/\s+/).filter(Boolean)],
    deck: cell(header.deckColumn) || header.deck,
    line,
  };
}

/** Field 1 is the question and field 2 the answer, whatever they are called; a column of tags may be called so. */
function nameOf(name: string, field: number): string {
  if (fieldKey(name) === "tags") return "tags";
  return field === 0 ? "question" : field === 1 ? "answer" : name || `Field ${field + 1}`;
}
