import { stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { type DeckName, parseDeckName, slug, VivaError } from "../base/index.ts";
import { type DeckFolder, questionFiles, readDeckFolder } from "../store/index.ts";

/** A folder of deck files to work on. */
export interface DeckPath {
  readonly folder: string;
  /** The one file that was named; null for the whole folder. */
  readonly only: string | null;
  /** The files to work on, without the folder. */
  readonly names: readonly string[];
}

/**
 * Turns an argument (a folder of deck files, or one of them) into what to work on.
 * @throws VivaError VIVA_FILE_NOT_FOUND, VIVA_NO_QUESTIONS
 */
export async function deckPath(argument: string): Promise<DeckPath> {
  const found = await stat(argument).catch(() => null);
  if (found === null) {
    throw new VivaError(
      "VIVA_FILE_NOT_FOUND",
      `${argument}: no such file or folder. Give a folder of deck files, or one file`,
    );
  }
  if (!found.isDirectory()) {
    const only = basename(argument);
    return { folder: dirname(argument), only, names: [only] };
  }
  const names = await questionFiles(argument);
  if (names.length === 0) {
    throw new VivaError(
      "VIVA_NO_QUESTIONS",
      `${argument}: no deck files (*.md, one question each) in this folder`,
    );
  }
  return { folder: argument, only: null, names };
}

/** Reads the folder as a deck; its own name stands in where `deck.md` gives none. */
export function readDeckPath({ folder }: DeckPath): Promise<DeckFolder> {
  const name = parseDeckName(slug(basename(resolve(folder))) || "deck");
  return readDeckFolder(folder, name.ok ? name.value : ("deck" as DeckName));
}
