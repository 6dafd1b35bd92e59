import type { DataNode } from "../data/node.ts";
import { type DataRecord, type Field, fieldOf } from "../data/record.ts";
import type { ImportWarning } from "../reader.ts";
import { clozeCards, hasCloze } from "./cloze-text.ts";

/** A note of Anki outside a package: texts of its fields, in order. */
export interface AnkiNote {
  readonly names: readonly string[];
  readonly fields: readonly string[];
  readonly tags: readonly string[];
  /** `Languages::Spanish::Verbs`. */
  readonly deck: string;
  readonly line: number;
  readonly place?: string;
}

const text = (line: number, value: string): DataNode => ({ kind: "text", line, is: "string", text: value });

/** The records of a note: one, or one for each number of its clozes. */
export function recordsOfNote(note: AnkiNote): DataRecord[] {
  const { line, place, deck, tags } = note;
  const base = {
    line,
    trail: deck
      .split("::")
      .map((part) => part.trim())
      .filter(Boolean),
    ...(place === undefined ? {} : { place }),
  };
  const values = note.fields.map((field) => withoutSounds(field).trim());
  const tagged: Field[] =
    tags.length === 0
      ? []
      : [
          fieldOf("tags", {
            kind: "list",
            line,
            items: tags.map((tag) => text(line, tag.replaceAll("::", " / "))),
          }),
        ];
  const named = values.flatMap((value, at) =>
    value === "" ? [] : [fieldOf(note.names[at] ?? `Field ${at + 1}`, text(line, value))],
  );
  const clozed = values.findIndex(hasCloze);
  if (clozed < 0) return [{ ...base, fields: [...named, ...tagged] }];
  const others = values.flatMap((value, at) =>
    at === clozed || value === "" ? [] : [fieldOf("note", text(line, value))],
  );
  return clozeCards(values[clozed] ?? "").map(({ question, hidden }) => ({
    ...base,
    fields: [
      fieldOf("question", text(line, question)),
      fieldOf("answer", { kind: "list", line, items: hidden.map((each) => text(line, each)) }),
      ...others.map((field) => ({ ...field, name: "Extra", key: "extra" })),
      ...tagged,
    ],
  }));
}

const SOUND = /\[(?:sound|anki:play):[^\]\n]*\]/g;
const LATEX = /\[\/?(?:latex|\$\$?)\]/g;

/** Without sounds, which a text cannot bring; formulas between dollar signs. */
function withoutSounds(field: string): string {
  return field.includes("[")
    ? field
        .replace(SOUND, "")
        .replace(LATEX, (mark) => (mark.includes("$$") ? "$$$$" : mark.includes("$") ? "$" : ""))
    : field;
}

const PICTURE = /<img\b[^<>]*\bsrc=["']?(?!https?:|data:)[^"'\s>]+/gi;

/** Says how many sounds and pictures the notes name: they are not in the text. */
export function mediaWarnings(notes: readonly AnkiNote[]): ImportWarning[] {
  let count = 0;
  let first = 0;
  for (const { fields, line } of notes) {
    const found = fields.reduce(
      (sum, field) => sum + (field.match(SOUND)?.length ?? 0) + (field.match(PICTURE)?.length ?? 0),
      0,
    );
    if (found > 0 && count === 0) first = line;
    count += found;
  }
  return count === 0
    ? []
    : [
        {
          code: "media-refused",
          line: first,
          text: `${count} sounds and pictures are named and not in the text: export a package (.apkg) to bring them`,
        },
      ];
}
