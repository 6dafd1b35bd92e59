import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildAll } from "../../scripts/build/build-all.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const folders: string[] = [];
// Not `after`: called in a `before`, it runs when that is done.
process.on("exit", () => {
  for (const folder of folders)
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

/** A folder of the test's own, gone when its process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "viva-web-"));
  folders.push(folder);
  return folder;
}

/**
 * The command and the page, built from the sources as they are into a folder of the test's own: what is tested is what
 * people get, and never a `dist/` that is older than its sources.
 * @returns the path of its `viva.mjs`
 */
export async function newInstallation(): Promise<string> {
  const folder = temporaryFolder();
  for (const name of ["package.json", "bin"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const name of ["decks", "data"]) symlinkSync(join(root, name), join(folder, name), "junction");
  await buildAll({ root, into: join(folder, "dist") });
  return join(folder, "bin/viva.mjs");
}
