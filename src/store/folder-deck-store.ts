import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type DeckName, VivaError } from "../base/index.ts";
import { deckChanged, deckExists, deckShipped } from "./deck-exists.ts";
import { folderVersion, questionFiles, readDeckFolder, readDeckInfo } from "./deck-folder.ts";
import { mediaNames, readMedia } from "./deck-media.ts";
import type { DeckStore, DeckSummary } from "./deck-store.ts";
import { GONE, goneQuestions } from "./gone-questions.ts";
import { lostIds } from "./lost-ids.ts";
import { deckFolders } from "./replace-deck-folders.ts";
import { setAside, writeDeckFolder, writeQuestionFile } from "./write-deck-folder.ts";

/** Where a deck is. */
interface Found {
  /** Now. */
  readonly folder: string;
  /** As a rule. */
  readonly place: string;
  readonly writable: boolean;
}

/**
 * Decks as folders of deck files: those that come with the program, read only, and those of `home`, which is made
 * when the first deck is kept. A folder of the home that bears the name of a deck of ours is not looked at.
 */
export function folderDeckStore({ shipped, home }: { shipped: string; home: string }): DeckStore {
  const find = async (name: DeckName): Promise<Found | null> => {
    const ours = join(shipped, name);
    if (await isFolder(ours)) return { folder: ours, place: ours, writable: false };
    const place = join(home, name);
    // After a crash in the middle of a replacement, the old deck is still there, set aside.
    for (const folder of [place, setAside(home, name)]) {
      if (await isFolder(folder)) return { folder, place, writable: true };
    }
    return null;
  };
  return {
    async list() {
      const ours = [...(await foldersOf(shipped)).keys()];
      // One that a crash left aside in the midst of a replacement is a deck too.
      const own = [...(await foldersOf(home))].filter(([name]) => !ours.includes(name));
      const summaries = [
        ...ours.map((name) => summary(join(shipped, name), name, false)),
        ...own.map(([name, folder]) => summary(folder, name, true)),
      ];
      return (await Promise.all(summaries)).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async load(name) {
      const found = await find(name);
      if (found === null) return null;
      const { deck, problems, lostIds: lost } = await readDeckFolder(found.folder, name);
      const gone = await goneQuestions(found.folder);
      const known = new Set(
        [...deck.questions, ...gone.files.map(({ question }) => question)].map(({ id }) => id),
      );
      const all = [...lost, ...lostIds(join(found.folder, GONE), gone.unread, deck.name)];
      return { deck, problems, lostIds: [...new Set(all)].filter((id) => !known.has(id)) };
    },
    async version(name) {
      const found = await find(name);
      return found === null ? null : folderVersion(found.folder, found.place);
    },
    async gone(name) {
      const found = await find(name);
      return found === null ? [] : (await goneQuestions(found.folder)).files.map(({ question }) => question);
    },
    async media(name, file) {
      const found = await find(name);
      return found === null ? null : readMedia(found.folder, file);
    },
    async mediaNames(name) {
      const found = await find(name);
      return found === null ? [] : mediaNames(found.folder);
    },
    async save(deck, over) {
      const { name } = deck.info;
      const there = await find(name);
      if (there?.writable === false) throw deckShipped(name);
      if (there !== null && over === "new") throw deckExists(name);
      // What was to be replaced is gone.
      if (there === null && typeof over === "object") throw deckChanged(name);
      await writeDeckFolder(home, deck, over, there?.folder ?? null);
    },
    async saveQuestion(name, question, { version }) {
      const there = await find(name);
      if (there === null) throw deckChanged(name);
      if (!there.writable) throw deckShipped(name);
      await writeQuestionFile(there.folder, name, question, { version, place: there.place });
    },
  };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function foldersOf(root: string): Promise<Map<DeckName, string>> {
  return deckFolders(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOTDIR") return new Map<DeckName, string>();
    throw new VivaError("VIVA_FILE_UNREADABLE", `${root}: cannot be read (${error.code})`, { cause: error });
  });
}

async function summary(folder: string, name: DeckName, writable: boolean): Promise<DeckSummary> {
  // A folder that cannot be read is listed all the same; opening it says what is wrong.
  const [info, files] = await Promise.all([
    readDeckInfo(folder, name),
    questionFiles(folder).catch(() => []),
  ]);
  return { name, title: info.title, questions: files.length, writable };
}
