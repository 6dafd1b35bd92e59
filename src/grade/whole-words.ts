import type { HeardWhole } from "./heard-whole.ts";
import { lettersOf, likenessOf, sharedShare } from "./likeness.ts";
import type { Word } from "./read-text.ts";
import { LETTERS, textOf, type WantedWord, type WholeReference } from "./whole-reference.ts";
import type { WordData } from "./word-data.ts";

/** A wanted word with what comes nearest to it in the answer. */
export interface Met {
  readonly wanted: WantedWord;
  readonly likeness: number;
  readonly by: Word | null;
}

/** Likeness from which on two words are taken for one. */
export const ALIKE = 0.6;
/** Words of these SCOWL classes are common. */
const COMMON = 20;
/** A clause of less weight says too little to be judged by. */
const LEAST_CLAUSE = 0.5;
/** Longest sequences that are compared in their order. */
const LONGEST = { wanted: 200, heard: 200 };

/** The nearest word of the answer for each wanted word. */
export function meet({ wanted }: WholeReference, { distinct }: HeardWhole): Met[] {
  return wanted.map((one) => {
    let likeness = 0;
    let by: Word | null = null;
    for (const { word } of distinct) {
      const value = likenessOf(one.word, word);
      if (value <= likeness) continue;
      likeness = value;
      by = word;
    }
    return { wanted: one, likeness, by };
  });
}

/** How the words of an answer and of its reference meet, in whatever order they stand. */
export function wordFeatures(
  reference: WholeReference,
  heard: HeardWhole,
  met: readonly Met[],
  data: WordData,
) {
  // Who was asked for two of five has said all with two.
  const enough = (share: number): number => Math.min(1, share * reference.surplus);
  const recall = (weigh: (one: WantedWord) => number, likeness = (one: Met) => one.likeness): number =>
    enough(shareOf(met, (one) => weigh(one.wanted), likeness));
  const all = recall(({ weight }) => weight);
  const isOutside = met.some(({ wanted }) => wanted.asked < 1);
  const outside = isOutside ? recall(({ weight, asked }) => weight * (1 - asked)) : all;
  const { precision, precisionOutside, newCommon, newRare } = precisionOf(reference, heard, data);
  const wantedStems = reference.content.map(({ stem }) => stem);
  const heardStems = heard.content.map(({ stem }) => stem);
  const letters = lettersOf(textOf(heard.content), LETTERS);
  const inOrder = wordsInOrder(reference, heard);
  return {
    recall: all,
    recallHalf: recall(({ weight, asked }) => weight * (1 - asked / 2)),
    recallSteep: recall(({ steep, asked }) => steep * (1 - asked / 2)),
    recallExact: recall(
      () => 1,
      ({ likeness }) => (likeness === 1 ? 1 : 0),
    ),
    precision,
    balanceOutside: harmonic(outside, precisionOutside),
    newCommon,
    newRare,
    lettersOutside: enough(lettersShare(reference, letters) ?? outside),
    letters: sharedShare(reference.letters, letters),
    pairs: enough(pairShare(wantedStems, heardStems)),
    order: enough(inOrder / Math.max(1, Math.min(LONGEST.wanted, wantedStems.length))),
    ...bestClause(reference, heard),
  };
}

function shareOf(
  met: readonly Met[],
  weigh: (one: Met) => number,
  likenessOfMet: (one: Met) => number,
): number {
  let said = 0;
  let total = 0;
  for (const one of met) {
    const weight = weigh(one);
    said += weight * likenessOfMet(one);
    total += weight;
  }
  return total === 0 ? 0 : said / total;
}

