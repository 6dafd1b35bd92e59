import type { Claim, ClaimTerm } from "./claim.ts";
import type { Spoken } from "./spoken.ts";

/** One to three neighbouring clauses of an answer. */
export interface Window {
  /** Clause indices, the end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly agree: Float32Array;
  readonly against: Float32Array;
  /** Anchors its clauses are about. */
  readonly subject: ReadonlySet<number>;
  /** Sentences it reaches over, less one. */
  readonly crossings: number;
}

/** How a window says a claim. */
export interface Alignment {
  /** Share of the claim's weight that the window says, 0..1. */
  readonly recall: number;
  /** Share of the claim's weight of which the window says the opposite, 0..1. */
  readonly conflict: number;
}

const WIDEST = 3;

/** A sentence of more clauses than a window is a window too, unless it is longer than any single claim. */
const LONGEST_SENTENCE = 8;

/** All windows of one to three neighbouring clauses, and each longer sentence as a whole. */
export function windowsOf(spoken: Spoken): Window[] {
  const windows: Window[] = [];
  const { clauses } = spoken;
  for (const [from, first] of clauses.entries()) {
    let { agree, against, subject } = first;
    windows.push({ from, to: from + 1, agree, against, subject, crossings: 0 });
    const begins = clauses[from - 1]?.sentence !== first.sentence;
    const length = begins ? sentenceLength(spoken, from) : 0;
    const widest = length <= LONGEST_SENTENCE ? Math.max(WIDEST, length) : WIDEST;
    for (let to = from + 2; to <= Math.min(clauses.length, from + widest); to++) {
      const clause = clauses[to - 1];
      if (clause === undefined) break;
      agree = larger(agree, clause.agree);
      against = larger(against, clause.against);
      if (clause.subject !== subject && clause.subject.size > 0)
        subject = new Set([...subject, ...clause.subject]);
      if (to > from + WIDEST && to < from + length) continue;
      windows.push({ from, to, agree, against, subject, crossings: clause.sentence - first.sentence });
    }
  }
  return windows;
}

function sentenceLength(spoken: Spoken, from: number): number {
  const { sentence } = spoken.clauses[from] ?? { sentence: -1 };
  let to = from;
  while (spoken.clauses[to]?.sentence === sentence) to += 1;
  return to - from;
}

/** Two windows as one, at the place of the second. */
export function join(before: Window, now: Window): Window {
  return { ...now, agree: larger(before.agree, now.agree), against: larger(before.against, now.against) };
}

function larger(a: Float32Array, b: Float32Array): Float32Array {
  const out = a.slice();
  for (let i = 0; i < out.length; i++) if ((b[i] ?? 0) > (out[i] ?? 0)) out[i] = b[i] ?? 0;
  return out;
}

/** A window or a clause, as far as alignment needs it. */
type Heard = Pick<Window, "agree" | "against">;

/** How a window says the words of a claim that earn credit. */
export const align = (claim: Claim, window: Heard): Alignment => alignTerms(claim.terms, claim.total, window);

/** How a window says all words of a claim. */
export const alignAll = (claim: Claim, window: Heard): Alignment =>
  alignTerms(claim.all, claim.allTotal, window);

/** How a window says the given words. */
export function alignTerms(terms: readonly ClaimTerm[], total: number, window: Heard): Alignment {
  let said = 0;
  let opposed = 0;
  for (const { term, weight, negated } of terms) {
    const agree = (negated ? window.against[term] : window.agree[term]) ?? 0;
    const against = (negated ? window.agree[term] : window.against[term]) ?? 0;
    said += weight * agree;
    if (agree === 0) opposed += weight * against;
  }
  return { recall: said / (total || 1), conflict: opposed / (total || 1) };
}
