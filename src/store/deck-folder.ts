import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DeckName } from "../base/index.ts";
import {
  DECK_FILE,
  type DeckInfo,
  type LintedFile,
  type Problem,
  parseDeckFile,
  parseQuestion,
} from "../deck/index.ts";
import type { LoadedDeck } from "./deck-store.ts";

/** A deck read from a folder, with the files its questions came from. */
export interface DeckFolder extends LoadedDeck {
  /** The questions of the deck with their files and lines, in the deck's order. */
  readonly files: readonly LintedFile[];
}

/** The Markdown files of questions in a folder, by name; `deck.md` is not one of them. */
export async function questionFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md") && entry.name !== DECK_FILE)
    .map((entry) => entry.name)
    .sort();
}

/** What a folder's `deck.md` says; its absence is no fault. */
export async function readDeckInfo(folder: string, fallback: DeckName): Promise<DeckInfo> {
  return (await parseDeckFileIn(folder, fallback)).info;
}

async function parseDeckFileIn(folder: string, fallback: DeckName) {
  const text = await readFile(join(folder, DECK_FILE), "utf8").catch(() => "");
  return parseDeckFile(DECK_FILE, text, fallback);
}

/**
 * Reads a folder of deck files, one question a file. Files that cannot be read or that hold an id already seen become
 * problems; the others are the deck, in the order of `sections`, then of file names.
 * @param fallback the deck's name where `deck.md` does not say
 */
export async function readDeckFolder(folder: string, fallback: DeckName): Promise<DeckFolder> {
  const { info, problems: deckProblems } = await parseDeckFileIn(folder, fallback);
  const problems: Problem[] = [...deckProblems];

  const names = await questionFiles(folder);
  const texts = await Promise.all(
    names.map((file) => readFile(join(folder, file), "utf8").catch((error) => error)),
  );
  const files: LintedFile[] = [];
  const seen = new Map<string, string>();
  for (const [at, file] of names.entries()) {
    const text: unknown = texts[at];
    if (typeof text !== "string") {
      problems.push({
        file,
        line: 1,
        rule: "unreadable",
        text: text instanceof Error ? text.message : "unreadable",
      });
      continue;
    }
    const parsed = parseQuestion(file, text);
    if (!parsed.ok) {
      problems.push(...parsed.problems);
      continue;
    }
    const { id } = parsed.question;
    const first = seen.get(id);
    if (first !== undefined) {
      problems.push({ file, line: 1, rule: "id-twice", text: `the id ${id} stands in ${first} too` });
      continue;
    }
    seen.set(id, file);
    files.push({ file, ...parsed });
  }
  const place = (section: string) => {
    const at = info.sections.indexOf(section);
    return at === -1 ? info.sections.length : at;
  };
  files.sort((a, b) => place(a.question.section) - place(b.question.section));
  return { deck: { ...info, questions: files.map(({ question }) => question) }, files, problems };
}
