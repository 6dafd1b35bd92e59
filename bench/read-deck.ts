import { readFileSync } from "node:fs";
import type { Question } from "../src/deck/index.ts";
import { deckNameFor, draftToDeck, importReport, readDocument, sourceOf } from "../src/import/index.ts";

/** Reads a document into questions as an import does, in this thread. */
export async function readDeck(path: string, bytes = readFileSync(path)): Promise<readonly Question[]> {
  const draft = await readDocument(sourceOf(path, bytes));
  importReport(draft);
  return draftToDeck(draft, deckNameFor(path), path).questions;
}
