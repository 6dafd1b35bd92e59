import { join } from "node:path";
import { DECK_FILE, lintDeck, lintDeckFile, lintFrontMatter, type Problem } from "../deck/index.ts";
import { readDeckFolder, readDeckText } from "../store/index.ts";
import { deckNameOf, deckPath } from "./deck-path.ts";

/** What was found, and in how many files. */
export interface Linted {
  readonly files: number;
  /** By file, then by line; `file` is the path as it can be opened. */
  readonly problems: readonly Problem[];
}

/**
 * Checks a folder of deck files, or one of them (within its deck: ids and sections are the whole's).
 * @throws VivaError VIVA_FILE_NOT_FOUND, VIVA_FILE_UNREADABLE, VIVA_NO_QUESTIONS
 */
export async function lintPath(argument: string): Promise<Linted> {
  const path = await deckPath(argument);
  const { folder, only } = path;
  const name = deckNameOf(path);
  const also = only === DECK_FILE ? null : only;
  const { deck, files, problems } = await readDeckFolder(folder, name, also);
  const found = [...problems, ...lintDeck(deck, files)];
  for (const file of [DECK_FILE, ...files.map((each) => each.file)]) {
    const read = readDeckText(folder, file);
    // What cannot be read was said when the folder was read.
    if (!read.ok || (only !== null && file !== only)) continue;
    found.push(
      ...(file === DECK_FILE
        ? await lintDeckFile(file, read.text, name)
        : await lintFrontMatter(file, read.text)),
    );
  }
  const mine = found
    .filter(({ file }) => only === null || file === only)
    .map((problem) => ({ ...problem, file: join(folder, problem.file) }))
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  return { files: path.names.length, problems: mine };
}
