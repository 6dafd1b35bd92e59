import { type PersonId, type Random, seededRandom, shuffle } from "../base/index.ts";
import type { Deck, Question } from "../deck/index.ts";
import { byDeck, comingDate, dueOf, type Standing, standings } from "./due-standing.ts";
import { interleave } from "./plan.ts";
import type { Workplace } from "./workplace.ts";

/** What to ask next, and of whom. */
export interface NextPlan {
  /** The instant (ms) when the person's day ends: what is due before it is due today. */
  readonly dayEnds: number;
  /** A date (ms) by which everything is to be seen once more; null when there is none. */
  readonly until: number | null;
  /** Only this deck; null is all of them. */
  readonly deck: string | null;
  /** At most so many. */
  readonly count: number;
  /** The order is drawn from this text; null is soonest first. */
  readonly order: string | null;
}

/** A question to ask, without proposed points, and why. */
export interface NextQuestion {
  readonly deck: Deck;
  readonly question: Question;
  readonly why: "due" | "new";
}

/**
 * What to ask now: first what is due today, soonest first, then what is new, in the decks' own order. Decks are
 * interleaved: the first of each, then the second of each.
 * @throws VivaError VIVA_DECK_NOT_FOUND, VIVA_INVALID for a date more than ten years ahead; those of the store
 */
export async function nextQuestions(
  workplace: Workplace,
  person: PersonId,
  { dayEnds, until, deck, count, order }: NextPlan,
): Promise<NextQuestion[]> {
  const { catalogue, clock } = workplace;
  const loaded = deck === null ? await catalogue.decks() : [await catalogue.deck(deck)];
  const found = await standings(
    workplace,
    person,
    loaded.map((each) => each.deck),
  );
  const date = comingDate(until, clock());
  const due: Due[] = [];
  const fresh: Standing[] = [];
  for (const standing of found) {
    const { row } = standing;
    const at = row === null ? null : dueOf(row, date);
    if (at === null) fresh.push(standing);
    else if (at < dayEnds) due.push({ ...standing, due: at });
  }
  const random = order === null ? null : seededRandom(order);
  const inOrder = [
    ...interleaved(due.toSorted(soonestFirst), "due", random),
    ...interleaved(fresh, "new", random),
  ];
  return inOrder.slice(0, count);
}

interface Due extends Standing {
  readonly due: number;
}

function soonestFirst(a: Due, b: Due): number {
  return a.due - b.due || (a.question.id < b.question.id ? -1 : 1);
}

/** The deck whose first question comes first leads. */
function interleaved(
  standings: readonly Standing[],
  why: NextQuestion["why"],
  random: Random | null,
): NextQuestion[] {
  const lists = [...byDeck(standings).values()];
  const drawn = random === null ? lists : lists.map((list) => shuffle(list, random));
  return interleave(drawn).map(({ deck, question }) => ({ deck, question, why }));
}
