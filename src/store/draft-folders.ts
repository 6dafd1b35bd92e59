import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

const DRAFT = ".new-";
/** Milliseconds. Drafts of processes that were killed are swept away after this time. */
const LIFE = 24 * 60 * 60 * 1000;

/** Makes an empty folder beside the decks, for what takes its place by being renamed; its name is nobody else's. */
export function makeDraft(home: string): Promise<string> {
  return mkdtemp(join(home, DRAFT));
}

/** Removes the drafts that were left by processes that were killed. */
export async function sweepDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(DRAFT)) continue;
    const path = join(home, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && found.mtimeMs < Date.now() - LIFE) {
      await rm(path, { recursive: true, force: true });
    }
  }
}
