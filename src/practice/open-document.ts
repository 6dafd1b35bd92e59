import { VivaError } from "../base/index.ts";
import { type Deck, promptOf } from "../deck/index.ts";
import type { DeckStore } from "../store/index.ts";
import { type Document, documentToDeck } from "./import-document.ts";
import { withPoints } from "./with-points.ts";

/** A document that is asked from. */
export interface DocumentDeck {
  /** The deck as it is kept when it is, else as the document gives it. */
  readonly deck: Deck;
  /**
   * Whether its questions can come back: `kept`, it is a deck already; `new`, it becomes one by `keep`; `taken`, a deck
   * of its name says something else.
   */
  readonly state: "kept" | "new" | "taken";
  /** Keeps a new one. @throws VivaError VIVA_DECK_EXISTS, VIVA_STORE_UNWRITABLE */
  keep(): Promise<void>;
}

/**
 * Reads a document, and looks for the deck that it was kept as before. Nothing is kept yet.
 * @throws VivaError as `documentToDeck`
 */
export async function openDocument(decks: DeckStore, document: Document): Promise<DocumentDeck> {
  const { deck } = await documentToDeck(document);
  const there = await decks.load(deck.name);
  if (there !== null) {
    return saysTheSame(deck, there.deck)
      ? { deck: there.deck, state: "kept", keep: async () => {} }
      : { deck, state: "taken", keep: async () => {} };
  }
  return {
    deck,
    state: "new",
    async keep() {
      const { questions, ...info } = deck;
      try {
        await decks.save(info, questions.map(withPoints), { replace: false });
      } catch (error) {
        // Another interview from the same document may have kept it meanwhile.
        const theirs = await decks.load(deck.name);
        const exists = error instanceof VivaError && error.code === "VIVA_DECK_EXISTS";
        if (!exists || theirs === null || !saysTheSame(deck, theirs.deck)) throw error;
      }
    },
  };
}

/** Have two decks the same prompts with the same answers? Ids, points and order may differ. */
function saysTheSame(a: Deck, b: Deck): boolean {
  const texts = ({ questions }: Deck) =>
    new Set(questions.map((each) => JSON.stringify([promptOf(each), each.answer])));
  const [ours, theirs] = [texts(a), texts(b)];
  return ours.size === theirs.size && [...ours].every((text) => theirs.has(text));
}
