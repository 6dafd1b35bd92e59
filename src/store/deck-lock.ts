import { mkdir, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { DeckName } from "../base/index.ts";

/** Milliseconds. Changing places takes a few; a lock this old was left by a process that was killed. */
const STALE = 10_000;
/** Milliseconds between two looks at a lock that somebody holds. */
const WAIT = 10;

/** Does some work while no other process that asks here does it for the same deck. */
export async function withDeckLock<T>(home: string, name: DeckName, work: () => Promise<T>): Promise<T> {
  const lock = join(home, `.lock-${name}`);
  while (!(await taken(lock))) {
    const found = await stat(lock).catch(() => null);
    // A time to come was written by a clock that has been set back since.
    if (found !== null && Math.abs(Date.now() - found.mtimeMs) > STALE)
      await rm(lock, { recursive: true, force: true });
    else await setTimeout(WAIT);
  }
  // Work that is long (a disk that is slow) stays alive in the eyes of those who wait.
  const beat = setInterval(() => void utimes(lock, new Date(), new Date()).catch(() => {}), STALE / 4);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(lock, { recursive: true, force: true });
  }
}

async function taken(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
