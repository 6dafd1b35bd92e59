import { type DeckName, type QuestionId, seededRandom } from "../base/index.ts";
import { coldChance, type FirstAnswers } from "./cold-chance.ts";
import { type Estimate, estimate } from "./estimate.ts";
import { keepPlan, keepPlanOfNew, type Stretch, type Turnout } from "./keep-plan.ts";
import { type Recall, retrievability } from "./recall.ts";

/** A question of which it is asked whether it will be known. */
export interface Foreseen {
  readonly id: QuestionId;
  readonly deck: DeckName;
  readonly tags: readonly string[];
  /** Null when it was never asked. */
  readonly recall: Recall | null;
}

/** What will be known of some questions on a date. */
export interface Outlook {
  readonly questions: number;
  /** Those asked at least once. */
  readonly seen: number;
  /** When nothing more is asked until then. */
  readonly known: Estimate;
  /** When each question is asked when it is due, and the new ones begin before the last quarter of the time. */
  readonly planned: Estimate;
}

/** The outlook on all questions and on parts of them. */
export interface Forecast extends Outlook {
  /** In the order in which the questions name them. */
  readonly decks: readonly (Outlook & { readonly deck: DeckName })[];
  /** Tags of three questions or more, the biggest first. */
  readonly tags: readonly (Outlook & { readonly tag: string })[];
}

/** Nothing is certain: somebody who has just read the answer has a slip now and then, or is misjudged. */
const LEAST = 0.02;
const MOST = 0.98;
/** Fewer questions say nothing of a tag. */
const FEWEST_OF_TAG = 3;

/**
 * Readiness: what will be known on a date. A question that was asked has the chance that its recall gives; one that
 * never was has the chance of being answered unprepared ({@link coldChance}), by deck.
 * @param questions each once; the new ones are taken to begin in this order
 * @param firsts how the person's first answers went, by deck
 */
export function forecast(
  questions: readonly Foreseen[],
  { now, on, firsts }: { now: number; on: number; firsts: ReadonlyMap<DeckName, FirstAnswers> },
): Forecast {
  const coldOf = coldChances(firsts);
  const planned = plannedChances(questions, { now, until: on }, coldOf);
  const chances = questions.map(({ id, deck, tags, recall }): Chances => {
    const known = recall === null ? coldOf(deck) : retrievability(recall, on);
    return {
      deck,
      tags: new Set(tags),
      isSeen: recall !== null,
      known: clamp(known),
      // Learning does not take away what is known anyway.
      planned: clamp(Math.max(known, planned.get(id) ?? 0)),
    };
  });
  const byDeck = grouped(chances, ({ deck }) => [deck]);
  const byTag = [...grouped(chances, ({ tags }) => tags)].filter(([, of]) => of.length >= FEWEST_OF_TAG);
  byTag.sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1));
  return {
    ...outlook(chances),
    decks: [...byDeck].map(([deck, of]) => ({ deck, ...outlook(of) })),
    tags: byTag.map(([tag, of]) => ({ tag, ...outlook(of) })),
  };
}

/** Ways the plan may go that are averaged over: more for few questions, where one of them tells. */
const waysFor = (questions: number): number => Math.max(1, Math.min(8, Math.floor(1500 / questions)));

/**
 * The chance of each question after the plan was kept. Who keeps it still forgets some of what they are asked: each
 * answer of the plan turns out well as often as recall says (a first one: as often as unprepared ones do). The draws
 * hang on the question's id, so that a forecast does not flicker.
 */
function plannedChances(
  questions: readonly Foreseen[],
  stretch: Stretch,
  coldOf: (deck: DeckName) => number,
): Map<QuestionId, number> {
  const sums = new Map<QuestionId, number>();
  if (stretch.until <= stretch.now) return sums;
  const decks = new Map(questions.map(({ id, deck }) => [id, deck]));
  const unseen = questions.filter(({ recall }) => recall === null).map(({ id }) => id);
  const ways = waysFor(questions.length);
  for (let way = 0; way < ways; way++) {
    const turnoutOf = (id: QuestionId): Turnout => {
      const random = seededRandom(`${id} ${way}`);
      const deck = decks.get(id);
      const cold = deck === undefined ? 0 : coldOf(deck);
      return (recall, at) =>
        random() < (recall === null ? cold : retrievability(recall, at)) ? "good" : "again";
    };
    const kept = keepPlanOfNew(unseen, stretch, turnoutOf);
    for (const { id, recall } of questions) {
      const end =
        recall === null ? kept.get(id)?.recall : keepPlan(recall, id, stretch, turnoutOf(id)).recall;
      if (end !== undefined) sums.set(id, (sums.get(id) ?? 0) + retrievability(end, stretch.until) / ways);
    }
  }
  return sums;
}

interface Chances {
  readonly deck: DeckName;
  readonly tags: ReadonlySet<string>;
  readonly isSeen: boolean;
  readonly known: number;
  readonly planned: number;
}

function coldChances(firsts: ReadonlyMap<DeckName, FirstAnswers>): (deck: DeckName) => number {
  const all = { asked: 0, known: 0 };
  for (const { asked, known } of firsts.values()) {
    all.asked += asked;
    all.known += known;
  }
  const overall = coldChance(all);
  return (deck) => coldChance(firsts.get(deck) ?? { asked: 0, known: 0 }, overall);
}

function outlook(chances: readonly Chances[]): Outlook {
  return {
    questions: chances.length,
    seen: chances.filter(({ isSeen }) => isSeen).length,
    known: estimate(chances.map(({ known }) => known)),
    planned: estimate(chances.map(({ planned }) => planned)),
  };
}

function grouped<K extends string>(
  chances: readonly Chances[],
  keysOf: (each: Chances) => Iterable<K>,
): Map<K, Chances[]> {
  const groups = new Map<K, Chances[]>();
  for (const each of chances) {
    for (const key of keysOf(each)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [each]);
      else group.push(each);
    }
  }
  return groups;
}

const clamp = (chance: number): number => Math.min(MOST, Math.max(LEAST, chance));
