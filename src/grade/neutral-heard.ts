import { foldWord } from "./letters-alike.ts";
import type { NeutralClaim, NeutralQuestion } from "./neutral-question.ts";
import type { Spoken } from "./spoken.ts";

/** A run of neighbouring sentences of a turn. */
export interface NeutralWindow {
  /** Numbers of words, the end exclusive. */
  readonly from: number;
  readonly to: number;
  /** By word of the question: how well it is said, 0..1. */
  readonly agree: Float32Array;
}

/** A turn as words of no language in particular. */
export interface NeutralTurn {
  readonly spoken: Spoken;
  /** Folded, in their order; empty where the question is repeated. */
  readonly words: readonly string[];
  readonly windows: readonly NeutralWindow[];
}

/** Where one claim stands in a turn, and how much of it. */
export interface NeutralMatch {
  readonly claim: NeutralClaim;
  readonly from: number;
  readonly to: number;
  /** 0..1. */
  readonly support: number;
  /** Word for word. */
  readonly literal: boolean;
  /** By word of the question, earlier turns included. */
  readonly agree: Float32Array;
  /** Nothing else stands in its sentence, so nothing there can deny it. */
  readonly alone: boolean;
}

/** Ends of sentences in the scripts we know of. */
const END = /[!?;。！？；।॥؟؛۔…\n]|\.(?=\s|$)/u;
/** Ends of what stands by itself; no colon, for "wrong: …" denies what follows. */
const BREAK = /[!?;,。！？；，、।॥؟؛،۔…\n]|\.(?=\s|$)/u;
const MOST_SENTENCES = 200;
const WIDEST = 3;
/** Least share of a claim that a later turn must add to what was said before. */
const ADDS = 0.15;
/** What is said word for word needs nothing added. */
const NOTHING_MORE = new Float32Array(0);
/** A shorter window this close to the best shows the words better. */
const AS_GOOD = 0.05;
/** What a claim can earn without its numbers. */
const NUMBERLESS_CEILING = 0.35;

/** Sets a turn against all words of a question. */
export function hearNeutrally(spoken: Spoken, question: NeutralQuestion): NeutralTurn {
  const { text, words: read } = spoken.reading;
  const echoed = new Set<number>();
  for (const { echo, from, to } of spoken.clauses) if (echo) for (let i = from; i < to; i++) echoed.add(i);
  const words = read.map(({ word }, i) => (echoed.has(i) ? "" : foldWord(word)));
  const found = new Map([...new Set(words)].map((word) => [word, question.alike.find(word)]));
  const sentences: NeutralWindow[] = [];
  let from = 0;
  for (let i = 0; i < words.length; i++) {
    const gap = text.slice(read[i]?.end, read[i + 1]?.start);
    const isLast = i === words.length - 1;
    if (!isLast && (!END.test(gap) || sentences.length >= MOST_SENTENCES - 1)) continue;
    const agree = new Float32Array(question.numberOf.size);
    for (let j = from; j <= i; j++)
      for (const [term, value] of found.get(words[j] ?? "") ?? [])
        agree[term] = Math.max(agree[term] ?? 0, value);
    sentences.push({ from, to: i + 1, agree });
    from = i + 1;
  }
  const windows = sentences.flatMap((_, i) => {
    const runs: NeutralWindow[] = [];
    for (const one of sentences.slice(i, i + WIDEST)) runs.push(join(runs.at(-1) ?? one, one));
    return runs;
  });
  return { spoken, words, windows };
}

const join = (a: NeutralWindow, b: NeutralWindow): NeutralWindow => ({
  from: a.from,
  to: b.to,
  agree: larger(a.agree, b.agree),
});

const larger = (a: Float32Array, b: Float32Array): Float32Array =>
  a.map((value, term) => Math.max(value, b[term] ?? 0));

/**
 * The best that a turn says of a point; null when it has none of its words.
 * @param before what earlier turns said of it
 */
export function matchNeutrally(
  claims: readonly NeutralClaim[],
  turn: NeutralTurn,
  before: Float32Array | null,
): NeutralMatch | null {
  const literal = claims
    .flatMap((claim) => findRun(claim, turn))
    .sort((a, b) => Number(b.alone) - Number(a.alone));
  if (literal[0] !== undefined) return literal[0];
  let best: NeutralMatch | null = null;
  for (const claim of claims) {
    for (const { from, to, agree } of turn.windows) {
      const alone = supportOf(claim, agree);
      const together = before === null ? agree : larger(agree, before);
      const adds = before !== null && supportOf(claim, together) >= supportOf(claim, before) + ADDS;
      const support = adds ? supportOf(claim, together) : alone;
      const isShorter = best !== null && to - from < best.to - best.from;
      const least = best === null ? 0 : best.support + (isShorter ? -AS_GOOD : AS_GOOD);
      if (support > least)
        best = { claim, from, to, support, literal: false, alone: false, agree: adds ? together : agree };
    }
  }
  return best;
}

function supportOf({ terms, total, figures }: NeutralClaim, agree: Float32Array): number {
  if (total === 0) return 0;
  let said = 0;
  for (const [term, weight] of terms) said += weight * (agree[term] ?? 0);
  const lacksFigure = figures.length > 0 && figures.every((term) => (agree[term] ?? 0) === 0);
  return Math.min(said / total, lacksFigure ? NUMBERLESS_CEILING : 1);
}

/** Whether the same words stand in the same order with none between, and where. */
function findRun(claim: NeutralClaim, turn: NeutralTurn): NeutralMatch[] {
  const from = indexOfRun(turn.words, claim.words);
  if (from < 0) return [];
  const to = from + claim.words.length;
  const { text, words } = turn.spoken.reading;
  const before = text.slice(words[from - 1]?.end ?? 0, words[from]?.start);
  const after = text.slice(words[to - 1]?.end, words[to]?.start);
  const alone = (from === 0 || BREAK.test(before)) && (to === words.length || BREAK.test(after));
  return [{ claim, from, to, support: 1, literal: true, alone, agree: NOTHING_MORE }];
}

/** Where one row of words stands in another; -1 when nowhere. */
export function indexOfRun(words: readonly string[], run: readonly string[]): number {
  if (run.length === 0) return -1;
  for (let at = words.indexOf(run[0] ?? ""); at >= 0; at = words.indexOf(run[0] ?? "", at + 1))
    if (run.every((word, i) => words[at + i] === word)) return at;
  return -1;
}
