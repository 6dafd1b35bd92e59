import { randomUUID } from "node:crypto";
import { readdir, rename, rm, rmdir, stat, unlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { DeckName } from "../base/index.ts";
import { makeDraft } from "./draft-folders.ts";
import { codeOf } from "./error-code.ts";

/** Milliseconds. Changing places takes a few; a lock this old was left by a process that was killed. */
const STALE = 10_000;
/** Milliseconds between two looks at a lock that somebody holds. */
const WAIT = 10;
/** How a system says that there is a folder already; Windows does for an empty one, too. */
const IN_THE_WAY = ["EEXIST", "ENOTEMPTY", ...(process.platform === "win32" ? ["EPERM", "EACCES"] : [])];

/**
 * Does some work while no other process that asks here does it for the same deck.
 *
 * The lock is a folder with one file, whose name is its holder's alone; an empty folder is no lock. It is taken by
 * renaming a folder that holds the file already, which no system does over one that is not empty, and given back by
 * removing that file. So nobody can remove the lock of another by mistake, however late: not one of many who found a
 * lock that was left, nor a holder who was taken for dead.
 */
export async function withDeckLock<T>(home: string, name: DeckName, work: () => Promise<T>): Promise<T> {
  const lock = join(home, `.lock-${name}`);
  const holder = randomUUID();
  const draft = await makeDraft(home);
  try {
    await writeFile(join(draft, holder), "");
    while (!(await isFree(lock)) || !(await taken(draft, lock, holder))) await setTimeout(WAIT);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  const held = join(lock, holder);
  // Work that is long (a disk that is slow) stays alive in the eyes of those who wait.
  const beat = setInterval(() => void utimes(held, new Date(), new Date()).catch(() => {}), STALE / 4);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await unlink(held).catch(unlessGone);
    await removeEmpty(lock);
  }
}

/** Whether nobody holds a lock; one that was left is taken from its holder. */
async function isFree(lock: string): Promise<boolean> {
  const holders = await readdir(lock).catch((error: unknown): string[] => {
    unlessGone(error);
    return [];
  });
  for (const holder of holders) {
    const path = join(lock, holder);
    const found = await stat(path).catch(() => null);
    // A time to come was written by a clock that has been set back since.
    if (found !== null && Math.abs(Date.now() - found.mtimeMs) <= STALE) return false;
    await unlink(path).catch(unlessGone);
  }
  return true;
}

async function taken(draft: string, lock: string, holder: string): Promise<boolean> {
  // Who has waited for long looks as fresh as the others.
  await utimes(join(draft, holder), new Date(), new Date());
  try {
    await rename(draft, lock);
    return true;
  } catch (error) {
    if (!IN_THE_WAY.includes(codeOf(error))) throw error;
    await removeEmpty(lock);
    return false;
  }
}

async function removeEmpty(lock: string): Promise<void> {
  await rmdir(lock).catch((error: unknown) => {
    if (!["EEXIST", "ENOTEMPTY"].includes(codeOf(error))) unlessGone(error);
  });
}

function unlessGone(error: unknown): void {
  if (codeOf(error) !== "ENOENT") throw error;
}
