import { DAY_MS, type DeckName, type PersonId, type QuestionId } from "../base/index.ts";
import type { Entry } from "../store/index.ts";
import { deriveRecall } from "./derive.ts";
import { inDeck, parseEntry } from "./parse-entry.ts";
import type { Workplace } from "./workplace.ts";

/** Entries that are appended in one transaction. */
const AT_ONCE = 500;

/** What became of a history. */
export interface ImportedHistory {
  /** Events that were not there before. */
  readonly added: number;
  /** Events that are there already: the same history twice is there once. */
  readonly known: number;
  /** What is no event of these questions that has happened. */
  readonly refused: number;
}

/**
 * Keeps what somebody did with a deck, as an export of it holds it. The events keep their ids and times; they become
 * this person's. An event of another question than the export's own, or of a time to come, is none: a document says
 * nothing of the rest of one's decks.
 * @param into the deck that was made of the export, and the ids that its questions have there
 * @throws VivaError those of the store
 */
export async function importHistory(
  workplace: Workplace,
  person: PersonId,
  history: readonly unknown[],
  into: { readonly deck: DeckName; readonly idsNow: ReadonlyMap<QuestionId, QuestionId> },
): Promise<ImportedHistory> {
  const { events } = await workplace.store();
  // Clocks differ.
  const latest = workplace.clock() + DAY_MS;
  const entries = history.flatMap((value): Entry[] => {
    const entry = parseEntry(value, person);
    const question = entry === null ? undefined : into.idsNow.get(entry.event.question);
    if (entry === null || question === undefined || entry.event.at < 0 || entry.event.at > latest) return [];
    return [{ ...entry, event: { ...inDeck(entry.event, into.deck), question } }];
  });
  let added = 0;
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    added += (await events.append(entries.slice(at, at + AT_ONCE), deriveRecall)).length;
  }
  return { added, known: entries.length - added, refused: history.length - entries.length };
}
