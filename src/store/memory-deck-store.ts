import type { DeckName } from "../base/index.ts";
import { bySection, type Deck } from "../deck/index.ts";
import { deckExists } from "./deck-exists.ts";
import type { DeckStore } from "./deck-store.ts";

/** Decks in memory: for tests, and for whoever keeps nothing. */
export function memoryDeckStore(): DeckStore {
  const decks = new Map<DeckName, Deck>();
  const versions = new Map<DeckName, number>();
  return {
    async list() {
      return [...decks.values()]
        .map(({ name, title, questions }) => ({ name, title, questions: questions.length, writable: true }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async load(name) {
      const deck = decks.get(name);
      return deck === undefined ? null : { deck, problems: [] };
    },
    async version(name) {
      return versions.get(name)?.toString() ?? null;
    },
    async save(info, questions, { replace }) {
      if (decks.has(info.name) && !replace) {
        throw deckExists(info.name);
      }
      decks.set(info.name, { ...info, questions: bySection(info, questions, ({ section }) => section) });
      versions.set(info.name, (versions.get(info.name) ?? 0) + 1);
    },
  };
}
