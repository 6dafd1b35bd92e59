import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { lintDeck, lintFrontMatter, type Problem } from "../deck/index.ts";
import { deckPath, readDeckPath } from "./deck-path.ts";

/** What was found, and in how many files. */
export interface Linted {
  readonly files: number;
  /** By file, then by line; `file` is the path as it can be opened. */
  readonly problems: readonly Problem[];
}

/**
 * Checks a folder of deck files, or one of them (within its deck: ids and sections are the whole's).
 * @throws VivaError VIVA_FILE_NOT_FOUND, VIVA_NO_QUESTIONS
 */
export async function lintPath(argument: string): Promise<Linted> {
  const path = await deckPath(argument);
  const { deck, files, problems } = await readDeckPath(path);
  const front = files.map(async ({ file }) =>
    lintFrontMatter(file, await readFile(join(path.folder, file), "utf8")),
  );
  const found = [...problems, ...lintDeck(deck, files), ...(await Promise.all(front)).flat()]
    .filter(({ file }) => path.only === null || file === path.only)
    .map((problem) => ({ ...problem, file: join(path.folder, problem.file) }))
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  return { files: path.names.length, problems: found };
}
