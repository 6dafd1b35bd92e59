import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Clock, type EventId, eventIds, type PersonId, type Random, VivaError } from "../base/index.ts";
import type { Question } from "../deck/index.ts";
import {
  createGrader,
  createQuestionFinder,
  type FoundQuestion,
  type Grader,
  parseForest,
  parseWholeModel,
  parseWordData,
  type Stranger,
  type WordData,
} from "../grade/index.ts";
import { type Environment, openRater, type Rater } from "../rater/index.ts";
import { type DeckStore, folderDeckStore, memoryStore, openSqliteStore, type Store } from "../store/index.ts";
import { type Catalogue, watchDecks } from "./catalogue.ts";

/** What use cases work with. */
export interface Workplace {
  /** The folder where a person's things are kept; null when all is in memory. */
  readonly home: string | null;
  readonly decks: DeckStore;
  /** The decks in memory. */
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  /** Cannot be foreseen, except in tests. */
  readonly random: Random;
  /** The id of an event that happens now; each is greater than the one before. */
  newId(): EventId;
  /** The offline judge; loaded once, when first asked for: not every use case judges. */
  grader(): Promise<Grader>;
  /** The shipped question that asks what another one asks; null where there is none. */
  sameAs(stranger: Stranger): Promise<FoundQuestion | null>;
  /**
   * Who is asked of what the judge is in doubt of; null when nobody is, which is how it comes.
   * @throws VivaError when the environment does not name one rightly: see `readRaterSettings`
   */
  rater(): Promise<Rater | null>;
  /**
   * What people did; opened once, when first asked for. An opening that failed is tried again the next time.
   * @throws VivaError VIVA_STORE_NEWER, VIVA_STORE_BUSY, VIVA_STORE_DAMAGED, VIVA_STORE_UNWRITABLE
   */
  store(): Promise<Store>;
  close(): Promise<void>;
}

/** The one person of a local installation; whoever may open the store's file is that person. */
// The only place where one is made by hand.
export const LOCAL_OWNER = "owner" as PersonId;
/** The one workspace of a local installation. */
export const LOCAL_WORKSPACE = "home";

const WORDS = "data/grade/words.txt";
const FOREST = "data/grade/forest.json";
const WHOLE = "data/grade/whole.json";

/** The file of a home that holds the store. */
export const storeFile = (home: string): string => join(home, "vivarium.db");
/** The folder of a home that holds the person's own decks. */
export const ownDecks = (home: string): string => join(home, "decks");

/**
 * Opens what use cases work with on this machine. Nothing is read yet.
 * @param root the folder of the program, which holds `decks/` and `data/`
 * @param home the folder of the person, where their decks and what they did are kept
 * @param environment may name a second rater; without it there is none
 */
export function openWorkplace({
  root,
  home,
  clock,
  random,
  environment = {},
}: {
  root: URL;
  home: string;
  clock: Clock;
  random: Random;
  environment?: Environment;
}): Workplace {
  return workplaceOf({
    home,
    decks: folderDeckStore({ shipped: fileURLToPath(new URL("decks/", root)), home: ownDecks(home) }),
    judge: () => loadJudge(root),
    rater: () => openRater(environment, clock),
    store: () => openSqliteStore({ file: storeFile(home) }),
    clock,
    random,
  });
}

/**
 * A workplace that keeps nothing: for tests and the worlds of labs. The grader is given, or loaded from `root`; there is
 * no second rater unless one is given.
 */
export function memoryWorkplace({
  decks,
  clock,
  random,
  rater = null,
  ...given
}: { decks: DeckStore; clock: Clock; random: Random; rater?: Rater | null } & (
  | { grader: Grader }
  | { root: URL }
)): Workplace {
  const store = memoryStore({ device: "memory" });
  return workplaceOf({
    home: null,
    decks,
    judge: async () => ("grader" in given ? { grader: given.grader, words: null } : loadJudge(given.root)),
    rater: async () => rater,
    store: async () => store,
    clock,
    random,
  });
}

function workplaceOf(parts: {
  home: string | null;
  decks: DeckStore;
  judge: () => Promise<Judge>;
  rater: () => Promise<Rater | null>;
  store: () => Promise<Store>;
  clock: Clock;
  random: Random;
}): Workplace {
  const { home, clock, random } = parts;
  const judge = once(parts.judge);
  const rater = once(parts.rater);
  const store = once(parts.store);
  const watched = watchDecks(parts.decks, clock);
  const finder = once(async () => {
    const { words } = await judge.get();
    return words === null ? () => null : createQuestionFinder(await shippedQuestions(watched), words);
  });
  const found = new WeakMap<Stranger, FoundQuestion | null>();
  return {
    home,
    ...watched,
    clock,
    random,
    newId: eventIds(clock, random),
    grader: async () => (await judge.get()).grader,
    async sameAs(stranger) {
      const before = found.get(stranger);
      if (before !== undefined) return before;
      const same = (await finder.get())(stranger);
      found.set(stranger, same);
      return same;
    },
    rater: rater.get,
    store: store.get,
    async close() {
      // One that could not be opened has nothing to close, and has said so.
      const opened = await store.forget()?.catch(() => null);
      await opened?.close();
    },
  };
}

/** Makes something when it is first asked for; what failed is made again. */
function once<T>(make: () => Promise<T>): { get(): Promise<T>; forget(): Promise<T> | null } {
  let made: Promise<T> | null = null;
  return {
    get() {
      if (made !== null) return made;
      const making = make();
      made = making;
      making.catch(() => {
        if (made === making) made = null;
      });
      return making;
    },
    forget() {
      const before = made;
      made = null;
      return before;
    },
  };
}

/** The judge, and what it knows of words; null for one that was given. */
interface Judge {
  readonly grader: Grader;
  readonly words: WordData | null;
}

/** They come with the program and stay the same while it runs. */
async function shippedQuestions({ decks, catalogue }: ReturnType<typeof watchDecks>): Promise<Question[]> {
  const shipped = (await decks.list()).filter(({ writable }) => !writable);
  const loaded = await Promise.all(shipped.map(({ name }) => catalogue.deck(name)));
  return loaded.flatMap(({ deck }) => deck.questions);
}

/** @throws VivaError VIVA_NOT_BUILT when the program's data is not there */
async function loadJudge(root: URL): Promise<Judge> {
  const read = (path: string): Promise<string> =>
    readFile(new URL(path, root), "utf8").catch((error: unknown) => {
      throw new VivaError("VIVA_NOT_BUILT", `${path} is missing: install Vivarium again`, { cause: error });
    });
  const [data, forest, whole] = await Promise.all([read(WORDS), read(FOREST), read(WHOLE)]);
  const words = parseWordData(data);
  const parts = { words, forest: parseForest(forest), whole: parseWholeModel(whole) };
  return { words, grader: createGrader(parts) };
}
