import { renameSync, rmSync, writeFileSync } from "node:fs";
import { cp, lstat, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type DeckName, VivaError } from "../base/index.ts";
import { DECK_FILE, type Question } from "../deck/index.ts";
import { deckChanged, deckExists } from "./deck-exists.ts";
import { folderVersion, readDeckFolder } from "./deck-folder.ts";
import { withDeckLock } from "./deck-lock.ts";
import { MEDIA, readMedia } from "./deck-media.ts";
import type { DeckToKeep, Over } from "./deck-store.ts";
import { deckText, questionText } from "./deck-texts.ts";
import { distinctMedia } from "./distinct-media.ts";
import { makeDraft, sweepDrafts } from "./draft-folders.ts";
import { codeOf } from "./error-code.ts";
import { GONE, goneQuestions, hasGone } from "./gone-questions.ts";
import { makeFolder } from "./make-folder.ts";
import { questionFileNames } from "./question-file-names.ts";

/** Two processes that replace one deck get in each other's way for a moment. */
const TRIES = 5;
/** Files that are written before others get their turn. */
const FILES_AT_ONCE = 200;
const NO_FILES: FileNames = { asked: new Map(), gone: new Map() };

/** Where a deck waits while another takes its place; one that was left there by a crash is still the deck. */
export function setAside(home: string, name: DeckName): string {
  return join(home, `.old-${name}`);
}

/**
 * Writes a deck beside, then renames: a reader sees the old deck or the new one, never half of one.
 * @param there the folder of the deck as it is now; null when there is none
 * @throws VivaError VIVA_DECK_EXISTS when another process was first, VIVA_DECK_CHANGED; VIVA_STORE_UNWRITABLE
 */
export async function writeDeckFolder(
  home: string,
  deck: DeckToKeep,
  over: Over,
  there: string | null,
): Promise<void> {
  const { name } = deck.info;
  await writing(home, name, async () => {
    let draft = "";
    try {
      await makeFolder(home);
      await sweepDrafts(home);
      draft = await makeDraft(home);
      const before = there === null ? null : await carryOver(there, name, draft);
      await writeFiles(
        draft,
        before === null ? deck : distinctMedia(deck, before),
        before?.files ?? NO_FILES,
      );
      if (over === "new") await takeFreePlace(home, name, draft);
      else {
        const version = over === "replace" ? null : over.version;
        await withDeckLock(home, name, () => takePlace(home, name, draft, version));
      }
    } catch (error) {
      if (draft !== "") await rm(draft, { recursive: true, force: true });
      throw error;
    }
  });
}

async function takeFreePlace(home: string, name: DeckName, draft: string): Promise<void> {
  await rename(draft, join(home, name)).catch((error: unknown) => {
    throw isTaken(error) ? deckExists(name) : error;
  });
}

/**
 * Writes one question of a deck's folder beside, then renames.
 * @throws VivaError VIVA_QUESTION_NOT_FOUND, VIVA_DECK_CHANGED, VIVA_STORE_UNWRITABLE
 */
export async function writeQuestionFile(
  folder: string,
  name: DeckName,
  question: Question,
  { version, place }: { version: string; place: string },
): Promise<void> {
  const { files } = await readDeckFolder(folder, name);
  const file = files.find((each) => each.question.id === question.id)?.file;
  if (file === undefined) {
    throw new VivaError("VIVA_QUESTION_NOT_FOUND", `no question ${question.id} in the deck ${name}`);
  }
  await writing(folder, name, () =>
    withDeckLock(dirname(place), name, async () => {
      const beside = join(folder, `.${file}.new`);
      if (folderVersion(folder, place) !== version) throw deckChanged(name);
      try {
        writeFileSync(beside, questionText(question), { flush: true });
        renameSync(beside, join(folder, file));
      } catch (error) {
        rmSync(beside, { force: true });
        throw error;
      }
    }),
  );
}

async function writing(where: string, name: DeckName, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof VivaError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new VivaError(
      "VIVA_STORE_UNWRITABLE",
      `the deck ${name} was not kept below ${where} (${withoutDrafts(reason, name)}). Mend that, or set VIVA_HOME to another folder`,
      { cause: error },
    );
  }
}

