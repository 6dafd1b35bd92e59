import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { lstat, mkdir, open, readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  type BackupFile,
  type BackupManifest,
  MANIFEST,
  parseManifest,
  unreadable,
} from "./backup-manifest.ts";

/** Bytes; that of a backup with a hundred thousand files has fewer. */
const LARGEST_MANIFEST = 64 * 1024 * 1024;
/** Folders in folders; a path of a backup has no more. */
const DEEPEST = 32;
const CHUNK = 1024 * 1024;

/**
 * Checks a backup to the last byte: nothing missing, changed, added or leading elsewhere.
 * @param to a folder that gets a copy of its files; what is copied is what was checked, whatever happens to the backup
 * meanwhile
 * @throws VivaError VIVA_BACKUP_UNREADABLE naming the file
 */
export async function readBackup(folder: string, to: string | null = null): Promise<BackupManifest> {
  const file = join(folder, MANIFEST);
  if ((await stat(folder).catch(() => null))?.isDirectory() !== true) {
    throw unreadable(folder, "no such folder: wanted one that viva backup made");
  }
  const found = await lstat(file).catch(() => null);
  if (found === null) throw unreadable(file, "is missing: this is no backup, or not all of one");
  if (!found.isFile() || found.size > LARGEST_MANIFEST)
    throw unreadable(file, "is not what viva backup writes");
  const manifest = parseManifest(file, await readFile(file, "utf8"));
  const named = new Map(manifest.files.map((each) => [each.path, each]));
  for await (const path of filesBelow(folder, "", 0)) {
    if (path !== MANIFEST && !named.has(path)) {
      throw unreadable(join(folder, path), `is not in ${MANIFEST}: it was put there later`);
    }
  }
  for (const each of manifest.files) await checkFile(folder, each, to);
  return manifest;
}

async function* filesBelow(folder: string, below: string, depth: number): AsyncGenerator<string> {
  if (depth > DEEPEST) throw unreadable(join(folder, below), "has more folders in it than a backup");
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((error: unknown) => {
    throw unreadable(join(folder, below), "cannot be read", error);
  });
  for (const entry of entries) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(folder, path, depth + 1);
    else if (entry.isFile()) yield path;
    else throw unreadable(join(folder, path), "is a link or a device: a backup holds files only");
  }
}

async function checkFile(folder: string, { path, bytes, sha256 }: BackupFile, to: string | null) {
  const file = join(folder, path);
  // Not through a link, should one have been put there since; Windows has no such flag.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(
    (error: unknown) => {
      throw unreadable(file, "is missing or cannot be read", error);
    },
  );
  try {
    const found = await handle.stat();
    if (!found.isFile() || found.size !== bytes) {
      throw unreadable(file, `has ${found.size} bytes, and had ${bytes} when the backup was made`);
    }
    const hash = createHash("sha256");
    const copy = to === null ? null : await newFile(join(to, path));
    try {
      const buffer = new Uint8Array(CHUNK);
      for (let left = bytes; ; ) {
        const { bytesRead } = await handle.read(buffer, 0, CHUNK);
        if (bytesRead === 0) break;
        left -= bytesRead;
        // Growing while it is read: the hash could not be right any more.
        if (left < 0) break;
        const chunk = buffer.subarray(0, bytesRead);
        hash.update(chunk);
        await copy?.writeFile(chunk);
      }
      await copy?.sync();
    } finally {
      await copy?.close();
    }
    if (hash.digest("hex") !== sha256) throw unreadable(file, "was changed after the backup was made");
  } finally {
    await handle.close();
  }
}

async function newFile(path: string) {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  return open(path, "wx", 0o600);
}
