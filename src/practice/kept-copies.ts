import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Workplace } from "./workplace.ts";

/** The folders that a restore makes of what was there before. */
export const COPY = "before-restore-";
/** Where a restore puts a backup together; one that is there later was left by a crash. */
export const STAGING = ".restore-";

/** The folders of a home that hold a copy of what is kept, made by restores of their own accord. */
export async function keptCopies({ home }: Workplace): Promise<string[]> {
  if (home === null) return [];
  const names = await readdir(home).catch((): string[] => []);
  return names
    .filter((name) => [COPY, `.${COPY}`, STAGING].some((start) => name.startsWith(start)))
    .sort()
    .map((name) => join(home, name));
}
