import { type DeckName, VivaError } from "../base/index.ts";

/** The refusal to overwrite a deck. */
export function deckExists(name: DeckName): VivaError {
  return new VivaError(
    "VIVA_DECK_EXISTS",
    `a deck named ${name} exists: choose another name, or --replace it`,
  );
}
