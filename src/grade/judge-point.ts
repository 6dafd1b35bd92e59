import { align, join, type Window } from "./align.ts";
import type { Claim } from "./claim.ts";
import { accuse, type Suspicion } from "./contradiction.ts";
import { CUT } from "./cut.ts";
import type { Hearing } from "./hearing.ts";
import { CERTAIN } from "./misconception.ts";
import { keepsNeighbours } from "./statement.ts";
import { foreignClauses } from "./subject.ts";
import { supportOf } from "./support.ts";
import { isVerbatim } from "./verbatim.ts";

/** What one turn says of one point, before it becomes a verdict. */
export interface Finding {
  /** 0..1, how fully the point is said. */
  readonly support: number;
  readonly said: Said | null;
  /** Word for word, or by calling a misconception about it untrue. */
  readonly literal: boolean;
  /** The rules alone are sure of the accusation: the point's own sentence turned round, or a misconception word for word. */
  readonly plainly: boolean;
  /** 0..1, how surely the opposite is said. */
  readonly accusation: number;
  readonly accused: Window | null;
  readonly correction: string | null;
  /** The misconception that is held most probably; {@link weighErrors} decides. */
  readonly error: Suspicion | null;
}

/** The window that says a point best, and by which wording. */
export interface Said {
  readonly window: Window;
  readonly claim: Claim;
}

/** A point of which nothing was found. */
export const NOTHING: Finding = {
  support: 0,
  said: null,
  literal: false,
  plainly: false,
  accusation: 0,
  accused: null,
  correction: null,
  error: null,
};
/** Share of a claim below which it cannot stand there word for word. */
const LIKELY = 0.6;
/** What a claim can earn without its numbers. */
const NUMBERLESS_CEILING = 0.45;
/** What a heap of words can earn at most: less than a named point. */
const HEAP_CEILING = 0.3;
/** A shorter window this close to the best shows the words better. */
const AS_GOOD = 0.05;
/** Least share of a claim that a later turn must add to what was said before. */
const ADDS = 0.15;

/**
 * Looks for one point in one turn of an answer.
 * @param index which of the question's points
 * @param before the best of an earlier turn, when this turn answers the follow-up for the point
 */
export function judgePoint(index: number, hearing: Hearing, before: Said | null): Finding {
  const { question, spoken, windows, measures } = hearing;
  const point = question.points[index];
  if (point === undefined) return NOTHING;
  const foreign = foreignClauses(point, question, spoken);
  let best = 0;
  const rated: { said: Said; value: number }[] = [];
  let literal: Said | null = null;
  for (const [w, window] of windows.entries()) {
    const all = measures[w] ?? [];
    const own = all[index];
    if (own === undefined) continue;
    const verbatim =
      own.touched < LIKELY ? undefined : point.claims.find((one) => isVerbatim(one, spoken, window));
    if (verbatim !== undefined) {
      const one: Said = { window, claim: verbatim };
      if (literal === null || lengthOf(one) < lengthOf(literal)) literal = one;
      continue;
    }
    if (literal !== null) continue;
    // "Lists are fixed and tuples are not" is two claims: no window may join them for one point.
    const mixed = window.to - window.from > 1 && foreign.slice(window.from, window.to).includes(true);
    if (own.claim === null || mixed) continue;
    const plain = supportOf(own, all, hearing.topic, window.crossings, CUT);
    const told = Math.max(plain, joined(before, own.claim, window));
    const value = limit(told, own.claim, hearing, window);
    if (value <= best - AS_GOOD || value <= 0) continue;
    best = Math.max(best, value);
    rated.push({ said: { window, claim: own.claim }, value });
  }
  if (literal !== null) return { ...NOTHING, support: 1, literal: true, said: literal };
  const said = shortest(rated, best);
  const accusation = accuse({ index, point, hearing, support: best, foreign });
  return {
    support: Math.min(1, Math.max(best, accusation.defence)),
    said,
    literal: accusation.strength === 0 && accusation.defence >= CUT.covered && accusation.defence >= best,
    plainly: accusation.strength >= CUT.contradicted || (accusation.error?.odds ?? 0) >= CERTAIN,
    accusation: accusation.strength,
    accused: accusation.window,
    correction: null,
    error: accusation.error,
  };
}

function limit(value: number, claim: Claim, hearing: Hearing, window: Window): number {
  const { spoken, heap } = hearing;
  let out = value;
  if (out > NUMBERLESS_CEILING && lacksNumber(claim, hearing.question.terms.stems, window))
    out = NUMBERLESS_CEILING;
  const from = spoken.clauses[window.from]?.from ?? 0;
  const to = spoken.clauses[window.to - 1]?.to ?? 0;
  if (out > HEAP_CEILING && heap.slice(window.from, window.to).includes(true)) {
    if (!keepsNeighbours(spoken, from, to, claim)) out = HEAP_CEILING;
  }
  return out;
}

/** Whether a claim holds numbers and the window holds none of them: a status code is the point of its sentence. */
function lacksNumber(claim: Claim, stems: readonly string[], window: Window): boolean {
  const numbers = claim.terms.filter((one) => /\d/.test(stems[one.term] ?? ""));
  return numbers.length > 0 && numbers.every((one) => (window.agree[one.term] ?? 0) === 0);
}

/** What an earlier turn and this one say of a claim together; 0 when this one adds nothing. */
function joined(before: Said | null, claim: Claim, now: Window): number {
  if (before === null) return 0;
  const together = align(claim, join(before.window, now));
  return together.recall >= align(claim, before.window).recall + ADDS
    ? together.recall - together.conflict
    : 0;
}

function shortest(rated: readonly { said: Said; value: number }[], best: number): Said | null {
  let chosen: { said: Said; value: number } | null = null;
  for (const one of rated) {
    if (one.value <= best - AS_GOOD) continue;
    const shorter = chosen === null ? 1 : lengthOf(chosen.said) - lengthOf(one.said);
    if (chosen === null || shorter > 0 || (shorter === 0 && one.value > chosen.value)) chosen = one;
  }
  return chosen?.said ?? null;
}

const lengthOf = (said: Said): number => said.window.to - said.window.from;
