import { createHash } from "node:crypto";
import type { Deck, Question } from "../../deck/index.ts";
import { type AnkiReview, ankiHistory } from "./out-history.ts";
import { deckEntries } from "./out-json.ts";
import { OWN_FIELDS, OWN_TYPE_ID, ownFields } from "./own-notes.ts";

/** The rows of a collection; each in the order of its table's columns. */
export interface AnkiRows {
  readonly col: readonly (string | number)[];
  readonly notes: readonly (readonly (string | number)[])[];
  readonly cards: readonly (readonly (string | number)[])[];
  readonly revlog: readonly (readonly (string | number)[])[];
  /** In words, what they do not hold. */
  readonly lost: readonly string[];
}

/** A deck as the rows of a collection of schema 11. */
export function ankiRows(
  deck: Deck,
  reviews: readonly AnkiReview[],
  now: number,
  render: (markdown: string) => string,
): AnkiRows {
  const history = ankiHistory(deck.questions, reviews, now);
  const { decks, deckOf, col } = deckEntries(deck, history.created, now);
  const seconds = Math.floor(now / 1000);
  const notes: (string | number)[][] = [];
  const cards: (string | number)[][] = [];
  for (const [at, question] of deck.questions.entries()) {
    const fields = ownFields(question, render);
    const first = plainText(fields.Prompt);
    // Ids are times of creation in Anki; a note and its card may share one.
    const id = now + at;
    notes.push([
      id,
      `viva:${question.id}`,
      OWN_TYPE_ID,
      seconds,
      -1,
      tagsOf(question),
      OWN_FIELDS.map((name) => fields[name]).join("\x1f"),
      first,
      Number.parseInt(createHash("sha1").update(first).digest("hex").slice(0, 8), 16),
      0,
      "",
    ]);
    cards.push([
      id,
      id,
      deckOf(question.section),
      0,
      seconds,
      -1,
      ...history.stateOf(question, at),
      0,
      0,
      0,
      "",
    ]);
  }
  const idOf = new Map(deck.questions.map(({ id }, at) => [id, now + at]));
  const revlog = history.log.map(({ question, row: [at, ...rest] }) => [
    at,
    idOf.get(question) ?? 0,
    ...rest,
  ]);
  return { col: col(decks), notes, cards, revlog, lost: history.lost };
}

/** Blanks part tags in Anki, and stand round all of them. */
function tagsOf({ tags }: Question): string {
  const words = tags.map((tag) => tag.trim().replace(/\s+/g, "_")).filter((tag) => tag !== "");
  return words.length === 0 ? "" : ` ${words.join(" ")} `;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** The first field as Anki compares it: without tags, pictures by their name. */
function plainText(html: string): string {
  return html
    .replace(/<img [^<>]{0,4000}?src="([^"<>]{0,2000})"[^<>]{0,4000}>/g, " $1 ")
    .replace(/<[^<>]*>/g, "")
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => NAMED[name] ?? "");
}
