import type { DatabaseSync } from "node:sqlite";
import { damaged, newer } from "./store-error.ts";

/** Marks a file as a store of ours, in its header: the letters "viva". */
export const APPLICATION_ID = 0x76697661;

/**
 * The `user_version` of a store that this program may use; 0 when nothing is in it yet. Changes nothing.
 * @throws VivaError VIVA_STORE_NEWER; VIVA_STORE_DAMAGED for the file of another program, or none of SQLite
 */
export function fileVersion(sqlite: DatabaseSync, file: string, newest: number): number {
  const { version, application, tables } = headerOf(sqlite);
  if (application !== APPLICATION_ID && (application !== 0 || version !== 0 || tables !== 0)) {
    throw damaged(file, "it is the database of another program");
  }
  if (version > newest) throw newer(file, `its version is ${version}, this one knows ${newest}`);
  return version;
}

interface Header {
  readonly version: number;
  readonly application: number;
  readonly tables: number;
}

/** In one transaction: another process may be filling the file. */
function headerOf(sqlite: DatabaseSync): Header {
  const mine = !sqlite.isTransaction;
  if (mine) sqlite.exec("begin");
  try {
    return {
      version: numberOf(sqlite, "pragma user_version"),
      application: numberOf(sqlite, "pragma application_id"),
      tables: numberOf(sqlite, "select count(*) from sqlite_schema"),
    };
  } finally {
    if (mine && sqlite.isTransaction) sqlite.exec("commit");
  }
}

/** The one number that a statement gives. */
export function numberOf(sqlite: DatabaseSync, sql: string): number {
  return Number(Object.values(sqlite.prepare(sql).get() ?? {})[0]);
}
