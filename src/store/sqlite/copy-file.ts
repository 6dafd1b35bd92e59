import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { makePrivateFile, openFile, using } from "./open-file.ts";

/**
 * Writes a store as it is at one moment into one new file, while others go on writing to it. It is whole when it bears
 * its name, and on disk.
 * @param change made in the copy before it gets its name
 */
export function copyFile(file: string, to: string, change: (copy: DatabaseSync) => void = () => {}): void {
  const part = `${to}.part`;
  rmSync(part, { force: true });
  try {
    makePrivateFile(part);
    using(openFile(file, { readOnly: true }), (sqlite) => sqlite.prepare("vacuum into ?").run(part));
    using(openFile(part), change);
    flush(part);
    renameSync(part, to);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** SQLite does not wait for the disk when it writes a copy. */
function flush(file: string): void {
  const handle = openSync(file, "r+");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
