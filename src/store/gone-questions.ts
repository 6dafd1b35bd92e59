import { lstatSync } from "node:fs";
import { join } from "node:path";
import { parseQuestion, type Question } from "../deck/index.ts";
import { questionFiles, readDeckText } from "./deck-folder.ts";

/** The folder beside a deck's questions for those that its document dropped. */
export const GONE = "gone";

/** A question that is kept aside, and its file. */
interface GoneQuestion {
  readonly file: string;
  readonly question: Question;
}

/** What is kept aside of a deck. */
interface Gone {
  readonly files: readonly GoneQuestion[];
  /** The files that cannot be read. */
  readonly unread: readonly string[];
}

/**
 * The questions kept aside of a deck's folder, each id once; a file that cannot be read is none, and neither is one of
 * an id that was there already. A link to a folder is not followed.
 */
export async function goneQuestions(folder: string): Promise<Gone> {
  if (!hasGone(folder)) return { files: [], unread: [] };
  const aside = join(folder, GONE);
  const found = new Map<string, GoneQuestion>();
  const unread: string[] = [];
  for (const file of await questionFiles(aside)) {
    const read = readDeckText(aside, file);
    const parsed = read.ok ? parseQuestion(file, read.text) : read;
    if (!parsed.ok) unread.push(file);
    else if (!found.has(parsed.question.id)) found.set(parsed.question.id, { file, ...parsed });
  }
  return { files: [...found.values()], unread };
}

/** Whether a deck's folder has a folder for them, and no link to one. */
export function hasGone(folder: string): boolean {
  return lstatSync(join(folder, GONE), { throwIfNoEntry: false })?.isDirectory() === true;
}
