import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Copies that we make beside a store; they hold what people said, so erasing removes them. */
const COPY = /^\.(before-v\d+|restoring-\d+|damaged-\d+)(\.part)?(-wal|-shm|-journal)?$/;

/** The copy of a store from before it was brought to a version. */
export const beforeMigration = (file: string, version: number): string => `${file}.before-v${version}`;
/** The copy of a backup that this process is bringing back. */
export const restoring = (file: string): string => `${file}.restoring-${process.pid}`;

/** Where a damaged store is set aside: the first name that is free. */
export function setAside(file: string): string {
  const taken = new Set(readdirSync(dirname(file)));
  for (let number = 1; ; number++) {
    const name = `${basename(file)}.damaged-${number}`;
    if (!taken.has(name)) return join(dirname(file), name);
  }
}

/** Removes all copies; returns how many. */
export function removeCopies(file: string): number {
  const name = basename(file);
  const copies = readdirSync(dirname(file)).filter(
    (each) => each.startsWith(name) && COPY.test(each.slice(name.length)),
  );
  for (const copy of copies) rmSync(join(dirname(file), copy), { force: true });
  return copies.length;
}
