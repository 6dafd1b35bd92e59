import type { DeckName, PersonId, QuestionId } from "../base/index.ts";
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
  /** What is no event. */
  readonly refused: number;
}

/**
 * Keeps what somebody did with a deck, as an export of it holds it. The events keep their ids and times; they become
 * this person's.
 * @param into the deck that was made of the export, and its questions that got other ids
 * @throws VivaError those of the store
 */
export async function importHistory(
  workplace: Workplace,
  person: PersonId,
  history: readonly unknown[],
  into: { readonly deck: DeckName; readonly renamed: ReadonlyMap<QuestionId, QuestionId> },
): Promise<ImportedHistory> {
  const { events } = await workplace.store();
  const entries = history.flatMap((value): Entry[] => {
    const entry = parseEntry(value, person);
    if (entry === null) return [];
    const question = into.renamed.get(entry.event.question) ?? entry.event.question;
    return [{ ...entry, event: { ...inDeck(entry.event, into.deck), question } }];
  });
  let added = 0;
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    added += (await events.append(entries.slice(at, at + AT_ONCE), deriveRecall)).length;
  }
  return { added, known: entries.length - added, refused: history.length - entries.length };
}
