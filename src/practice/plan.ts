import { seededRandom, shuffle, VivaError } from "../base/index.ts";
import type { Deck, Question } from "../deck/index.ts";

/** Which questions to ask, and in which order. */
export interface Plan {
  /** Only this section: its title, or a part of it that no other section holds. */
  readonly section?: string | undefined;
  /** At most so many. */
  readonly count?: number | undefined;
  /** The order is drawn from this text; without it, the decks' own order. */
  readonly seed?: string | undefined;
}

/**
 * Chooses the questions of a session. Several decks are interleaved, first question of each, then second of each.
 * @throws VivaError VIVA_USAGE when no section matches, or several do
 */
export function planQuestions(decks: readonly Deck[], plan: Plan): Question[] {
  const chosen = decks.map((deck) => deck.questions);
  const lists = plan.section === undefined ? chosen : inSection(chosen, plan.section);
  const { seed, count = Number.POSITIVE_INFINITY } = plan;
  const random = seed === undefined ? null : seededRandom(seed);
  const ordered = random === null ? lists : lists.map((list) => shuffle(list, random));
  return interleave(ordered).slice(0, count);
}

function inSection(lists: readonly (readonly Question[])[], wanted: string): (readonly Question[])[] {
  const sections = [...new Set(lists.flat().map(({ section }) => section))].filter((title) => title !== "");
  const fold = (text: string) => text.trim().toLowerCase();
  const exact = sections.filter((title) => fold(title) === fold(wanted));
  const matching = exact.length > 0 ? exact : sections.filter((title) => fold(title).includes(fold(wanted)));
  if (matching.length !== 1) {
    const found = matching.length === 0 ? "no section" : `${matching.length} sections`;
    const list = (matching.length === 0 ? sections : matching).map((title) => `"${title}"`).join(", ");
    throw new VivaError(
      "VIVA_USAGE",
      `${found} named ${JSON.stringify(wanted)}: ${list === "" ? "these questions have no sections" : `choose one of ${list}`}`,
    );
  }
  return lists.map((list) => list.filter(({ section }) => section === matching[0]));
}

/** The first of each list, then the second of each. */
export function interleave<T extends object>(lists: readonly (readonly T[])[]): T[] {
  const longest = lists.reduce((most, { length }) => Math.max(most, length), 0);
  const out: T[] = [];
  for (let at = 0; at < longest; at++) {
    for (const list of lists) {
      const item = list[at];
      if (item !== undefined) out.push(item);
    }
  }
  return out;
}
