import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Problem, parseQuestion, printQuestion } from "../deck/index.ts";
import { deckPath } from "./deck-path.ts";

/** What became of one file; `file` is the path as it can be opened. */
export type Formatted = { readonly file: string } & (
  | { readonly outcome: "same" | "changed" }
  | { readonly outcome: "damaged"; readonly problems: readonly Problem[] }
);

/**
 * Puts a folder of deck files, or one of them, into their one form. A file with a mistake is left as it is.
 * @param check change nothing, only say what would change
 * @throws VivaError VIVA_FILE_NOT_FOUND, VIVA_NO_QUESTIONS
 */
export async function formatPath(argument: string, { check }: { check: boolean }): Promise<Formatted[]> {
  const path = await deckPath(argument);
  return Promise.all(path.names.map((name) => formatFile(join(path.folder, name), check)));
}

async function formatFile(file: string, check: boolean): Promise<Formatted> {
  const before = await readFile(file, "utf8");
  const parsed = parseQuestion(file, before);
  if (!parsed.ok) return { file, outcome: "damaged", problems: parsed.problems };
  const after = printQuestion(parsed.question);
  if (after === before) return { file, outcome: "same" };
  if (!check) {
    // Beside, then renamed: a crash leaves the old file or the new one.
    const draft = `${file}.new`;
    await writeFile(draft, after);
    await rename(draft, file);
  }
  return { file, outcome: "changed" };
}
