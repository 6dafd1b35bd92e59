import { align, alignAll, alignTerms, type Window } from "./align.ts";
import type { Claim } from "./claim.ts";
import type { PreparedPoint, PreparedQuestion } from "./prepare-question.ts";
import type { Spoken } from "./spoken.ts";
import { isForeign } from "./subject.ts";

/** What is measured of one window against one point. */
export interface Measure {
  /** Recall of the best claim over the words that earn credit, less half of what is opposed; 0..1. */
  readonly credit: number;
  /** The claim it belongs to. */
  readonly claim: Claim | null;
  /** Recall of the best claim over all its words, 0..1. */
  readonly whole: number;
  /** The same with what is opposed: how much of a claim the window speaks of. */
  readonly touched: number;
  /** Recall of the best claim less what is opposed of it. */
  readonly clean: number;
  /** Recall of the best part of the point's text, 0 when it has no parts. */
  readonly part: number;
  /** Weight of the window's words that only this point uses, over all its wordings. */
  readonly own: number;
  /** How many distinct words of the window hardly any other point uses. */
  readonly ownWords: number;
  /** Weight of all the window's words outside the question. */
  readonly weight: number;
  /** How many wordings the point has. */
  readonly wordings: number;
  /** The window is about a sibling. */
  readonly foreign: boolean;
}

/** Measures every window against every point. */
export function measure(question: PreparedQuestion, spoken: Spoken, windows: readonly Window[]): Measure[][] {
  return windows.map((window) => {
    const owns = ownWeights(question, spoken, window);
    return question.points.map((point, i) =>
      measurePoint(point, question, window, {
        weight: owns.weights[i] ?? 0,
        words: owns.words[i] ?? 0,
        total: owns.total,
      }),
    );
  });
}

function measurePoint(
  point: PreparedPoint,
  question: PreparedQuestion,
  window: Window,
  own: { readonly weight: number; readonly words: number; readonly total: number },
): Measure {
  let credit = 0;
  let claim: Claim | null = null;
  let whole = 0;
  let touched = 0;
  let clean = 0;
  for (const one of point.claims) {
    const { recall, conflict } = align(one, window);
    const value = recall - 0.5 * conflict;
    if (value > credit) {
      credit = value;
      claim = one;
    }
    if (recall === 0 && conflict === 0) continue;
    const all = alignAll(one, window);
    whole = Math.max(whole, all.recall);
    clean = Math.max(clean, all.recall - all.conflict);
    touched = Math.max(touched, all.recall + all.conflict);
  }
  const text = point.claims[0];
  const parts = (text?.parts ?? []).map((one) => alignTerms(one.all, one.allTotal, window).recall);
  return {
    credit,
    claim,
    whole,
    touched,
    clean,
    part: Math.max(0, ...parts),
    own: own.weight,
    ownWords: own.words,
    weight: own.total,
    wordings: point.claims.length,
    foreign: credit > 0 && isForeign(point, question, window.subject),
  };
}

/** A word that one point alone uses, said as it says it or by a synonym. */
const EXCLUSIVE = 0.9;

/** By point: the weight of the window's distinct words that its wordings use, shared among the points that do. */
function ownWeights(
  question: PreparedQuestion,
  spoken: Spoken,
  window: Window,
): { readonly weights: Float32Array; readonly words: Float32Array; readonly total: number } {
  let total = 0;
  const weights = new Float32Array(question.points.length);
  const words = new Float32Array(question.points.length);
  const seen = new Set<string>();
  for (let i = window.from; i < window.to; i++) {
    const clause = spoken.clauses[i];
    if (clause === undefined || clause.echo || clause.voice === "reported") continue;
    for (const word of clause.words) {
      if (seen.has(word.stem) || question.promptStems.has(word.stem)) continue;
      seen.add(word.stem);
      total += word.weight;
      for (const [p, point] of question.points.entries()) {
        let best = 0;
        for (const { term, likeness, opposite } of word.matches) {
          const pool = word.negated === opposite ? point.plain : point.negated;
          best = Math.max(best, likeness * (pool[term] ?? 0));
        }
        weights[p] = (weights[p] ?? 0) + best * word.weight;
        if (best > EXCLUSIVE) words[p] = (words[p] ?? 0) + 1;
      }
    }
  }
  return { weights, words, total };
}