/** A draft is gone by the time that somebody looks: what is named is the place that it was to take. */
function withoutDrafts(reason: string, name: DeckName): string {
  return reason
    .replaceAll(/(?<=[\\/])\.(?:new-[^\\/'"]*|old-[a-z0-9-]+)/g, name)
    .replaceAll(/(?<=[\\/])\.([^\\/'"]+\.md)\.new/g, "$1");
}

/** The names of the files that questions have, by their ids: they stay what they are. */
interface FileNames {
  readonly asked: ReadonlyMap<string, string>;
  readonly gone: ReadonlyMap<string, string>;
}

/** What the deck was before. */
interface Carried {
  readonly files: FileNames;
  /** Those kept aside, too. */
  readonly questions: readonly Question[];
  media(name: string): Uint8Array | null;
}

/** Copies what is no question of the deck: media, labs, files that cannot be read as questions, also those in `gone`. */
async function carryOver(there: string, name: DeckName, draft: string): Promise<Carried> {
  const { files } = await readDeckFolder(there, name);
  const gone = hasGone(there) ? (await goneQuestions(there)).files : null;
  const written = [DECK_FILE, ...(gone === null ? [] : [GONE]), ...files.map(({ file }) => file)];
  await copyOthers(there, draft, written);
  if (gone !== null) {
    await copyOthers(
      join(there, GONE),
      join(draft, GONE),
      gone.map(({ file }) => file),
    );
  }
  const asked = files.map(({ file, question }) => [question.id, file] as const);
  const aside = (gone ?? []).map(({ file, question }) => [question.id, file] as const);
  return {
    files: { asked: new Map(asked), gone: new Map([...asked, ...aside]) },
    questions: [...files, ...(gone ?? [])].map(({ question }) => question),
    media: (file) => readMedia(there, file),
  };
}

async function copyOthers(from: string, to: string, written: Iterable<string>): Promise<void> {
  const left = new Set(written);
  for (const entry of await readdir(from)) {
    if (left.has(entry)) continue;
    await cp(join(from, entry), join(to, entry), { recursive: true, verbatimSymlinks: true });
  }
}

async function writeFiles(
  folder: string,
  { info, questions, gone = [], media = [] }: DeckToKeep,
  files: FileNames,
): Promise<void> {
  await writeQuestions(
    folder,
    questions,
    questionFileNames(info.name, files.asked, [DECK_FILE, ...(await readdir(folder))]),
  );
  if (gone.length > 0) {
    const aside = await makeOwnFolder(join(folder, GONE));
    await writeQuestions(aside, gone, questionFileNames(info.name, files.gone, await readdir(aside)));
  }
  if (media.length > 0) await makeOwnFolder(join(folder, MEDIA));
  for (const { name, bytes } of media) {
    // Whatever has that name (a link, perhaps) goes, and is not written through.
    rmSync(join(folder, MEDIA, name), { force: true, recursive: true });
    writeFileSync(join(folder, MEDIA, name), bytes, { flag: "wx" });
  }
  writeFileSync(join(folder, DECK_FILE), deckText(info), { flag: "wx" });
}

/** A folder that is none of another place: a link of that name goes. */
async function makeOwnFolder(path: string): Promise<string> {
  const found = await lstat(path).catch(() => null);
  if (found !== null && !found.isDirectory()) await rm(path);
  await mkdir(path, { recursive: true });
  return path;
}

/** One after the other and not by promises, which takes a third of the time. */
async function writeQuestions(
  folder: string,
  questions: readonly Question[],
  nameOf: (question: Question) => string,
): Promise<void> {
  for (const [at, question] of questions.entries()) {
    if (at % FILES_AT_ONCE === FILES_AT_ONCE - 1) await setImmediate();
    writeFileSync(join(folder, nameOf(question)), questionText(question), { flag: "wx" });
  }
}

/** @param version the deck that may be replaced; null for any */
async function takePlace(home: string, name: DeckName, draft: string, version: string | null): Promise<void> {
  const target = join(home, name);
  const aside = setAside(home, name);
  for (let tries = 1; ; tries++) {
    try {
      // With no deck in place, the one set aside by a crash is the deck: it goes only when the new one stands.
      const stands = await stat(target).catch(() => null);
      if (stands !== null) {
        await rm(aside, { recursive: true, force: true });
        await rename(target, aside);
      }
      // Looked at where nobody else writes any more.
      if (version !== null && folderVersion(aside, target) !== version) {
        if (stands !== null) await rename(aside, target);
        throw deckChanged(name);
      }
      await rename(draft, target);
      await rm(aside, { recursive: true, force: true });
      return;
    } catch (error) {
      if (tries === TRIES || !(isTaken(error) || codeOf(error) === "ENOENT")) throw error;
    }
  }
}

function isTaken(error: unknown): boolean {
  return ["EEXIST", "ENOTEMPTY"].includes(codeOf(error));
}
