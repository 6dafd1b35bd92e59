import type { DatabaseSync } from "node:sqlite";
import { VivaError } from "../../base/index.ts";
import { removeCopies } from "./copies.ts";
import { patiently } from "./patiently.ts";
import { storeError } from "./store-error.ts";

/**
 * Sees to it that what was deleted is in no file any more: the file is written anew, its write-ahead log emptied, and the
 * copies beside it are removed.
 * @returns how many copies there were
 */
export async function eraseWords(sqlite: DatabaseSync, file: string): Promise<number> {
  try {
    const copies = removeCopies(file);
    await patiently(() => sqlite.exec("vacuum"));
    await emptyLog(sqlite, file);
    return copies;
  } catch (error) {
    throw storeError(error, file);
  }
}

/** Moves what stands in the write-ahead log into the file, and makes the log empty. */
export async function emptyLog(sqlite: DatabaseSync, file: string): Promise<void> {
  await patiently(() => {
    // This statement tells that it was kept from it, and does not fail.
    if (sqlite.prepare("pragma wal_checkpoint(truncate)").get()?.busy === 0) return;
    throw new VivaError(
      "VIVA_STORE_BUSY",
      `another program reads ${file}, so the words are still in its log: end that one and erase again`,
    );
  });
}