/** Shares of the answer's weight: in words that are wanted, and in new words that nobody asked for. */
function precisionOf(reference: WholeReference, { distinct }: HeardWhole, data: WordData) {
  let [total, hit, totalOutside, hitOutside, newCommon, newRare] = [0, 0, 0, 0, 0, 0];
  for (const { word, weight } of distinct) {
    const { likeness } = nearest(reference, word);
    const isAsked = reference.askedStems.has(word.stem);
    total += weight;
    hit += weight * likeness;
    if (isAsked) continue;
    totalOutside += weight;
    hitOutside += weight * likeness;
    if (likeness >= ALIKE) continue;
    if ((data.tiers.get(word.stem) ?? Number.POSITIVE_INFINITY) <= COMMON) newCommon += weight;
    else newRare += weight;
  }
  return {
    precision: hit / (total || 1),
    precisionOutside: hitOutside / (totalOutside || 1),
    newCommon: newCommon / (total || 1),
    newRare: newRare / (total || 1),
  };
}

function nearest({ wanted }: WholeReference, word: Word): { readonly at: number; readonly likeness: number } {
  let at = -1;
  let likeness = 0;
  for (const [i, one] of wanted.entries()) {
    const value = likenessOf(one.word, word);
    if (value <= likeness) continue;
    likeness = value;
    at = i;
  }
  return { at, likeness };
}

/** The clause that holds least beside what is wanted, and the one that weighs both sides best. */
function bestClause(reference: WholeReference, heard: HeardWhole) {
  const total = reference.wanted.reduce((sum, { weight }) => sum + weight, 0);
  const near = new Map(
    heard.distinct.map(({ word, weight }) => [word.stem, { ...nearest(reference, word), weight }]),
  );
  let clausePrecision = 0;
  let clauseBalance = 0;
  for (const clause of heard.clauses) {
    let [weight, hit] = [0, 0];
    const told = new Set<number>();
    for (const word of clause) {
      const one = near.get(word.stem);
      if (one === undefined || word.role === "function" || word.role === "negator") continue;
      weight += one.weight;
      hit += one.weight * one.likeness;
      if (one.at >= 0) told.add(one.at);
    }
    if (weight <= LEAST_CLAUSE) continue;
    const recall = [...told].reduce((sum, at) => sum + (reference.wanted[at]?.weight ?? 0), 0) / (total || 1);
    clausePrecision = Math.max(clausePrecision, hit / weight);
    clauseBalance = Math.max(clauseBalance, harmonic(recall, hit / weight));
  }
  return { clausePrecision, clauseBalance: Math.min(1, clauseBalance * reference.surplus) };
}

/** Share of the reference's runs of letters outside the question; null where all are the question's. */
function lettersShare({ letters, askedLetters }: WholeReference, heard: ReadonlySet<string>): number | null {
  let [total, hit] = [0, 0];
  for (const run of letters) {
    if (askedLetters.has(run)) continue;
    total += 1;
    if (heard.has(run)) hit += 1;
  }
  return total === 0 ? null : hit / total;
}

const pairsOf = (stems: readonly string[]): Set<string> =>
  new Set(stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`));

function pairShare(wanted: readonly string[], heard: readonly string[]): number {
  const pairs = pairsOf(wanted);
  const said = pairsOf(heard);
  let both = 0;
  for (const pair of pairs) if (said.has(pair)) both += 1;
  return both / (pairs.size || 1);
}

/** Share of the answer's words that stand in the reference in the same order. */
export const shareInOrder = (reference: WholeReference, heard: HeardWhole): number =>
  wordsInOrder(reference, heard) / Math.max(1, Math.min(LONGEST.heard, heard.content.length));

const wordsInOrder = ({ content }: WholeReference, heard: HeardWhole): number =>
  sequence(
    content.slice(0, LONGEST.wanted).map(({ stem }) => stem),
    heard.content.slice(0, LONGEST.heard).map(({ stem }) => stem),
  );

/** Length of the longest common subsequence. */
function sequence(a: readonly string[], b: readonly string[]): number {
  const row = new Uint16Array(b.length + 1);
  for (const one of a) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      row[j] = one === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1] ?? 0);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}

const harmonic = (a: number, b: number): number => (a + b > 0 ? (2 * a * b) / (a + b) : 0);
