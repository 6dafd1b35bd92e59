import { constants } from "node:fs";
import { access, mkdtemp, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { VivaError } from "../base/index.ts";
import { DECK_FILE, lintFrontMatter, type Problem, parseQuestion, printQuestion } from "../deck/index.ts";
import { readDeckText } from "../store/index.ts";
import { deckPath } from "./deck-path.ts";

/** What became of one file; `file` is the path as it can be opened. */
export type Formatted = { readonly file: string } & (
  | { readonly outcome: "same" | "changed" }
  | { readonly outcome: "damaged"; readonly problems: readonly Problem[] }
);

/**
 * Puts folders of deck files, or single ones, into their one form, each file once however often it is named. A file
 * with a mistake, or with front matter that other programs read differently, is left as it is; so is `deck.md`.
 * @param check change nothing, only say what would change
 * @throws VivaError VIVA_FILE_NOT_FOUND, VIVA_FILE_UNREADABLE, VIVA_NO_QUESTIONS before any file is changed;
 * VIVA_STORE_UNWRITABLE at the first file that cannot be written
 */
export async function formatPaths(
  paths: readonly string[],
  { check }: { check: boolean },
): Promise<Formatted[]> {
  const found = await Promise.all(paths.map(deckPath));
  const seen = new Set<string>();
  const out: Formatted[] = [];
  for (const { folder, name } of found.flatMap(({ folder, names }) =>
    names.map((name) => ({ folder, name })),
  )) {
    // A link that leads nowhere has no real path: reading it says so.
    const real = await realpath(join(folder, name)).catch(() => join(folder, name));
    if (seen.has(real)) continue;
    seen.add(real);
    out.push(await formatFile(folder, name, real, check));
  }
  return out;
}

async function formatFile(folder: string, name: string, real: string, check: boolean): Promise<Formatted> {
  const file = join(folder, name);
  if (name === DECK_FILE) return { file, outcome: "same" };
  const damaged = (problems: readonly Problem[]): Formatted => ({
    file,
    outcome: "damaged",
    problems: problems.map((problem) => ({ ...problem, file })),
  });
  const read = readDeckText(folder, name);
  if (!read.ok) return damaged(read.problems);
  const parsed = parseQuestion(name, read.text);
  if (!parsed.ok) return damaged(parsed.problems);
  const misread = await lintFrontMatter(name, read.text);
  if (misread.length > 0) return damaged(misread);
  const after = printQuestion(parsed.question);
  if (after === read.text) return { file, outcome: "same" };
  if (!check) {
    await replaceFile(real, after).catch((error: NodeJS.ErrnoException) => {
      const why = /^(?:EACCES|EPERM|EROFS)$/.test(error.code ?? "")
        ? "no permission to write it"
        : error.message;
      throw new VivaError("VIVA_STORE_UNWRITABLE", `${file}: not changed: ${why}`, { cause: error });
    });
  }
  return { file, outcome: "changed" };
}

/** Writes beside, then renames: a crash leaves the old file or the new one. The file keeps its mode. */
async function replaceFile(real: string, text: string): Promise<void> {
  // Renaming asks for no permission on the file itself.
  await access(real, constants.W_OK);
  const { mode } = await stat(real);
  const aside = await mkdtemp(join(dirname(real), ".fmt-"));
  try {
    const draft = join(aside, basename(real));
    const handle = await open(draft, "wx", 0o600);
    try {
      await handle.writeFile(text);
      await handle.chmod(mode & 0o7777);
    } finally {
      await handle.close();
    }
    await rename(draft, real);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
