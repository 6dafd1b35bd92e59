import type { DeckName } from "../base/index.ts";
import type { Problem } from "./deck.ts";
import { DECK_KEYS } from "./deck-file.ts";
import { parseFrontMatter } from "./front-matter.ts";
import { lintFrontMatter } from "./lint-front-matter.ts";

/**
 * What is wrong with a `deck.md` that can be read.
 * @param folder the name of the folder it stands in, by which the deck is asked
 */
export async function lintDeckFile(file: string, text: string, folder: DeckName): Promise<Problem[]> {
  const problems = await lintFrontMatter(file, text, DECK_KEYS);
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  const id = parseFrontMatter(lines, DECK_KEYS).entries.find(({ key }) => key === "id");
  if (id?.known === true && id.value !== folder) {
    const what = `the id is ${JSON.stringify(id.value)} and the folder ${JSON.stringify(folder)}: a deck is asked by its folder's name`;
    problems.push({ file, line: id.line, rule: "deck-name", text: what });
  }
  return problems;
}
