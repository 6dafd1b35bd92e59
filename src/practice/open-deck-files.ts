import type { LoadedDeck } from "../store/index.ts";
import { deckPath, readDeckPath } from "./deck-path.ts";

/**
 * Reads a folder of deck files as it stands, or one file of it, so that an author sees what a change did.
 * @returns null when the path is a file that is not a deck file: then it is a document
 * @throws VivaError VIVA_FILE_NOT_FOUND, VIVA_NO_QUESTIONS (a folder without deck files)
 */
export async function openDeckFiles(argument: string): Promise<LoadedDeck | null> {
  const path = await deckPath(argument);
  if (path.only !== null && !path.only.endsWith(".md")) return null;
  const { deck, files, problems } = await readDeckPath(path);
  if (path.only === null) return { deck, problems };
  const file = files.find((each) => each.file === path.only);
  return file === undefined ? null : { deck: { ...deck, questions: [file.question] }, problems: [] };
}
