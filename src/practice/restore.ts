import { access, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { VivaError } from "../base/index.ts";
import { replaceDeckFolders, restoreStore } from "../store/index.ts";
import { backUp, copyDecks, homeOf, writing } from "./back-up.ts";
import { type BackupManifest, DECKS, STORE } from "./backup-manifest.ts";
import { COPY, STAGING } from "./kept-copies.ts";
import { readBackup } from "./read-backup.ts";
import { ownDecks, storeFile, type Workplace } from "./workplace.ts";

/** What became of a restore. */
export interface Restored {
  readonly manifest: BackupManifest;
  /** A backup of what was there before; of the decks alone when the store was damaged. */
  readonly before: string;
  /** Where a damaged store was moved to; null when it was whole. */
  readonly damaged: string | null;
}

/**
 * Puts a backup in place of all that is kept, own decks too, after a backup of what is there. When it fails, everything
 * is as it was; after a crash each deck and the store are whole, the old or the new, and it may be done again. Whoever
 * is signed in stays so.
 * @throws VivaError VIVA_BACKUP_UNREADABLE naming the file, VIVA_STORE_UNWRITABLE; those of the store
 */
export async function restore(workplace: Workplace, folder: string): Promise<Restored> {
  const home = homeOf(workplace);
  const isDamaged = await opensDamaged(workplace);
  return writing(home, async () => {
    await sweep(home);
    const staging = await mkdtemp(join(home, STAGING));
    try {
      const manifest = await readBackup(folder, staging);
      const before = await freeFolder(workplace, home);
      try {
        await (isDamaged ? copyDecksAlone(home, before) : backUp(workplace, before));
        return { manifest, before, damaged: await putInPlace(home, staging, folder) };
      } catch (error) {
        await rm(before, { recursive: true, force: true });
        throw error;
      }
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  });
}

/** @returns whether the store is damaged, which is what a backup is for; everything else that is wrong with it is thrown */
async function opensDamaged(workplace: Workplace): Promise<boolean> {
  try {
    await workplace.store();
    return false;
  } catch (error) {
    if (error instanceof VivaError && error.code === "VIVA_STORE_DAMAGED") return true;
    throw error;
  }
}

/** The decks first: they can be put back, and what follows is one transaction. */
async function putInPlace(home: string, staging: string, folder: string): Promise<string | null> {
  const replaced = await replaceDeckFolders(ownDecks(home), join(staging, DECKS));
  let setAside: string | null;
  try {
    ({ setAside } = await restoreStore(storeFile(home), join(staging, STORE), {
      called: join(folder, STORE),
    }));
  } catch (error) {
    await replaced.undo();
    throw error;
  }
  await replaced.keep();
  return setAside;
}

async function copyDecksAlone(home: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o700 });
  await copyDecks(ownDecks(home), join(to, DECKS));
}

async function freeFolder(workplace: Workplace, home: string): Promise<string> {
  // No colons: Windows has none in names.
  const stamp = new Date(workplace.clock()).toISOString().slice(0, 19).replaceAll(":", "-");
  for (let n = 1; ; n++) {
    const path = join(home, `${COPY}${stamp}${n === 1 ? "" : `-${n}`}`);
    const isFree = await access(path).then(
      () => false,
      () => true,
    );
    if (isFree) return path;
  }
}

/** Removes what a crash left behind. */
async function sweep(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (name.startsWith(STAGING)) await rm(join(home, name), { recursive: true, force: true });
  }
}
