import { constants } from "node:fs";
import { access, mkdir, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import {
  type DeckName,
  parseDeckName,
  parseQuestionId,
  type QuestionId,
  slug,
  VivaError,
} from "../base/index.ts";
import { DECK_FILE, type DeckInfo, oneLine, printDeckFile } from "../deck/index.ts";
import { type DeckStore, questionFiles, readDeckFolder } from "../store/index.ts";
import { exampleQuestion, questionTemplate } from "./question-template.ts";
import { ownDecks, type Workplace } from "./workplace.ts";

/** What to make: a deck with an example, or a question in a deck that may be there already. */
export interface NewQuestion {
  /** The deck's name, kept in the home, or a folder. */
  readonly deck: { readonly name: string } | { readonly folder: string };
  /** The question; null for a new deck with an example. */
  readonly title: string | null;
  /** One of the deck's sections; the first when absent. */
  readonly section: string | undefined;
}

/** What was made. */
export interface MadeQuestion {
  readonly deck: string;
  readonly id: QuestionId;
  /** The question's file as it can be opened. */
  readonly file: string;
  readonly section: string;
  /** The deck was made too. */
  readonly isNewDeck: boolean;
}

/**
 * Makes a deck with one example question, or adds a question with the next free id to a deck, which is made when it is
 * not there. Nothing is ever overwritten.
 * @throws VivaError VIVA_USAGE (a name, question or section that is none), VIVA_DECK_EXISTS, VIVA_STORE_UNWRITABLE
 */
export async function newQuestion(
  { home, decks }: Pick<Workplace, "home" | "decks">,
  { deck, title, section }: NewQuestion,
): Promise<MadeQuestion> {
  const { folder, name } = "folder" in deck ? ofFolder(deck.folder) : await ofName(home, decks, deck.name);
  const names = await questionFiles(folder);
  const isNewDeck = names.length === 0 && !(await isThere(join(folder, DECK_FILE)));
  if (!isNewDeck && title === null) {
    const what = "folder" in deck ? `${deck.folder}: a deck is there` : `a deck named ${name} exists`;
    throw new VivaError("VIVA_DECK_EXISTS", `${what}. To add to it, give a question: "How is ...?"`);
  }
  const asked = title === null ? null : oneLine(title.replace(/^\s*#+\s+/, ""));
  if (asked === "")
    throw new VivaError("VIVA_USAGE", `the question is empty. Give it in quotes: "How is ...?"`);
  const fresh = newInfo(name, section);
  const { deck: info } = isNewDeck
    ? { deck: { ...fresh, questions: [] } }
    : await readDeckFolder(folder, name);
  const part = sectionOf(info.sections, section);
  const ids = info.questions.map(({ id }) => id);
  const free = nextFree(ids, names, name, asked ?? exampleQuestion.title);
  const text = asked === null ? exampleQuestion.file(free.id, part) : questionTemplate(free.id, part, asked);
  const file = join(folder, free.file);
  if (isNewDeck) await write(join(folder, DECK_FILE), printDeckFile(fresh), folder);
  await write(file, text, folder);
  return { deck: name, id: free.id, file, section: part, isNewDeck };
}

function ofFolder(folder: string): { folder: string; name: DeckName } {
  const name = parseDeckName(slug(basename(resolve(folder))));
  if (name.ok) return { folder, name: name.value };
  throw new VivaError(
    "VIVA_USAGE",
    `${folder}: a deck is named by its folder, and this gives no name. Use a-z and 0-9`,
  );
}

async function ofName(home: string | null, decks: DeckStore, given: string) {
  const name = parseDeckName(given);
  if (!name.ok) throw new VivaError("VIVA_USAGE", `${name.problem}. For a folder, write ./${given}`);
  if (home === null) throw new VivaError("VIVA_STORE_UNWRITABLE", "there is no home to keep a deck in");
  const there = (await decks.list()).find((each) => each.name === name.value);
  if (there !== undefined && !there.writable) {
    throw new VivaError(
      "VIVA_DECK_EXISTS",
      `the deck ${given} comes with Vivarium and is not changed. Choose another name`,
    );
  }
  return { folder: join(ownDecks(home), name.value), name: name.value };
}

function newInfo(name: DeckName, section: string | undefined): DeckInfo {
  const words = name.replaceAll("-", " ");
  return {
    name,
    title: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    licence: "",
    language: "",
    sections: [section === undefined || oneLine(section) === "" ? "Basics" : oneLine(section)],
    terms: [],
    text: "For whom this deck is, and in which order to learn it.",
  };
}

function sectionOf(sections: readonly string[], wanted: string | undefined): string {
  const section = wanted === undefined ? (sections[0] ?? "") : oneLine(wanted);
  if (sections.length === 0 || sections.includes(section)) return section;
  const there = sections.map((each) => JSON.stringify(each)).join(", ");
  throw new VivaError(
    "VIVA_USAGE",
    `no section ${JSON.stringify(section)} in ${DECK_FILE}: there are ${there}. Use one, or add it there first`,
  );
}

/** An id that no question has and a file that is not there: one more than the greatest number so far. */
function nextFree(ids: readonly QuestionId[], names: readonly string[], deck: DeckName, title: string) {
  const numbered = ids.flatMap((id) => {
    const match = /^(.*?)-?(\d+)$/.exec(id);
    return match === null ? [] : [{ family: match[1] ?? "", digits: match[2] ?? "" }];
  });
  const family = numbered.at(-1)?.family ?? deck;
  const own = numbered.filter((each) => each.family === family).map(({ digits }) => digits);
  const width = Math.max(3, ...own.map((digits) => digits.length));
  const taken = new Set(names.map((name) => name.toLowerCase()));
  const used = new Set<string>(ids);
  for (let n = Math.max(0, ...own.map(Number)) + 1; ; n++) {
    const number = String(n).padStart(width, "0");
    const id = parseQuestionId(family === "" ? number : `${family}-${number}`);
    if (!id.ok) throw new VivaError("VIVA_USAGE", `${id.problem}. Give the deck a shorter name`);
    const words = slug(title);
    const file = `${number}${words === "" ? "" : `-${words}`}.md`;
    if (!used.has(id.value) && !taken.has(file)) return { id: id.value, file };
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}

/** Writes a file that is not there yet. */
async function write(file: string, text: string, folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(file, text, { flag: "wx" });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why =
      code === "EEXIST"
        ? "something of that name is there already"
        : /^(?:EACCES|EPERM|EROFS)$/.test(code ?? "")
          ? "no permission to write it"
          : message;
    throw new VivaError("VIVA_STORE_UNWRITABLE", `${file}: not written: ${why}`, { cause: error });
  }
}
