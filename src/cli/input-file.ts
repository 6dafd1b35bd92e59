import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { VivaError } from "../base/index.ts";
import { type Document, LARGEST_DOCUMENT, openFolder } from "../practice/index.ts";

/** Is this argument a path (a slash, a backslash or an ending), or else a deck's name? */
export function isPath(argument: string): boolean {
  return /[\\/]/.test(argument) || /\.[^.\s]+$/.test(argument);
}

/**
 * Reads a document: a file, a folder of them, or (`-`) what comes on standard input.
 * @throws VivaError VIVA_FILE_NOT_FOUND, VIVA_FILE_UNREADABLE (no permission), VIVA_FILE_TOO_LARGE
 */
export async function readInput(path: string): Promise<Document> {
  if (path === "-") return readStandardInput();
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ? openFolder(path) : readInputFile(path);
}

async function readStandardInput(): Promise<Document> {
  if (process.stdin.isTTY) {
    throw new VivaError(
      "VIVA_USAGE",
      "- reads a document from standard input: pipe one in, as in viva import - < notes.md",
    );
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += (chunk as Uint8Array).length;
    if (size > LARGEST_DOCUMENT.bytes) throw LARGEST_DOCUMENT.exceeded("standard input", size);
    chunks.push(chunk as Uint8Array);
  }
  return { name: "standard-input", bytes: Buffer.concat(chunks) };
}

/**
 * Reads a document from a file.
 * @throws VivaError VIVA_FILE_NOT_FOUND, VIVA_FILE_UNREADABLE (a folder, no permission), VIVA_FILE_TOO_LARGE
 */
export async function readInputFile(path: string): Promise<Document> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" || error.code === "ENOTDIR"
      ? new VivaError(
          "VIVA_FILE_NOT_FOUND",
          `${path}: no such file. Check the path, or name a deck (viva decks lists them)`,
        )
      : unreadable(path, error);
  });
  if (!found.isFile()) {
    const what = found.isDirectory() ? "a folder" : "not a regular file";
    throw new VivaError("VIVA_FILE_UNREADABLE", `${path}: is ${what}. Give one document`);
  }
  // Refused before it is read.
  if (found.size > LARGEST_DOCUMENT.bytes) throw LARGEST_DOCUMENT.exceeded(path, found.size);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error);
  });
  return { name: basename(path), bytes };
}

function unreadable(path: string, error: NodeJS.ErrnoException): VivaError {
  const why =
    error.code === "EACCES" || error.code === "EPERM"
      ? "no permission to read it"
      : (error.code ?? error.message);
  return new VivaError("VIVA_FILE_UNREADABLE", `${path}: cannot be read: ${why}`, { cause: error });
}
