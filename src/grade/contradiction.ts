import type { Window } from "./align.ts";
import type { Hearing } from "./hearing.ts";
import type { Measure } from "./measure.ts";
import { misconceived, refusal } from "./misconception.ts";
import { oppositeOf, reversed } from "./opposite.ts";
import type { PreparedPoint } from "./prepare-question.ts";
import type { Spoken } from "./spoken.ts";
import { isForeign } from "./subject.ts";
import { swapped } from "./swap.ts";

/** That an answer says the opposite of a point, or that it refuses a misconception about it. */
export interface Accusation {
  readonly strength: number;
  readonly window: Window | null;
  /** Support earned by calling a misconception wrong. */
  readonly defence: number;
  readonly error: Suspicion | null;
}

/** The misconception that an answer holds most probably. */
export interface Suspicion {
  /** Log-odds. */
  readonly odds: number;
  readonly window: Window;
  readonly correction: string;
}

/** What is known of a point when it is asked whether the answer contradicts it. */
export interface Case {
  readonly index: number;
  readonly point: PreparedPoint;
  readonly hearing: Hearing;
  /** How fully the answer seems to say the point. */
  readonly support: number;
  /** By clause: is about a sibling. */
  readonly foreign: readonly boolean[];
}

/** When the sentence around a window says the point this well, a part of it that looks opposed is not. */
const SAID_AROUND = 0.75;
/** An opposite or a swap is told in two clauses at most. */
const WIDEST_OPPOSITE = 2;

/** The strongest reason to say that an answer contradicts a point; precise before complete. */
export function accuse(one: Case): Accusation {
  const { point, hearing } = one;
  let strength = 0;
  let accused: Window | null = null;
  let defence = 0;
  let error: Suspicion | null = null;
  const refusals = hearing.windows.map((window) => refusal(point, window));
  for (const [w, window] of hearing.windows.entries()) {
    const all = hearing.measures[w] ?? [];
    const own = all[one.index];
    if (own === undefined || window.crossings > 0 || hearing.heap[window.from] === true) continue;
    for (const { claim, correction } of point.misconceptions) {
      const sibling = Math.max(0, ...all.map((other) => (other === own ? 0 : other.whole)));
      const odds = misconceived(claim, point, hearing.spoken, window, own, sibling);
      if (odds > (error?.odds ?? Number.NEGATIVE_INFINITY)) error = { odds, window, correction };
    }
    const { known, clean } = around(w, one, refusals);
    // Whoever denies the misconception, rather than the point, knows better.
    const knowsBetter = known > 0 && known >= own.touched - 0.1;
    if (knowsBetter && isDenied(window, hearing.spoken)) defence = Math.max(defence, known);
    if (knowsBetter || window.to - window.from > WIDEST_OPPOSITE) continue;
    const turned = Math.max(
      reversed(point, hearing.spoken, window, own),
      clean < SAID_AROUND ? turnedRound(w, own, one) : 0,
    );
    if (turned <= strength) continue;
    strength = turned;
    accused = window;
  }
  return strength > one.support
    ? { strength, window: accused, defence, error }
    : { strength: 0, window: null, defence, error };
}

function turnedRound(w: number, own: Measure, { index, point, hearing, foreign }: Case): number {
  const window = hearing.windows[w];
  if (window === undefined) return 0;
  const { question, spoken } = hearing;
  const all = hearing.measures[w] ?? [];
  const others = Math.max(0, ...all.map((one, i) => (i === index || one.foreign ? 0 : one.whole)));
  const mixed = foreign.slice(window.from, window.to).includes(true);
  const opposite =
    mixed || isForeign(point, question, window.subject) ? 0 : oppositeOf(point, spoken, window, others);
  const swap = window.to - window.from === 1 ? swapped(point, question, spoken, window, own.whole) : 0;
  return Math.max(opposite, swap);
}

/** The best of the windows that hold a window: a claim and its refusal may reach over more clauses than a part of it. */
function around(
  w: number,
  { index, hearing, foreign }: Case,
  refusals: readonly number[],
): { readonly known: number; readonly clean: number } {
  const inner = hearing.windows[w];
  let known = 0;
  let clean = 0;
  if (inner === undefined) return { known, clean };
  // Windows come in the order of their first clause, so those that hold this one stand near it.
  for (let i = w; i >= 0 && (hearing.windows[i]?.from ?? 0) > inner.from - REACH; i--) look(i);
  for (let i = w + 1; i < hearing.windows.length && hearing.windows[i]?.from === inner.from; i++) look(i);
  return { known, clean };

  function look(i: number): void {
    const outer = hearing.windows[i];
    if (outer === undefined || inner === undefined || outer.crossings > 0) return;
    if (outer.from > inner.from || outer.to < inner.to) return;
    known = Math.max(known, refusals[i] ?? 0);
    // "Lists are fixed and tuples are not" holds all words of the truth about either.
    const mixed = outer.to - outer.from > 1 && foreign.slice(outer.from, outer.to).includes(true);
    if (!mixed) clean = Math.max(clean, hearing.measures[i]?.[index]?.clean ?? 0);
  }
}

/** Clauses of the longest window. */
const REACH = 8;

function isDenied(window: Window, spoken: Spoken): boolean {
  return spoken.clauses.slice(window.from, window.to).every((clause) => clause.voice === "denied");
}
