import { VivaError } from "../base/index.ts";
import { type Deck, promptOf } from "../deck/index.ts";
import type { DeckStore } from "../store/index.ts";
import { type Document, planImport } from "./import-document.ts";

/** A document that is asked from. */
export interface DocumentDeck {
  /** The deck as it is kept when it is, else as the document gives it. */
  readonly deck: Deck;
  /**
   * Whether its questions can come back: `kept`, it is a deck already; `new`, it becomes one by `keep`; `changed`, its
   * deck is brought up to date by `keep`; `taken`, a deck of its name says something else.
   */
  readonly state: "kept" | "new" | "changed" | "taken";
  /** Keeps a new one, or what has changed. @throws VivaError VIVA_DECK_EXISTS, VIVA_DECK_CHANGED, VIVA_STORE_UNWRITABLE */
  keep(): Promise<void>;
}

/**
 * Reads a document, and looks for the deck that it was kept as before. Nothing is kept yet.
 * @throws VivaError as `planImport`
 */
export async function openDocument(decks: DeckStore, document: Document): Promise<DocumentDeck> {
  const { deck, change, exists, obstacle, keep } = await planImport(decks, document, { atOnce: true });
  if (obstacle !== null) {
    const there = await decks.load(deck.name);
    // A document that a deck of the program was made from is that deck.
    if (there !== null && saysTheSame(deck, there.deck))
      return { deck: there.deck, state: "kept", keep: async () => {} };
    return { deck, state: "taken", keep: async () => {} };
  }
  const { added, changed, back, gone } = change;
  if (exists && [...added, ...changed, ...back, ...gone].length === 0)
    return { deck, state: "kept", keep: async () => {} };
  return {
    deck,
    state: exists ? "changed" : "new",
    async keep() {
      try {
        await keep();
      } catch (error) {
        // Another interview from the same document may have kept it meanwhile.
        const theirs = await decks.load(deck.name);
        const wasLate =
          error instanceof VivaError && ["VIVA_DECK_EXISTS", "VIVA_DECK_CHANGED"].includes(error.code);
        if (!wasLate || theirs === null || !saysTheSame(deck, theirs.deck)) throw error;
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
