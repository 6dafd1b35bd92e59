import { draftOfRecords } from "../data/draft-of-records.ts";
import { type DataMap, type DataNode, pathOf, scalarOf, stringOf, textsIn } from "../data/node.ts";
import type { Draft, SourceText } from "../reader.ts";
import { type AnkiNote, mediaWarnings, recordsOfNote } from "./notes.ts";

const valueIn = (map: DataMap, name: string): DataNode | undefined =>
  map.entries.find(({ key }) => key === name)?.value;
const itemsIn = (map: DataMap, name: string): readonly DataNode[] => {
  const value = valueIn(map, name);
  return value?.kind === "list" ? value.items : [];
};

/** A deck as the CrowdAnki add-on writes it: note types, notes, and decks inside. */
export function isCrowdAnki(root: DataNode): root is DataMap {
  return (
    root.kind === "map" &&
    scalarOf(valueIn(root, "__type__")) === "Deck" &&
    valueIn(root, "notes") !== undefined
  );
}

/** Reads such a deck. Fields are HTML, their names stand with the note types. */
export async function readCrowdAnki(source: SourceText, reader: string, root: DataMap): Promise<Draft> {
  const names = new Map<string, string[]>();
  for (const model of itemsIn(root, "note_models")) {
    if (model.kind !== "map") continue;
    const fields = itemsIn(model, "flds").map((field) =>
      field.kind === "map" ? (stringOf(valueIn(field, "name")) ?? "") : "",
    );
    names.set(scalarOf(valueIn(model, "crowdanki_uuid")) ?? "", fields);
  }
  const notes: AnkiNote[] = [];
  collect(root, "", "", names, notes);
  const draft = await draftOfRecords({
    source,
    reader,
    records: notes.flatMap(recordsOfNote),
    base: 1,
    form: "html",
    rejected: [],
    warnings: mediaWarnings(notes),
    keepsAll: true,
    evidence: 0.9,
  });
  return { ...draft, info: { title: stringOf(valueIn(root, "name")) ?? "" } };
}

function collect(
  deck: DataMap,
  path: string,
  above: string,
  names: ReadonlyMap<string, readonly string[]>,
  notes: AnkiNote[],
): void {
  const name = stringOf(valueIn(deck, "name")) ?? "";
  const title = above === "" ? name : `${above}::${name}`;
  for (const [at, note] of itemsIn(deck, "notes").entries()) {
    if (note.kind !== "map") continue;
    const known = names.get(scalarOf(valueIn(note, "note_model_uuid")) ?? "") ?? [];
    const tags = valueIn(note, "tags");
    const fields = itemsIn(note, "fields").map((field) => scalarOf(field) ?? "");
    notes.push({
      names: fields.map((_, field) =>
        field === 0 ? "question" : field === 1 ? "answer" : (known[field] ?? ""),
      ),
      fields,
      tags: tags === undefined ? [] : textsIn(tags),
      deck: title,
      line: note.line,
      place: pathOf(pathOf(path, "notes"), at),
    });
  }
  for (const [at, child] of itemsIn(deck, "children").entries()) {
    if (child.kind === "map") collect(child, pathOf(pathOf(path, "children"), at), title, names, notes);
  }
}
