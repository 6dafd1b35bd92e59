import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { VivaError } from "../base/index.ts";
import { backUpStore, deckFolders, describeStore } from "../store/index.ts";
import {
  type BackupFile,
  type BackupManifest,
  DECKS,
  isBackupPath,
  MANIFEST,
  newManifest,
  STORE,
} from "./backup-manifest.ts";
import { ownDecks, storeFile, type Workplace } from "./workplace.ts";

/** A backup that was made. */
export interface BackedUp {
  readonly folder: string;
  readonly manifest: BackupManifest;
  /** What stands in a deck's folder and is no file that a backup can hold. */
  readonly leftOut: readonly string[];
}

/**
 * Copies the store, as it is at one moment, and the person's own decks into a new folder with a manifest. The folder
 * appears when it is complete.
 * @throws VivaError VIVA_USAGE when the folder holds something or stands among the decks; VIVA_STORE_UNWRITABLE; those of
 * the store
 */
export async function backUp(workplace: Workplace, folder: string): Promise<BackedUp> {
  const home = homeOf(workplace);
  const target = resolve(folder);
  await refuseTaken(target, ownDecks(home));
  // Brings an older file up to date first, so that the backup is of today's form.
  await workplace.store();
  return writing(target, async () => {
    const part = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
    try {
      const written = await writeBackup(workplace, home, part);
      // An empty folder of that name is there, perhaps, and not every system renames onto it.
      await rmdir(target).catch(() => {});
      await rename(part, target);
      return { folder: target, ...written };
    } catch (error) {
      await rm(part, { recursive: true, force: true });
      throw error;
    }
  });
}

/** The folder of a workplace that has one. */
export function homeOf({ home }: Workplace): string {
  if (home === null) throw new TypeError("a workplace in memory has nothing to back up or restore");
  return home;
}

async function writeBackup(workplace: Workplace, home: string, folder: string) {
  await backUpStore(storeFile(home), join(folder, STORE));
  const { schema, events, answers } = await describeStore(join(folder, STORE));
  const decks = await copyDecks(ownDecks(home), join(folder, DECKS));
  const files: BackupFile[] = [];
  for (const path of [STORE, ...decks.paths.map((each) => `${DECKS}/${each}`)].sort()) {
    const file = join(folder, path);
    await chmod(file, 0o600);
    files.push({ path, bytes: (await stat(file)).size, sha256: await sha256(file) });
  }
  const manifest = newManifest({
    at: new Date(workplace.clock()).toISOString(),
    schema,
    counts: { events, answers, decks: decks.count },
    files,
  });
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  await writeFile(join(folder, MANIFEST), text, { flag: "wx", mode: 0o600, flush: true });
  return { manifest, leftOut: decks.leftOut };
}

/** Copies the folders of all decks; the paths are below `to`, with slashes. */
export async function copyDecks(
  from: string,
  to: string,
): Promise<{ count: number; paths: string[]; leftOut: string[] }> {
  const paths: string[] = [];
  const leftOut: string[] = [];
  const copy = async (source: string, path: string): Promise<void> => {
    await mkdir(join(to, path), { recursive: true, mode: 0o700 });
    for (const entry of await readdir(source, { withFileTypes: true })) {
      const file = join(source, entry.name);
      const below = `${path}/${entry.name}`;
      const found = entry.isSymbolicLink() ? await stat(file).catch(() => null) : entry;
      // A link to a folder may lead in a circle.
      const isFolder = found?.isDirectory() === true && !entry.isSymbolicLink();
      if (!isBackupPath(`${DECKS}/${below}`)) leftOut.push(file);
      else if (isFolder) await copy(file, below);
      else if (found?.isFile() === true) {
        await copyFile(file, join(to, below));
        paths.push(below);
      } else leftOut.push(file);
    }
  };
  const decks = await deckFolders(from);
  for (const [name, folder] of decks) await copy(folder, name);
  return { count: decks.size, paths, leftOut };
}

async function refuseTaken(target: string, decks: string): Promise<void> {
  const refuse = (what: string) =>
    new VivaError("VIVA_USAGE", `${target}: ${what}. Name a folder that does not exist yet`);
  const inside = relative(decks, target);
  if (inside === "" || !(inside === ".." || inside.startsWith(`..${sep}`) || resolve(inside) === inside)) {
    throw refuse("stands among the decks that are to be backed up");
  }
  const entries = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error.code === "ENOTDIR" ? refuse("is a file") : refuse(`cannot be read (${error.code})`);
  });
  if (entries.length > 0) throw refuse("holds something already");
}

/** Failures of the file system, as an error that says where. */
export async function writing<T>(where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw new VivaError("VIVA_STORE_UNWRITABLE", `${where}: cannot be written (${error.message})`, {
      cause: error,
    });
  }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}
