import { DAY_MS, type DeckName, type PersonId } from "../base/index.ts";
import { keepPlan, keepPlanOfNew, paceOfNew } from "../recall/index.ts";
import { byDeck, comingDate, dueOf, type Standing, standings } from "./due-standing.ts";
import type { Workplace } from "./workplace.ts";

/** What waits, today and on the days to come. Times in ms since 1970 UTC. */
export interface DueOverview {
  /** Questions due before the day ends. */
  readonly due: number;
  /** Questions never asked. */
  readonly new: number;
  /** Whether a date brings some of `due` forward: memory alone would ask them later. */
  readonly capped: boolean;
  /** Every deck, by name. */
  readonly decks: readonly {
    readonly name: DeckName;
    readonly title: string;
    readonly due: number;
    readonly new: number;
  }[];
  /** Today and the days after it, as things stand: answers given meanwhile bring more. */
  readonly days: readonly DueDay[];
  /** The soonest that is due after today; null when nothing is. */
  readonly next: number | null;
  /** How to get through by the date; null without one, or when it has come. */
  readonly until: UntilPlan | null;
}

/** A day, which begins at `from` and ends before `to`; the first holds what is overdue too. */
export interface DueDay {
  readonly from: number;
  readonly to: number;
  readonly due: number;
  /** New questions that the plan for a date begins on it; 0 without a date. */
  readonly new: number;
}

/** The plan for a date. */
export interface UntilPlan {
  readonly until: number;
  /** Days for practice: today and those before the date. */
  readonly daysLeft: number;
  /** New questions a day, for so many days, so that none begins in the last quarter. */
  readonly newPerDay: number;
  readonly newDays: number;
  /** How often a question is asked in all, when each is asked when it is due and answered well. */
  readonly asks: number;
  /** The same a day, on average. */
  readonly asksPerDay: number;
}

/**
 * What is due, what is new, and what the coming days bring.
 * @param when `dayEnds` is the instant when the person's day ends; later days are steps of 24 hours from it. `days` is
 * how many of them to give; `until` the instant at which the day of an interview begins
 * @throws VivaError VIVA_INVALID for a date more than ten years ahead; those of the store
 */
export async function dueOverview(
  workplace: Workplace,
  person: PersonId,
  when: { dayEnds: number; days: number; until: number | null },
): Promise<DueOverview> {
  const { dayEnds } = when;
  const now = workplace.clock();
  const until = comingDate(when.until, now);
  const decks = (await workplace.catalogue.decks()).map(({ deck }) => deck);
  const found = (await standings(workplace, person, decks)).map(
    (each): Waiting => ({ ...each, due: each.row === null ? null : dueOf(each.row, until) }),
  );
  const dues = found.flatMap(({ due }) => (due === null ? [] : [due]));
  const later = dues.filter((due) => due >= dayEnds);
  const ofDecks = byDeck(found);
  const total = countsOf(found, dayEnds);
  const plan = until === null ? null : planUntil(found, { now, dayEnds, until });
  return {
    ...total,
    capped: found.some(({ row, due }) => isToday(due, dayEnds) && !isToday(row?.due ?? null, dayEnds)),
    decks: decks.map((deck) => ({
      name: deck.name,
      title: deck.title,
      ...countsOf(ofDecks.get(deck) ?? [], dayEnds),
    })),
    days: daysOf(dues, when, plan === null ? 0 : total.new, plan?.newPerDay ?? 0),
    next: later.length === 0 ? null : later.reduce((soonest, due) => Math.min(soonest, due)),
    until: plan,
  };
}

/** A question with the time to ask it; null when it is new. */
interface Waiting extends Standing {
  readonly due: number | null;
}

const isToday = (due: number | null, dayEnds: number): boolean => due !== null && due < dayEnds;

function countsOf(waiting: readonly Waiting[], dayEnds: number): { due: number; new: number } {
  return {
    due: waiting.filter(({ due }) => isToday(due, dayEnds)).length,
    new: waiting.filter(({ due }) => due === null).length,
  };
}

function planUntil(
  waiting: readonly Waiting[],
  { now, dayEnds, until }: { now: number; dayEnds: number; until: number },
): UntilPlan {
  const daysLeft = 1 + dayOf(until - 1, dayEnds);
  const stretch = { now, until };
  const fresh = waiting.filter(({ row }) => row === null).map(({ question }) => question.id);
  const again = waiting.flatMap(({ row }) => (row === null ? [] : [keepPlan(row, row.question, stretch)]));
  const kept = [...again, ...keepPlanOfNew(fresh, stretch).values()];
  const asks = kept.reduce((sum, { asked }) => sum + asked.length, 0);
  const { days: newDays, perDay: newPerDay } = paceOfNew(fresh.length, daysLeft);
  return { until, daysLeft, newPerDay, newDays, asks, asksPerDay: Math.ceil(asks / daysLeft) };
}

/** 0 is today (or before), 1 the day that begins when it ends. */
function dayOf(at: number, dayEnds: number): number {
  return at < dayEnds ? 0 : 1 + Math.floor((at - dayEnds) / DAY_MS);
}

function daysOf(
  dues: readonly number[],
  { dayEnds, days }: { dayEnds: number; days: number },
  fresh: number,
  newPerDay: number,
): DueDay[] {
  const perDay = new Array<number>(days).fill(0);
  for (const due of dues) {
    const day = dayOf(due, dayEnds);
    if (day < days) perDay[day] = (perDay[day] ?? 0) + 1;
  }
  return perDay.map((due, day) => ({
    from: dayEnds + (day - 1) * DAY_MS,
    to: dayEnds + day * DAY_MS,
    due,
    new: Math.max(0, Math.min(newPerDay, fresh - day * newPerDay)),
  }));
}
