import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type DeckName, parseDeckName } from "../base/index.ts";
import { setAside } from "./write-deck-folder.ts";

/** Decks that have changed places: one of the two is called, once. */
export interface Replaced {
  /** Removes what was there before. */
  keep(): Promise<void>;
  /** Puts back what was there before. */
  undo(): Promise<void>;
}

/** The decks of a folder and where each stands now: one set aside by a crash is still the deck. */
export async function deckFolders(home: string): Promise<Map<DeckName, string>> {
  const names = await readdir(home).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const found = new Map<DeckName, string>();
  for (const entry of names) {
    const isAside = entry.startsWith(ASIDE);
    const name = parseDeckName(isAside ? entry.slice(ASIDE.length) : entry);
    if (!name.ok || (isAside && names.includes(name.value))) continue;
    const path = join(home, entry);
    if ((await stat(path).catch(() => null))?.isDirectory()) found.set(name.value, path);
  }
  return found;
}

const ASIDE = ".old-";

/**
 * Puts the decks of one folder (`from`, on the same disk, which they leave) in place of all decks of another. Each deck
 * is set aside before its successor takes its place, so that at every moment a reader finds the old one or the new one,
 * also after a crash. When it fails, everything is back where it was.
 */
export async function replaceDeckFolders(home: string, from: string): Promise<Replaced> {
  const old = await deckFolders(home);
  const fresh = await deckFolders(from);
  const undone: (() => Promise<void>)[] = [];
  const undo = async () => {
    for (const step of undone.splice(0).reverse()) await step();
  };
  const move = async (a: string, b: string) => {
    await rename(a, b);
    undone.push(() => rename(b, a));
  };
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
    for (const name of new Set([...old.keys(), ...fresh.keys()])) {
      const aside = setAside(home, name);
      const before = old.get(name);
      const after = fresh.get(name);
      if (before !== undefined && before !== aside) {
        // What an earlier crash left there is not the deck any more.
        await rm(aside, { recursive: true, force: true });
        await move(before, aside);
      }
      if (after !== undefined) await move(after, join(home, name));
    }
  } catch (error) {
    await undo();
    throw error;
  }
  return {
    undo,
    async keep() {
      for (const name of old.keys()) await rm(setAside(home, name), { recursive: true, force: true });
    },
  };
}
