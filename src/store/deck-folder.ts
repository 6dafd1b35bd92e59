import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { DeckName } from "../base/index.ts";
import {
  bySection,
  DECK_FILE,
  type DeckInfo,
  type DeckText,
  decodeDeckText,
  type LintedFile,
  type Problem,
  parseDeckFile,
  parseQuestion,
} from "../deck/index.ts";
import type { LoadedDeck } from "./deck-store.ts";
import { LARGEST_QUESTION_FILE } from "./deck-texts.ts";
import { lostIds } from "./lost-ids.ts";

/** A deck read from a folder, with the files its questions came from. */
export interface DeckFolder extends LoadedDeck {
  /** The questions of the deck with their files and lines, in the deck's order. */
  readonly files: readonly LintedFile[];
}

/**
 * The Markdown files of questions in a folder, by name; `deck.md` is not one of them, and neither are hidden files. A
 * folder that cannot be read has none.
 */
export async function questionFiles(folder: string): Promise<string[]> {
  return listFolder(folder).names;
}

/**
 * Names, sizes and times of a deck folder's files, as a hash: another one when any of them may have changed.
 * @param as the place that the deck has, where the folder is set aside for a moment
 */
export function folderVersion(folder: string, as = folder): string {
  const hash = createHash("sha256").update(as);
  for (const name of [DECK_FILE, ...listFolder(folder).names]) {
    const found = statSync(join(folder, name), { throwIfNoEntry: false });
    // The time of the last change of the entry too: a tool that copies a file may keep its older time.
    hash.update(`\n${name} ${found?.size} ${found?.mtimeMs} ${found?.ctimeMs}`);
  }
  return hash.digest("hex");
}

/** What a folder's `deck.md` says; its absence is no fault. */
export async function readDeckInfo(folder: string, fallback: DeckName): Promise<DeckInfo> {
  return readDeckFile(folder, fallback).info;
}

/**
 * Reads a file of a deck folder: its text, or why not. Files are read one after the other and not by promises: that
 * takes half the time and one open file, however many there are.
 */
export function readDeckText(folder: string, file: string): DeckText {
  const unreadable = (text: string): DeckText => ({
    ok: false,
    problems: [{ file, line: 1, rule: "unreadable", text }],
  });
  try {
    const path = join(folder, file);
    const found = statSync(path);
    // Reading a pipe or a device might never end.
    if (!found.isFile()) return unreadable("not a regular file");
    if (found.size > LARGEST_QUESTION_FILE)
      return unreadable(`${found.size} bytes: at most ${LARGEST_QUESTION_FILE} are read`);
    return decodeDeckText(file, readFileSync(path));
  } catch (error) {
    return unreadable(reasonOf(error));
  }
}

/**
 * Reads a folder of deck files, one question a file. Files that cannot be read or that hold an id already seen become
 * problems; the others are the deck, in the order of `sections`, then of file names.
 * @param fallback the deck's name where `deck.md` does not say
 * @param also a file to read though it is not one of the folder's question files
 */
export async function readDeckFolder(
  folder: string,
  fallback: DeckName,
  also: string | null = null,
): Promise<DeckFolder> {
  const listed = listFolder(folder);
  const { info, problems: deckProblems } = readDeckFile(folder, fallback);
  const problems: Problem[] = [...listed.problems, ...deckProblems];
  const files: LintedFile[] = [];
  const unread: string[] = [];
  const seen = new Map<string, string>();
  for (const file of new Set(also === null ? listed.names : [...listed.names, also])) {
    const read = readDeckText(folder, file);
    const parsed = read.ok ? parseQuestion(file, read.text) : read;
    if (!parsed.ok) {
      problems.push(...parsed.problems);
      unread.push(file);
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
  const ordered = bySection(info, files, ({ question }) => question.section);
  return {
    deck: { ...info, questions: ordered.map(({ question }) => question) },
    files: ordered,
    problems,
    lostIds: [...new Set(lostIds(folder, unread, info.name))].filter((id) => !seen.has(id)),
  };
}

function listFolder(folder: string): { names: string[]; problems: readonly Problem[] } {
  try {
    const names = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map(({ name }) => name)
      .filter((name) => name.endsWith(".md") && name !== DECK_FILE && !name.startsWith("."))
      .sort();
    return { names, problems: [] };
  } catch (error) {
    const text = `the folder ${folder} cannot be read: ${reasonOf(error)}`;
    return { names: [], problems: [{ file: ".", line: 1, rule: "unreadable", text }] };
  }
}

function readDeckFile(folder: string, fallback: DeckName) {
  const isThere = existsSync(join(folder, DECK_FILE));
  const read: DeckText = isThere ? readDeckText(folder, DECK_FILE) : { ok: true, text: "" };
  const parsed = parseDeckFile(DECK_FILE, read.ok ? read.text : "", fallback);
  return read.ok ? parsed : { ...parsed, problems: read.problems };
}

/** Why something cannot be read, for a message. */
function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EACCES" || code === "EPERM") return "no permission to read it";
  return code === "ENOENT" ? "it is not there" : message;
}
