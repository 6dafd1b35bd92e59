import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type DeckName, parseDeckName, VivaError } from "../base/index.ts";
import { deckExists } from "./deck-exists.ts";
import { folderVersion, questionFiles, readDeckFolder, readDeckInfo } from "./deck-folder.ts";
import type { DeckStore, DeckSummary } from "./deck-store.ts";
import { setAside, writeDeckFolder } from "./write-deck-folder.ts";

/**
 * Decks as folders of deck files: those that come with the program, read only, and those of `home`, which is made
 * when the first deck is kept. A folder of the home that bears the name of a deck of ours is not looked at.
 */
export function folderDeckStore({ shipped, home }: { shipped: string; home: string }): DeckStore {
  const find = async (name: DeckName): Promise<{ folder: string; writable: boolean } | null> => {
    if (await isFolder(join(shipped, name))) return { folder: join(shipped, name), writable: false };
    // After a crash in the middle of a replacement, the old deck is still there, set aside.
    for (const folder of [join(home, name), setAside(home, name)]) {
      if (await isFolder(folder)) return { folder, writable: true };
    }
    return null;
  };
  return {
    async list() {
      const ours = await deckNames(shipped);
      const own = (await deckNames(home)).filter((name) => !ours.includes(name));
      const summaries = [
        ...ours.map((name) => summary(join(shipped, name), name, false)),
        ...own.map((name) => summary(join(home, name), name, true)),
      ];
      return (await Promise.all(summaries)).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async load(name) {
      const found = await find(name);
      if (found === null) return null;
      const { deck, problems } = await readDeckFolder(found.folder, name);
      return { deck, problems };
    },
    async version(name) {
      const found = await find(name);
      return found === null ? null : folderVersion(found.folder);
    },
    async save(info, questions, { replace }) {
      const there = await find(info.name);
      if (there !== null && !there.writable) {
        throw new VivaError(
          "VIVA_DECK_EXISTS",
          `the deck ${info.name} comes with Vivarium and is not replaced: choose another name`,
        );
      }
      if (there !== null && !replace) throw deckExists(info.name);
      await writeDeckFolder(home, info, questions, replace);
    },
  };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function deckNames(root: string): Promise<DeckName[]> {
  const entries = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw new VivaError("VIVA_FILE_UNREADABLE", `${root}: cannot be read (${error.code})`, { cause: error });
  });
  const names = await Promise.all(
    entries.map(async (entry) => {
      const name = parseDeckName(entry);
      return name.ok && (await isFolder(join(root, entry))) ? [name.value] : [];
    }),
  );
  return names.flat();
}

async function summary(folder: string, name: DeckName, writable: boolean): Promise<DeckSummary> {
  // A folder that cannot be read is listed all the same; opening it says what is wrong.
  const [info, files] = await Promise.all([
    readDeckInfo(folder, name),
    questionFiles(folder).catch(() => []),
  ]);
  return { name, title: info.title, questions: files.length, writable };
}
