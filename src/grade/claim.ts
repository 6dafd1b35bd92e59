import type { Reading, Word } from "./read-text.ts";
import { subjectWords } from "./subject-words.ts";
import type { WordData } from "./word-data.ts";

/** A word of a claim, with what it counts. */
export interface ClaimTerm {
  readonly term: number;
  readonly weight: number;
  readonly negated: boolean;
}

/** A point's text, a variant or a misconception, ready to be compared. */
export interface Claim {
  readonly reading: Reading;
  /** The words that earn credit: those outside the question, unless the claim has hardly any. */
  readonly terms: readonly ClaimTerm[];
  /** Sum of their weights. */
  readonly total: number;
  /** All words but grammar: they tell what is spoken of, and so who is contradicted. */
  readonly all: readonly ClaimTerm[];
  readonly allTotal: number;
  /** Terms that say what the claim is about, not what it says of it. */
  readonly anchors: ReadonlySet<number>;
  /** Terms it names only for comparison ("than a container"). */
  readonly compared: ReadonlySet<number>;
  /** Its clauses that say something by themselves, when it has several. */
  readonly parts: readonly ClaimPart[];
}

/** A clause of a claim. */
export interface ClaimPart {
  readonly all: readonly ClaimTerm[];
  readonly allTotal: number;
}

/** Weight by SCOWL size class: the rarer a word in general English, the more it says. */
const TIER_WEIGHT: Readonly<Record<number, number>> = { 10: 0.75, 20: 1, 35: 1.15, 40: 1.25, 50: 1.3 };
const RARE_WEIGHT = 1.4;
const LIGHT_WEIGHT = 0.35;
/** Below this share of a claim's weight its words outside the question cannot stand for it. */
const LEAST_OUTSIDE = 0.25;

/** Every distinct word of a question's claims, numbered; answers are matched against these once. */
export class TermTable {
  private readonly numbers = new Map<string, number>();
  readonly stems: string[] = [];
  readonly byStem = new Map<string, number[]>();
  readonly byGroup = new Map<number, number[]>();
  readonly data: WordData;

  constructor(data: WordData) {
    this.data = data;
  }

  numberOf(word: Word): number {
    const key = `${word.stem} ${word.groups.join(" ")}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.stems.push(word.stem) - 1;
    this.numbers.set(key, number);
    append(this.byStem, word.stem, number);
    for (const group of word.groups) append(this.byGroup, group, number);
    return number;
  }
}

function append<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** What a word counts by how common it is; nothing for grammar. */
export function weightOf(word: Word, data: WordData): number {
  if (word.role === "function" || word.role === "negator") return 0;
  if (word.role === "light") return LIGHT_WEIGHT;
  return TIER_WEIGHT[data.tiers.get(word.stem) ?? 0] ?? RARE_WEIGHT;
}

/**
 * Weighs a claim's words. Words of the question earn nothing, or copying the question would earn marks; only when a
 * claim has hardly any others do they count.
 */
export function makeClaim(reading: Reading, table: TermTable, promptStems: ReadonlySet<string>): Claim {
  const { all, outside } = weigh(reading.words, table, promptStems);
  const allTotal = sum(all);
  const enough = sum(outside) >= LEAST_OUTSIDE * allTotal && sum(outside) > LIGHT_WEIGHT;
  const terms = enough ? outside : all;
  const anchors = new Set(subjectWords(reading).map((word) => table.numberOf(word)));
  const compared = new Set(reading.words.filter((word) => word.compared).map((word) => table.numberOf(word)));
  const parts = reading.clauses.length > 1 ? partsOf(reading, table, promptStems) : [];
  return { reading, terms, total: sum(terms), all, allTotal, anchors, compared, parts };
}

/** A clause of less weight says too little to be told from others. */
const LEAST_PART = 1.5;

function partsOf(reading: Reading, table: TermTable, promptStems: ReadonlySet<string>): ClaimPart[] {
  return reading.clauses
    .map((clause) => weigh(reading.words.slice(clause.from, clause.to), table, promptStems).all)
    .map((all) => ({ all, allTotal: sum(all) }))
    .filter((part) => part.all.length > 1 && part.allTotal >= LEAST_PART);
}

interface Weighed {
  readonly all: ClaimTerm[];
  readonly outside: ClaimTerm[];
}

/** A word said both plainly and negated ("deleting one does not delete the other") counts once each way. */
function weigh(words: readonly Word[], table: TermTable, promptStems: ReadonlySet<string>): Weighed {
  const all = new Map<string, ClaimTerm>();
  const outside: ClaimTerm[] = [];
  for (const word of words) {
    const weight = weightOf(word, table.data);
    if (weight === 0) continue;
    const term = table.numberOf(word);
    const key = `${term} ${word.negated}`;
    if (all.has(key)) continue;
    const one = { term, weight, negated: word.negated };
    all.set(key, one);
    if (!promptStems.has(word.stem)) outside.push(one);
  }
  return { all: [...all.values()], outside };
}

const sum = (terms: readonly ClaimTerm[]): number => terms.reduce((total, one) => total + one.weight, 0);
