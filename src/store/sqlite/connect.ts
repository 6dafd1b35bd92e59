import { dirname, resolve } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { makeFolder } from "../make-folder.ts";
import { beforeMigration } from "./copies.ts";
import { fileVersion } from "./file-version.ts";
import { migrate } from "./migrate.ts";
import type { Migration } from "./migrations.ts";
import { makePrivateFile, openFile } from "./open-file.ts";
import { patiently } from "./patiently.ts";
import { storeError } from "./store-error.ts";

/**
 * Opens the file of a store, makes it when it is not there, and brings it to the newest form.
 * @throws VivaError VIVA_STORE_NEWER, VIVA_STORE_BUSY, VIVA_STORE_DAMAGED, VIVA_STORE_UNWRITABLE
 */
export async function connect(path: string, steps: readonly Migration[]): Promise<DatabaseSync> {
  // A name that begins with "file:" would be taken for an address.
  const file = resolve(path);
  let sqlite: DatabaseSync | null = null;
  try {
    await makeFolder(dirname(file));
    makePrivateFile(file);
    sqlite = openFile(file);
    await prepare(sqlite, file, steps);
    return sqlite;
  } catch (error) {
    sqlite?.close();
    throw storeError(error, file);
  }
}

async function prepare(sqlite: DatabaseSync, file: string, steps: readonly Migration[]): Promise<void> {
  const newest = steps.at(-1)?.version ?? 0;
  // Before anything is changed: a newer file stays as it is.
  const version = await patiently(() => fileVersion(sqlite, file, newest));
  // The change to a write-ahead log fails at once when another process is at it, whatever the time to wait.
  await patiently(() => sqlite.exec("pragma journal_mode = wal"));
  // FULL: what was committed survives a loss of power. secure_delete: what was deleted is overwritten.
  await patiently(() => sqlite.exec("pragma synchronous = full; pragma secure_delete = on"));
  if (version < newest) await migrate(sqlite, file, steps, beforeMigration(file, newest));
  sqlite.exec("pragma foreign_keys = on");
}
