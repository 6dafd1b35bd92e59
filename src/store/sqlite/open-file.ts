import { closeSync, openSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { BLOCK_MS } from "./patiently.ts";

/** Opens a file of SQLite as it is. Foreign keys are not checked: a migration may rebuild a table. */
export function openFile(file: string, { readOnly = false } = {}): DatabaseSync {
  // The time to wait is set before anything else can meet a lock.
  return new DatabaseSync(file, { timeout: BLOCK_MS, enableForeignKeyConstraints: false, readOnly });
}

/** An empty file that its owner alone may read; SQLite gives the files it makes beside it the same rights. */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, "a", 0o600));
}

/** Closes what was opened, however the work ends. */
export function using<T>(sqlite: DatabaseSync, work: (sqlite: DatabaseSync) => T): T {
  try {
    return work(sqlite);
  } finally {
    sqlite.close();
  }
}
