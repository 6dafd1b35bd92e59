import { type DeckName, VivaError } from "../base/index.ts";

/** The refusal to overwrite a deck. */
export function deckExists(name: DeckName): VivaError {
  return new VivaError(
    "VIVA_DECK_EXISTS",
    `a deck named ${name} exists: choose another name, or --replace it`,
  );
}

/** The refusal to change a deck of the program's own. */
export function deckShipped(name: DeckName): VivaError {
  return new VivaError(
    "VIVA_DECK_SHIPPED",
    `the deck ${name} comes with Vivarium and is not changed: choose another name`,
  );
}

/** The refusal to overwrite what somebody else has just written. */
export function deckChanged(name: DeckName): VivaError {
  return new VivaError(
    "VIVA_DECK_CHANGED",
    `the deck ${name} was changed by somebody else meanwhile: look at it, and try again`,
  );
}
