import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseQuestion, type Question } from "../deck/index.ts";
import { questionFiles, readDeckText } from "./deck-folder.ts";

/** The folder beside a deck's questions for those that its document dropped. */
export const GONE = "gone";

/** The questions kept aside of a deck's folder; a file that cannot be read is none. */
export async function goneQuestions(folder: string): Promise<Question[]> {
  const aside = join(folder, GONE);
  if (!existsSync(aside)) return [];
  return (await questionFiles(aside)).flatMap((file) => {
    const read = readDeckText(aside, file);
    const parsed = read.ok ? parseQuestion(file, read.text) : read;
    return parsed.ok ? [parsed.question] : [];
  });
}
