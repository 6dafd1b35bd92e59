import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** What people answered and wrote is for the owner of the folder alone, where the platform has permissions. */
const OWNER_ONLY = 0o700;

/** Folder by folder: Node's recursive mkdir never ends below some virtual file systems, such as /proc. */
export async function makeFolder(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  });
  if (found !== null) return;
  await makeFolder(dirname(path));
  await mkdir(path, OWNER_ONLY).catch((error: unknown) => {
    if (!hasCode(error, "EEXIST")) throw error;
  });
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;
