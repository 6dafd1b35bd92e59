import { type Clock, type DeckName, parseDeckName, type QuestionId, VivaError } from "../base/index.ts";
import type { Deck, Question } from "../deck/index.ts";
import type { DeckStore, LoadedDeck } from "../store/index.ts";
import { openDeck } from "./find.ts";
import { withPoints } from "./with-points.ts";

/** The decks in memory: read once, and again when they change. */
export interface Catalogue {
  /** All of them, by name. */
  decks(): Promise<readonly LoadedDeck[]>;
  /** @throws VivaError VIVA_DECK_NOT_FOUND, naming the decks there are */
  deck(name: string): Promise<LoadedDeck>;
  /**
   * A question with points to judge by, the same object each time as long as its deck stays the same.
   * @throws VivaError VIVA_QUESTION_NOT_FOUND
   */
  question(id: QuestionId): Promise<{ readonly deck: Deck; readonly question: Question }>;
}

/** Milliseconds. For so long a deck is taken to be as it was when it was last looked at. */
const LOOK_EVERY = 1000;

/** A deck that was read. */
interface Known {
  readonly version: string;
  readonly loaded: LoadedDeck;
  readonly questions: ReadonlyMap<QuestionId, Question>;
}

/**
 * Watches a deck store: gives its catalogue, and the store itself through which a deck that is kept is seen at once.
 */
export function watchDecks(store: DeckStore, clock: Clock): { decks: DeckStore; catalogue: Catalogue } {
  const pointed = new WeakMap<Question, Question>();
  const known = new Map<DeckName, Promise<Known | null>>();
  const names = freshFor(clock, async () => (await store.list()).map(({ name }) => name));
  const looks = new Map<DeckName, Fresh<Known | null>>();

  const read = async (name: DeckName): Promise<Known | null> => {
    // Before the reading: a change in its midst gives another version the next time.
    const version = await store.version(name);
    const before = await known.get(name);
    if (version === null) return null;
    if (before?.version === version) return before;
    const loaded = await openDeck(store, name);
    return { version, loaded, questions: new Map(loaded.deck.questions.map((each) => [each.id, each])) };
  };
  const look = (name: DeckName): Promise<Known | null> => {
    let fresh = looks.get(name);
    if (fresh === undefined) {
      fresh = freshFor(clock, () => {
        const reading = read(name);
        // A failed reading is no knowledge: the next look reads again.
        reading.then(
          () => known.set(name, reading),
          () => known.delete(name),
        );
        return reading;
      });
      looks.set(name, fresh);
    }
    return fresh.get();
  };
  const all = async () => {
    const found = await Promise.all((await names.get()).map(look));
    return found.filter((each) => each !== null);
  };

  const catalogue: Catalogue = {
    async decks() {
      return (await all()).map(({ loaded }) => loaded);
    },
    async deck(name) {
      const parsed = parseDeckName(name);
      const found = parsed.ok ? await look(parsed.value) : null;
      // Reads the store for its message.
      return found?.loaded ?? openDeck(store, name);
    },
    async question(id) {
      const inOrder = await names.get();
      // An id begins with the name of its deck as a rule: the others need not be read then.
      const first = (name: DeckName) => (id.startsWith(`${name}-`) ? 0 : 1);
      for (const name of inOrder.toSorted((a, b) => first(a) - first(b))) {
        const deck = await look(name);
        const question = deck?.questions.get(id);
        if (!deck || question === undefined) continue;
        const ready = pointed.get(question) ?? withPoints(question);
        pointed.set(question, ready);
        return { deck: deck.loaded.deck, question: ready };
      }
      throw new VivaError("VIVA_QUESTION_NOT_FOUND", `no question ${id} in the decks ${inOrder.join(", ")}`);
    },
  };
  const forget = () => {
    names.forget();
    looks.clear();
  };
  const decks: DeckStore = {
    ...store,
    async save(...deck) {
      await store.save(...deck).finally(forget);
    },
    async saveQuestion(...question) {
      await store.saveQuestion(...question).finally(forget);
    },
  };
  return { decks, catalogue };
}

interface Fresh<T> {
  get(): Promise<T>;
  forget(): void;
}

/** Keeps a value for a while; those who ask meanwhile share one reading, and a failed one is not kept. */
function freshFor<T>(clock: Clock, read: () => Promise<T>): Fresh<T> {
  let kept: { readonly at: number; readonly value: Promise<T> } | null = null;
  return {
    get() {
      const now = clock();
      // A clock that went back says nothing about how long ago it was.
      if (kept !== null && now >= kept.at && now - kept.at < LOOK_EVERY) return kept.value;
      const mine = { at: now, value: read() };
      kept = mine;
      mine.value.catch(() => {
        if (kept === mine) kept = null;
      });
      return mine.value;
    },
    forget() {
      kept = null;
    },
  };
}
