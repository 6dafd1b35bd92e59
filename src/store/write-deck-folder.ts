import { mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type DeckName, slug, VivaError } from "../base/index.ts";
import { DECK_FILE, type DeckInfo, printDeckFile, printQuestion, type Question } from "../deck/index.ts";
import { deckExists } from "./deck-exists.ts";
import { makeFolder } from "./make-folder.ts";

const DRAFT = ".new-";
/** Drafts of processes that were killed are swept away after this time. */
const DRAFT_LIFE_MS = 24 * 60 * 60 * 1000;
/** Two processes that replace one deck get in each other's way for a moment. */
const TRIES = 5;

/** Where a deck waits while another takes its place; one that was left there by a crash is still the deck. */
export function setAside(home: string, name: DeckName): string {
  return join(home, `.old-${name}`);
}

/**
 * Writes a deck beside, then renames: a reader sees the old deck or the new one, never half of one.
 * @throws VivaError VIVA_DECK_EXISTS when another process was first; VIVA_STORE_UNWRITABLE
 */
export async function writeDeckFolder(
  home: string,
  info: DeckInfo,
  questions: readonly Question[],
  replace: boolean,
): Promise<void> {
  let draft = "";
  try {
    await makeFolder(home);
    await sweepDrafts(home);
    draft = await mkdtemp(join(home, DRAFT));
    await writeFiles(draft, info, questions);
    await (replace ? takePlace(home, info.name, draft) : rename(draft, join(home, info.name)));
  } catch (error) {
    if (draft !== "") await rm(draft, { recursive: true, force: true });
    if (!replace && isTaken(error)) throw deckExists(info.name);
    const reason = error instanceof Error ? error.message : String(error);
    throw new VivaError(
      "VIVA_STORE_UNWRITABLE",
      `the deck ${info.name} was not kept below ${home} (${reason}). Mend that, or set VIVA_HOME to another folder`,
      { cause: error },
    );
  }
}

async function writeFiles(folder: string, info: DeckInfo, questions: readonly Question[]): Promise<void> {
  for (const question of questions) {
    const isNamed = question.id.startsWith(`${info.name}-`);
    const number = isNamed ? question.id.slice(info.name.length + 1) : question.id;
    const name = [number, slug(question.title)].filter((part) => part !== "").join("-");
    await writeFile(join(folder, `${name}.md`), printQuestion(question), { flag: "wx" });
  }
  await writeFile(join(folder, DECK_FILE), printDeckFile(info), { flag: "wx" });
}

async function takePlace(home: string, name: DeckName, draft: string): Promise<void> {
  const target = join(home, name);
  const aside = setAside(home, name);
  for (let tries = 1; ; tries++) {
    try {
      // With no deck in place, the one set aside by a crash is the deck: it goes only when the new one stands.
      const stands = await stat(target).catch(() => null);
      if (stands !== null) {
        await rm(aside, { recursive: true, force: true });
        await rename(target, aside);
      }
      await rename(draft, target);
      await rm(aside, { recursive: true, force: true });
      return;
    } catch (error) {
      if (tries === TRIES || !(isTaken(error) || codeOf(error) === "ENOENT")) throw error;
    }
  }
}

async function sweepDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(DRAFT)) continue;
    const path = join(home, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && found.mtimeMs < Date.now() - DRAFT_LIFE_MS) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

function isTaken(error: unknown): boolean {
  return ["EEXIST", "ENOTEMPTY"].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
