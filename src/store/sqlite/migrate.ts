import type { DatabaseSync } from "node:sqlite";
import { VivaError } from "../../base/index.ts";
import { copyFile } from "./copy-file.ts";
import { APPLICATION_ID, fileVersion } from "./file-version.ts";
import type { Migration } from "./migrations.ts";
import { patiently } from "./patiently.ts";
import { storeErrorCode } from "./store-error.ts";

/**
 * Brings a store to the newest form in one transaction, after a copy of the file when there is something in it. Of two
 * processes that come at once, one does it and the other finds it done.
 * @param copy where the copy goes; null for none
 * @throws VivaError with the file as it was
 */
export async function migrate(
  sqlite: DatabaseSync,
  file: string,
  steps: readonly Migration[],
  copy: string | null,
): Promise<void> {
  const newest = steps.at(-1)?.version ?? 0;
  await patiently(() => sqlite.exec("begin immediate"));
  try {
    const version = fileVersion(sqlite, file, newest);
    const missing = steps.filter((step) => step.version > version);
    // Nobody can write between the copy and the change: the transaction holds the lock, and the copy only reads.
    if (version > 0 && missing.length > 0 && copy !== null) copyFile(file, copy);
    for (const { up } of missing) up(sqlite);
    sqlite.exec(`pragma application_id = ${APPLICATION_ID}; pragma user_version = ${newest}`);
    const broken = sqlite.prepare("pragma foreign_key_check").get();
    if (broken !== undefined) throw new Error(`a row of ${broken.table} belongs to nothing`);
    sqlite.exec("commit");
  } catch (error) {
    if (sqlite.isTransaction) sqlite.exec("rollback");
    throw storeErrorCode(error) === null ? failed(file, newest, error) : error;
  }
}

function failed(file: string, newest: number, error: unknown): VivaError {
  const reason = error instanceof Error ? error.message : String(error);
  return new VivaError(
    "VIVA_STORE_DAMAGED",
    `${file} could not be brought to version ${newest} (${reason}). Nothing was changed: go on with the Vivarium ` +
      "that wrote it, and report this",
    { cause: error },
  );
}
