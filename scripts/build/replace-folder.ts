import { readdirSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Writes these files (paths with forward slashes) and then removes what else the folder holds: so a server that runs
 * from it is never without its files.
 */
export async function replaceFolder(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const kept = new Set([...files.keys()].flatMap((path) => [path, ...parents(path)]));
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const path of found.map((each) => each.replaceAll("\\", "/"))) {
    if (!kept.has(path)) rmSync(join(folder, path), { recursive: true, force: true });
  }
}

function parents(path: string): string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join("/"));
}
