import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type DeckName, parseDeckName, slug, VivaError } from "../base/index.ts";
import { DECK_FILE, type DeckInfo, printDeckFile, printQuestion, type Question } from "../deck/index.ts";
import { questionFiles, readDeckFolder, readDeckInfo } from "./deck-folder.ts";
import type { DeckStore, DeckSummary } from "./deck-store.ts";

/**
 * Decks as folders of deck files: those that come with the program, read only, and those of `home`, which is made
 * when the first deck is kept.
 */
export function folderDeckStore({ shipped, home }: { shipped: string; home: string }): DeckStore {
  const find = async (name: DeckName): Promise<{ folder: string; writable: boolean } | null> => {
    for (const [root, writable] of [
      [home, true],
      [shipped, false],
    ] as const) {
      if (await isFolder(join(root, name))) return { folder: join(root, name), writable };
    }
    return null;
  };
  return {
    async list() {
      const own = await deckNames(home);
      const ours = (await deckNames(shipped)).filter((name) => !own.includes(name));
      const summaries = [
        ...own.map((name) => summary(join(home, name), name, true)),
        ...ours.map((name) => summary(join(shipped, name), name, false)),
      ];
      return (await Promise.all(summaries)).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async load(name) {
      const found = await find(name);
      if (found === null) return null;
      const { deck, problems } = await readDeckFolder(found.folder, name);
      return { deck, problems };
    },
    async save(info, questions, { replace }) {
      const there = await find(info.name);
      if (there !== null && !there.writable) {
        throw new VivaError(
          "VIVA_DECK_EXISTS",
          `the deck ${info.name} comes with Vivarium and is not replaced: choose another name`,
        );
      }
      if (there !== null && !replace) {
        throw new VivaError(
          "VIVA_DECK_EXISTS",
          `a deck named ${info.name} exists: choose another name, or --replace it`,
        );
      }
      await writeWhole(home, info, questions);
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
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  return entries.flatMap((entry) => {
    const name = parseDeckName(entry.name);
    return entry.isDirectory() && name.ok ? [name.value] : [];
  });
}

async function summary(folder: string, name: DeckName, writable: boolean): Promise<DeckSummary> {
  const [info, files] = await Promise.all([readDeckInfo(folder, name), questionFiles(folder)]);
  return { name, title: info.title, questions: files.length, writable };
}

/** Writes beside, then renames: a reader sees the old deck or the new one, never half of one. */
async function writeWhole(home: string, info: DeckInfo, questions: readonly Question[]): Promise<void> {
  const target = join(home, info.name);
  let draft = "";
  try {
    await mkdir(home, { recursive: true });
    draft = await mkdtemp(join(home, ".new-"));
    for (const question of questions) {
      const number = question.id.startsWith(`${info.name}-`)
        ? question.id.slice(info.name.length + 1)
        : question.id;
      const name = [number, slug(question.title)].filter((part) => part !== "").join("-");
      await writeFile(join(draft, `${name}.md`), printQuestion(question), { flag: "wx" });
    }
    await writeFile(join(draft, DECK_FILE), printDeckFile(info), { flag: "wx" });
    if (await isFolder(target)) {
      const old = await mkdtemp(join(home, ".old-"));
      await rename(target, join(old, info.name));
      await rename(draft, target).catch(async (error) => {
        await rename(join(old, info.name), target);
        throw error;
      });
      await rm(old, { recursive: true, force: true });
    } else {
      await rename(draft, target);
    }
  } catch (error) {
    if (draft !== "") await rm(draft, { recursive: true, force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new VivaError(
      "VIVA_STORE_UNWRITABLE",
      `the deck ${info.name} was not kept: cannot write below ${home} (${reason}). Set VIVA_HOME to a folder that can be written`,
      { cause: error },
    );
  }
}
