import type { Draft, Reader, Source } from "../reader.ts";
import { answersApart } from "./answers-apart.ts";
import { deckFolder } from "./deck-files.ts";
import { documents } from "./documents.ts";
import { questionFiles } from "./question-files.ts";
import { zipArchive } from "./zip-archive.ts";

/**
 * The readers of folders and of archives of files.
 * @param read reads one file of them: passed in, because the list of all readers holds these too
 */
export function folderReaders(read: (source: Source) => Promise<Draft>): readonly Reader[] {
  const folders = [deckFolder, answersApart(read), questionFiles, documents(read)];
  return [...folders, zipArchive(folders)];
}
