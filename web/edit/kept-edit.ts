import { list, number, object, oneOf, orNull, parseKept, type Shape, text } from "../kept/shape.ts";
import type { Storage } from "../kept/storage.ts";
import { type Edit, isTouched } from "./edit-state.ts";

/** The form in which an edit is kept. Another one is as if nothing had been kept. */
const VERSION = 1;
const keyOf = (question: string) => `viva.edit.${question}`;

const weight: Shape<number | "bonus"> = (value) => (value === "bonus" ? value : number(value));
const points = list(object({ key: number, id: orNull(text), text, weight, variants: text }));
const form = object({
  v: oneOf(VERSION),
  question: text,
  version: text,
  answer: text,
  points,
  base: object({ answer: text, points }),
});

/** Keeps what is typed, so that a reload or a crash loses nothing; nothing when nothing was typed. */
export function keepEdit(storage: Storage, { removed: _removed, ...edit }: Edit): void {
  if (isTouched({ ...edit, removed: null }))
    storage.write(keyOf(edit.question), JSON.stringify({ v: VERSION, ...edit }));
  else forgetEdit(storage, edit.question);
}

/** What was typed of a question and not saved; null when there is none that can be read. */
export function keptEdit(storage: Storage, question: string): Edit | null {
  const kept = parseKept(storage.read(keyOf(question)), form);
  return kept !== null && kept.question === question ? { ...kept, removed: null } : null;
}

/** Forgets what was typed: it is saved, or not wanted. */
export function forgetEdit(storage: Storage, question: string): void {
  storage.remove(keyOf(question));
}
