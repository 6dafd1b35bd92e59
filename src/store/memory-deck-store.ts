import type { DeckName } from "../base/index.ts";
import { VivaError } from "../base/index.ts";
import { bySection, type Deck, type Question } from "../deck/index.ts";
import { deckChanged, deckExists } from "./deck-exists.ts";
import type { DeckMedia, DeckStore } from "./deck-store.ts";
import { deckText, questionText } from "./deck-texts.ts";
import { distinctMedia } from "./distinct-media.ts";

/** Decks in memory: for tests, and for whoever keeps nothing. */
export function memoryDeckStore(): DeckStore {
  const decks = new Map<DeckName, Deck & { gone: readonly Question[]; media: readonly DeckMedia[] }>();
  const versions = new Map<DeckName, number>();
  return {
    async list() {
      return [...decks.values()]
        .map(({ name, title, questions }) => ({ name, title, questions: questions.length, writable: true }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async load(name) {
      const deck = decks.get(name);
      if (deck === undefined) return null;
      const { gone: _gone, media: _media, ...asked } = deck;
      return { deck: asked, problems: [], lostIds: [] };
    },
    async version(name) {
      return versions.get(name)?.toString() ?? null;
    },
    async gone(name) {
      return decks.get(name)?.gone ?? [];
    },
    async media(name, file) {
      return decks.get(name)?.media.find((each) => each.name === file)?.bytes ?? null;
    },
    async mediaNames(name) {
      return (decks.get(name)?.media ?? []).map((each) => each.name).sort();
    },
    async save(deck, over) {
      const { name } = deck.info;
      const there = decks.get(name);
      if (there !== undefined && over === "new") throw deckExists(name);
      if (typeof over === "object" && over.version !== versions.get(name)?.toString())
        throw deckChanged(name);
      const {
        info,
        questions,
        gone = [],
        media = [],
      } = distinctMedia(deck, {
        questions: [...(there?.questions ?? []), ...(there?.gone ?? [])],
        media: (file) => there?.media.find((each) => each.name === file)?.bytes ?? null,
      });
      // What no file can hold is refused here, too.
      deckText(info);
      for (const question of [...questions, ...gone]) questionText(question);
      const fresh = new Set(media.map((each) => each.name));
      const kept = there?.media.filter((each) => !fresh.has(each.name)) ?? [];
      const ordered = bySection(info, questions, ({ section }) => section);
      decks.set(name, { ...info, questions: ordered, gone, media: [...kept, ...media] });
      versions.set(name, (versions.get(name) ?? 0) + 1);
    },
    async saveQuestion(name, question, { version }) {
      const there = decks.get(name);
      if (there === undefined || version !== versions.get(name)?.toString()) throw deckChanged(name);
      if (!there.questions.some(({ id }) => id === question.id)) {
        throw new VivaError("VIVA_QUESTION_NOT_FOUND", `no question ${question.id} in the deck ${name}`);
      }
      questionText(question);
      const questions = there.questions.map((each) => (each.id === question.id ? question : each));
      decks.set(name, { ...there, questions });
      versions.set(name, (versions.get(name) ?? 0) + 1);
    },
  };
}
