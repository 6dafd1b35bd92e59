import { stat } from "node:fs/promises";
import { parseQuestion } from "../deck/index.ts";
import { type LoadedDeck, readDeckFolder, readDeckInfo, readDeckText } from "../store/index.ts";
import { deckNameOf, deckPath } from "./deck-path.ts";

/**
 * Reads a folder of deck files as it stands, or one file of it, so that an author sees what a change did.
 * @returns null when the path is a file that is not a deck file: then it is a document
 * @throws VivaError VIVA_FILE_NOT_FOUND, VIVA_FILE_UNREADABLE, VIVA_NO_QUESTIONS (a folder without deck files)
 */
export async function openDeckFiles(argument: string): Promise<LoadedDeck | null> {
  const found = await stat(argument).catch(() => null);
  if (found !== null && !found.isDirectory() && !(found.isFile() && argument.endsWith(".md"))) return null;
  const path = await deckPath(argument);
  if (path.only === null) {
    const { deck, problems, lostIds } = await readDeckFolder(path.folder, deckNameOf(path));
    return { deck, problems, lostIds };
  }
  const read = readDeckText(path.folder, path.only);
  const parsed = read.ok ? parseQuestion(path.only, read.text) : read;
  if (!parsed.ok) return null;
  const info = await readDeckInfo(path.folder, deckNameOf(path));
  return { deck: { ...info, questions: [parsed.question] }, problems: [], lostIds: [] };
}
