import { existsSync, renameSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { VivaError } from "../../base/index.ts";
import { makeFolder } from "../make-folder.ts";
import { checkContent, checkForm } from "./check-backup.ts";
import { connect } from "./connect.ts";
import { restoring, setAside } from "./copies.ts";
import { copyFile } from "./copy-file.ts";
import { emptyLog } from "./erase-words.ts";
import { fileVersion, numberOf } from "./file-version.ts";
import { migrate } from "./migrate.ts";
import type { Migration } from "./migrations.ts";
import { openFile, using } from "./open-file.ts";
import { patiently } from "./patiently.ts";
import { storeError, storeErrorCode } from "./store-error.ts";

/** What people did. Who may come in, and the id of the place, stay as they are. */
const CONTENT = ["event", "answer", "recall"] as const;

/** What a store holds after it was brought back. */
export interface Restored {
  readonly events: number;
  /** Where the store that was there was moved to, when it was damaged. */
  readonly setAside: string | null;
}

/** The file of a backup, and the path by which the person knows it. */
interface Backup {
  readonly file: string;
  readonly called: string;
}

/** See `restoreStore`, the door to this. */
export async function restore(
  path: string,
  from: string,
  steps: readonly Migration[],
  called = from,
): Promise<Restored> {
  const file = resolve(path);
  const backup = { file: resolve(from), called: resolve(called) };
  const copy = restoring(file);
  checkBackup(backup, steps);
  let opened: DatabaseSync | null = null;
  try {
    await stage(backup, copy, steps, file);
    opened = await connect(file, steps).catch((error: unknown) => {
      if (storeErrorCode(error) === "VIVA_STORE_DAMAGED") return null;
      throw error;
    });
    const isReplaced = opened !== null && (await replaceContent(opened, file, copy));
    return isReplaced ? { events: countIn(file), setAside: null } : replaceDamaged(file, copy);
  } finally {
    if (opened?.isOpen) opened.close();
    for (const end of ["", "-wal", "-shm"]) rmSync(copy + end, { force: true });
  }
}

/** @throws VivaError when this is no backup to bring back */
function checkBackup({ file, called }: Backup, steps: readonly Migration[]): void {
  if (!existsSync(file)) throw new VivaError("VIVA_FILE_NOT_FOUND", `${called}: there is no such backup`);
  try {
    using(openFile(file, { readOnly: true }), (backup) => {
      const version = fileVersion(backup, called, steps.at(-1)?.version ?? 0);
      if (version === 0) throw new Error("it is empty");
      checkForm(backup, version, steps);
      checkWhole(backup);
    });
  } catch (error) {
    if (storeErrorCode(error) === "VIVA_STORE_NEWER") throw error;
    throw unreadable(called, causeOf(error));
  }
}

const causeOf = (error: unknown): unknown => (error instanceof Error && error.cause) || error;

function unreadable(from: string, error: unknown): VivaError {
  const reason = error instanceof Error ? error.message : String(error);
  return new VivaError(
    "VIVA_BACKUP_UNREADABLE",
    `${from} is not a whole backup of a store (${reason}). The store is as it was: choose another backup`,
    { cause: error },
  );
}

/** Makes a copy of the backup beside the store, in the newest form. */
async function stage(from: Backup, copy: string, steps: readonly Migration[], file: string): Promise<void> {
  let sqlite: DatabaseSync | null = null;
  try {
    await makeFolder(dirname(file));
    copyFile(from.file, copy);
    sqlite = openFile(copy);
    await migrate(sqlite, copy, steps, null);
    checkContent(sqlite, from.called);
  } catch (error) {
    // The backup was found whole: what is wrong now is that it does not fit the steps, or what its rows say.
    if (storeErrorCode(error) === "VIVA_STORE_DAMAGED") throw unreadable(from.called, causeOf(error));
    throw storeError(error, file);
  } finally {
    sqlite?.close();
  }
}

function checkWhole(sqlite: DatabaseSync): void {
  const found = sqlite.prepare("pragma integrity_check(1)").get()?.integrity_check;
  if (found !== "ok") throw new Error(String(found));
  const broken = sqlite.prepare("pragma foreign_key_check").get();
  if (broken !== undefined) throw new Error(`a row of ${broken.table} belongs to nothing`);
}

/** Replaces what people did, all of it or nothing, under whatever has the store open. False when it is too damaged. */
async function replaceContent(sqlite: DatabaseSync, file: string, copy: string): Promise<boolean> {
  try {
    sqlite.prepare("attach ? as backup").run(copy);
    await patiently(() => sqlite.exec("begin immediate"));
    for (const table of CONTENT.toReversed()) sqlite.exec(`delete from main.${table}`);
    for (const table of CONTENT) {
      const columns = columnsOf(sqlite, table);
      sqlite.exec(`insert into main.${table} (${columns}) select ${columns} from backup.${table}`);
    }
    sqlite.exec("commit");
    sqlite.exec("detach backup");
    await emptyLog(sqlite, file).catch(() => {
      // A reader is in the way: the log is emptied when it has gone.
    });
    return true;
  } catch (error) {
    if (sqlite.isTransaction) sqlite.exec("rollback");
    if (storeErrorCode(error) === "VIVA_STORE_DAMAGED") return false;
    throw storeError(error, file);
  }
}

function columnsOf(sqlite: DatabaseSync, table: string): string {
  const columns = sqlite.prepare("select name from pragma_table_info(?)").all(table);
  return columns.map(({ name }) => `"${name}"`).join(", ");
}

/** There is nothing to replace the content of: the damaged file goes aside, and the copy takes its place. */
function replaceDamaged(file: string, copy: string): Restored {
  try {
    const aside = setAside(file);
    for (const end of ["-wal", "-shm", ""]) {
      if (existsSync(file + end)) renameSync(file + end, aside + end);
    }
    renameSync(copy, file);
    return { events: countIn(file), setAside: aside };
  } catch (error) {
    throw storeError(error, file);
  }
}

const countIn = (file: string): number =>
  using(openFile(file, { readOnly: true }), (sqlite) => numberOf(sqlite, "select count(*) from event"));
