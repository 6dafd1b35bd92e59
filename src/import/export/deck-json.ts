import type { Deck, Question } from "../../deck/index.ts";
import type { AnkiReview } from "../anki/out-history.ts";
import type { Media } from "../reader.ts";

/** What the first keys of the document say, so that it is known again. */
export const DECK_JSON = { format: "vivarium-deck", v: 1 } as const;

/** What goes along with a deck. */
export interface DeckBaggage {
  readonly gone: readonly Question[];
  readonly media: readonly Media[];
  /** Events with their words, as `viva export` has them. */
  readonly history: readonly object[];
  /** How each answer went, for forms that schedule by themselves. */
  readonly reviews: readonly AnkiReview[];
  /** ISO instant. */
  readonly at: string;
}

/**
 * A deck as one JSON document that holds all of it: nothing is lost on the way back. Described in
 * docs/reference/export.md.
 */
export function deckToJson({ questions, ...info }: Deck, { gone, media, history, at }: DeckBaggage): string {
  const document = {
    ...DECK_JSON,
    at,
    deck: info,
    questions: questions.map(questionToJson),
    ...(gone.length > 0 && { gone: gone.map(questionToJson) }),
    ...(media.length > 0 && {
      media: media.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString("base64") })),
    }),
    ...(history.length > 0 && { history }),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** Keys that say nothing are left out, so that the document reads like the question. */
function questionToJson({ unknown, ...question }: Question): object {
  const says = (value: unknown) =>
    value !== "" && value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
  const entries = Object.entries({ ...question, kept: unknown });
  return Object.fromEntries(entries.filter(([key, value]) => key === "title" || says(value)));
}
