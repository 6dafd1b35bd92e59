import { join, resolve } from "node:path";
import { DECK_FILE, lintDeck, lintDeckFile, lintFrontMatter, type Problem } from "../deck/index.ts";
import { type DeckFolder, readDeckFolder, readDeckText } from "../store/index.ts";
import { type DeckPath, deckNameOf, deckPath } from "./deck-path.ts";

/** What was found, and in how many files. */
export interface Linted {
  readonly files: number;
  /** Path by path as they were given, each by file, then by line; `file` is the path as it can be opened. */
  readonly problems: readonly Problem[];
}

/**
 * Checks folders of deck files, or single ones (each within its deck: ids and sections are the whole's). What is given
 * together is checked together: an id stands in one of the folders, and questions may be related across them.
 * @throws VivaError VIVA_FILE_NOT_FOUND, VIVA_FILE_UNREADABLE, VIVA_NO_QUESTIONS
 */
export async function lintPaths(paths: readonly string[]): Promise<Linted> {
  const found = await Promise.all(paths.map(deckPath));
  const read = new Map<string, DeckFolder>();
  for (const path of found) {
    const also = path.only === DECK_FILE ? null : path.only;
    const key = keyOf(path);
    if (!read.has(key) || also !== null)
      read.set(key, await readDeckFolder(path.folder, deckNameOf(path), also));
  }
  const problems: Problem[] = [];
  for (const path of found) problems.push(...(await lintOne(path, read)));
  return { files: found.reduce((sum, { names }) => sum + names.length, 0), problems };
}

const keyOf = ({ folder }: DeckPath): string => resolve(folder);

async function lintOne(path: DeckPath, read: ReadonlyMap<string, DeckFolder>): Promise<Problem[]> {
  const { folder, only } = path;
  const mine = read.get(keyOf(path));
  if (mine === undefined) return [];
  const elsewhere = [...read].filter(([key]) => key !== keyOf(path));
  const ids = new Set(elsewhere.flatMap(([, deck]) => deck.files.map(({ question }) => question.id)));
  const found = [...mine.problems, ...lintDeck(mine.deck, mine.files, ids), ...idsElsewhere(path, read)];
  for (const file of [DECK_FILE, ...mine.files.map((each) => each.file)]) {
    const text = readDeckText(folder, file);
    // What cannot be read was said when the folder was read.
    if (!text.ok || (only !== null && file !== only)) continue;
    found.push(
      ...(file === DECK_FILE
        ? await lintDeckFile(file, text.text, deckNameOf(path))
        : await lintFrontMatter(file, text.text)),
    );
  }
  return found
    .filter(({ file }) => only === null || file === only)
    .map((problem) => ({ ...problem, file: join(folder, problem.file) }))
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** Ids that a folder given earlier holds too: answers are remembered by id alone. */
function idsElsewhere(path: DeckPath, read: ReadonlyMap<string, DeckFolder>): Problem[] {
  const earlier = new Map<string, string>();
  for (const [key, deck] of read) {
    if (key === keyOf(path)) {
      return deck.files.flatMap(({ file, question }) => {
        const first = earlier.get(question.id);
        if (first === undefined) return [];
        const text = `the id ${question.id} stands in ${first} too: give one of them its own`;
        return [{ file, line: 1, rule: "id-twice", text }];
      });
    }
    for (const { file, question } of deck.files) earlier.set(question.id, join(key, file));
  }
  return [];
}
