import { DAY_MS, type PersonId, type QuestionId, VivaError } from "../base/index.ts";
import type { Deck, Question } from "../deck/index.ts";
import { cappedDue } from "../recall/index.ts";
import type { RecallRow } from "../store/index.ts";
import type { Workplace } from "./workplace.ts";

/** Where a person stands with a question that a deck holds now. */
export interface Standing {
  readonly deck: Deck;
  readonly question: Question;
  /** Null when it was never asked: it is new. */
  readonly row: RecallRow | null;
}

/**
 * Where a person stands with every question of these decks, in their order. Rows are looked up by the ids of the
 * questions, so that other decks, and questions that are gone, cost nothing however many there were, and a question
 * that moved to another deck keeps what is remembered of it. Of several decks with one question, it counts for the one it
 * was last asked from, else for the first.
 * @throws VivaError those of the store
 */
export async function standings(
  workplace: Workplace,
  person: PersonId,
  decks: readonly Deck[],
): Promise<Standing[]> {
  const { recalls } = await workplace.store();
  const ids = decks.flatMap(({ questions }) => questions.map(({ id }) => id));
  const rows = new Map((await recalls.of(person, ids)).map((row) => [row.question, row]));
  const found = new Map<QuestionId, Standing>();
  for (const deck of decks) {
    for (const question of deck.questions) {
      const row = rows.get(question.id) ?? null;
      if (!found.has(question.id) || row?.deck === deck.name) found.set(question.id, { deck, question, row });
    }
  }
  return [...found.values()];
}

/** By deck, in the order in which the decks first come. */
export function byDeck<T extends Standing>(standings: readonly T[]): Map<Deck, T[]> {
  const lists = new Map<Deck, T[]>();
  for (const each of standings) {
    const list = lists.get(each.deck);
    if (list === undefined) lists.set(each.deck, [each]);
    else list.push(each);
  }
  return lists;
}

/** When to ask a question that was asked before, at the latest; by a date when there is one. */
export function dueOf(row: RecallRow, until: number | null): number {
  return until === null ? row.due : cappedDue(row, row.question, until);
}

/** Nobody plans further, and a plan is gone through review by review. */
const FURTHEST_DAYS = 3660;

/**
 * A date to plan for; null when it has come: then nothing more is to be seen before it.
 * @throws VivaError VIVA_INVALID for one more than ten years ahead
 */
export function comingDate(date: number | null, now: number): number | null {
  if (date === null || date <= now) return null;
  if (date <= now + FURTHEST_DAYS * DAY_MS) return date;
  throw new VivaError("VIVA_INVALID", "that date is more than ten years ahead: choose a nearer one");
}
