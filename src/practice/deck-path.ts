import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { type DeckName, parseDeckName, slug, VivaError } from "../base/index.ts";
import { questionFiles } from "../store/index.ts";

/** A folder of deck files to work on. */
export interface DeckPath {
  readonly folder: string;
  /** The one file that was named; null for the whole folder. */
  readonly only: string | null;
  /** The files to work on, without the folder. */
  readonly names: readonly string[];
}

/**
 * Turns an argument (a folder of deck files, or one file of it, `deck.md` too) into what to work on.
 * @throws VivaError VIVA_FILE_NOT_FOUND, VIVA_FILE_UNREADABLE (not a regular .md file, no permission),
 * VIVA_NO_QUESTIONS
 */
export async function deckPath(argument: string): Promise<DeckPath> {
  const found = await stat(argument).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" || error.code === "ENOTDIR"
      ? new VivaError(
          "VIVA_FILE_NOT_FOUND",
          `${argument}: no such file or folder. Give a folder of deck files, or one file`,
        )
      : unreadable(argument, error);
  });
  if (!found.isDirectory()) {
    if (!found.isFile() || !argument.endsWith(".md")) {
      throw new VivaError(
        "VIVA_FILE_UNREADABLE",
        `${argument}: not a deck file. Give a regular file whose name ends in .md, or a folder of them`,
      );
    }
    const only = basename(argument);
    return { folder: dirname(argument), only, names: [only] };
  }
  await access(argument, constants.R_OK | constants.X_OK).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(argument, error);
  });
  const names = await questionFiles(argument);
  if (names.length === 0) {
    throw new VivaError(
      "VIVA_NO_QUESTIONS",
      `${argument}: no deck files (*.md, one question each) in this folder`,
    );
  }
  return { folder: argument, only: null, names };
}

/** The name that a folder gives its deck. */
export function deckNameOf({ folder }: DeckPath): DeckName {
  const name = parseDeckName(slug(basename(resolve(folder))) || "deck");
  if (name.ok) return name.value;
  // A slug is a name; were it ever not so, the mistake is ours.
  throw new TypeError(name.problem);
}

function unreadable(path: string, error: NodeJS.ErrnoException): VivaError {
  const why = error.code === "EACCES" ? "no permission to read it" : (error.code ?? error.message);
  return new VivaError("VIVA_FILE_UNREADABLE", `${path}: cannot be read: ${why}`, { cause: error });
}
