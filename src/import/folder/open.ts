import { constants } from "node:fs";
import { type FileHandle, open, opendir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { VivaError } from "../../base/index.ts";
import { LARGEST_DOCUMENT } from "../decode.ts";
import type { FolderFile, Source } from "../reader.ts";
import { byPath, FOLDER_BOUNDS, isPassedOver, refusalOf } from "./bounds.ts";

type Refused = { path: string; why: string };

/**
 * Reads the files of a folder that can hold questions or pictures. No link is followed below it and no device opened:
 * each is listed as refused. Hidden entries and packages of others (`node_modules`) are passed over.
 * @throws VivaError VIVA_FILE_NOT_FOUND, VIVA_FILE_UNREADABLE (no folder, or nobody may read it), VIVA_FILE_TOO_LARGE
 * (see {@link FOLDER_BOUNDS}), VIVA_FILE_EMPTY (nothing in it that can be read)
 */
export async function openFolder(path: string): Promise<Source & { kind: "folder" }> {
  const found = await stat(path).catch((error: unknown) => {
    throw new VivaError("VIVA_FILE_NOT_FOUND", `${path} is not there: give the path of a folder`, {
      cause: error,
    });
  });
  if (!found.isDirectory()) {
    throw new VivaError(
      "VIVA_FILE_UNREADABLE",
      `${path} is no folder: give the path of one, or import it as a file`,
    );
  }
  const walk: Walk = { root: path, files: [], refused: [], bytes: 0, seen: 0 };
  await readInto(walk, "", 0);
  const { files, refused } = walk;
  const name = basename(resolve(path));
  if (files.length === 0) {
    throw new VivaError(
      "VIVA_FILE_EMPTY",
      `${name} holds no file that can be read: give a folder with documents`,
    );
  }
  return { kind: "folder", name, files: files.toSorted(byPath), refused: refused.toSorted(byPath) };
}

interface Walk {
  readonly root: string;
  readonly files: FolderFile[];
  readonly refused: Refused[];
  bytes: number;
  seen: number;
}

async function readInto(walk: Walk, folder: string, depth: number): Promise<void> {
  const entries = await opendir(join(walk.root, folder)).catch((error: unknown) => {
    if (folder !== "") return null;
    throw unreadable(walk.root, error);
  });
  if (entries === null) {
    walk.refused.push({ path: folder, why: "nobody may read it" });
    return;
  }
  for await (const entry of entries) {
    if (isPassedOver(entry.name)) continue;
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (++walk.seen > FOLDER_BOUNDS.files) throw FOLDER_BOUNDS.tooMany(basename(resolve(walk.root)));
    if (entry.isSymbolicLink()) walk.refused.push({ path, why: "a link" });
    else if (entry.isDirectory()) {
      if (depth < FOLDER_BOUNDS.depth) await readInto(walk, path, depth + 1);
      else walk.refused.push({ path, why: `deeper than ${FOLDER_BOUNDS.depth} folders` });
    } else if (!entry.isFile()) walk.refused.push({ path, why: "a device" });
    else await readFileInto(walk, path);
  }
}

async function readFileInto(walk: Walk, path: string): Promise<void> {
  const kind = refusalOf(path);
  if (kind !== null) {
    walk.refused.push({ path, why: kind });
    return;
  }
  // What was a file may have become a link or a pipe since the folder was listed.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  let handle: FileHandle | null = null;
  try {
    handle = await open(join(walk.root, path), flags);
    const { size } = await handle.stat().then((now) => (now.isFile() ? now : { size: -1 }));
    if (size < 0 || size > LARGEST_DOCUMENT.bytes) {
      walk.refused.push({ path, why: size < 0 ? "a device" : "larger than 20 MB" });
      return;
    }
    if (walk.bytes + size > FOLDER_BOUNDS.bytes) throw FOLDER_BOUNDS.tooLarge(basename(resolve(walk.root)));
    const bytes = await handle.readFile();
    walk.bytes += bytes.length;
    walk.files.push({ path, bytes });
  } catch (error) {
    if (error instanceof VivaError) throw error;
    walk.refused.push({ path, why: "nobody may read it" });
  } finally {
    await handle?.close();
  }
}

function unreadable(path: string, cause: unknown): VivaError {
  return new VivaError("VIVA_FILE_UNREADABLE", `${path} cannot be read: check who may open it`, { cause });
}
