import { closeSync, openSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { type DeckName, parseQuestionId, type QuestionId } from "../base/index.ts";

/** Bytes that are looked at: the id stands at the top. */
const HEAD = 4096;

/**
 * The ids of files that cannot be read as questions, as far as they can be told: what their front matter says, however
 * damaged the rest is; of a file that a crash of the machine emptied, what its name says. What is remembered of these
 * questions is theirs: no new question may get their ids.
 */
export function lostIds(folder: string, files: readonly string[], deck: DeckName): QuestionId[] {
  return files.flatMap((file) => {
    const head = readHead(join(folder, file));
    if (head === null) return [];
    const parsed = parseQuestionId(/[^\s\0]/.test(head) ? idIn(head) : idOfName(file, deck));
    return parsed.ok ? [parsed.value] : [];
  });
}

function readHead(path: string): string | null {
  try {
    // Opening a pipe might never end.
    if (!statSync(path).isFile()) return null;
    const file = openSync(path, "r");
    try {
      const bytes = Buffer.alloc(HEAD);
      // Ids are ASCII, and the file may be in any encoding.
      return bytes.toString("latin1", 0, readSync(file, bytes, 0, HEAD, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

function idIn(head: string): string {
  const [, front = ""] = /^(?:\xEF\xBB\xBF)?---[ \t]*\r?\n(.*?)(?:\n---|$)/s.exec(head) ?? [];
  return /^id:[ \t]*(["']?)([a-z0-9-]+)\1[ \t]*(?:#.*)?\r?$/m.exec(front)?.[2] ?? "";
}

/** Files that we name begin with the number of their question. */
function idOfName(file: string, deck: DeckName): string {
  const name = file.startsWith(`${deck}-`) ? file.slice(deck.length + 1) : file;
  const number = /^\d{1,9}(?=[-.])/.exec(name)?.[0];
  return number === undefined ? "" : `${deck}-${number}`;
}
