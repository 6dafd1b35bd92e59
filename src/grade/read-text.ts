import { type Span, splitClauses } from "./clauses.ts";
import { AUXILIARIES, NEGATORS, NOT_CANCELLERS, VERB_NEGATORS } from "./function-words.ts";
import { type Token, tokenise } from "./tokens.ts";
import { tellVoices, type Voice } from "./voice.ts";
import type { WordData } from "./word-data.ts";

/** A run of tokens that says one thing. */
export interface Clause extends Span {
  readonly voice: Voice;
}

/** A word of a text as the judge compares it. */
export interface Word extends Token {
  /** Groups of the lexicon it belongs to, alone or as part of a phrase. */
  readonly groups: readonly number[];
  readonly negated: boolean;
  /** Stands before a negator of the verb: "authentication is never done". */
  readonly deniedSubject: boolean;
  /** Stands after "than", "as … as", "unlike" or "compared to": not what the clause is about. */
  readonly compared: boolean;
}

/** A text taken apart: a point's wording, a misconception or a turn of an answer. */
export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly clauses: readonly Clause[];
}

/** How many content words a negator reaches over. */
const SCOPE = 5;

/** Takes a text apart into words and clauses, with what is negated, compared and reported. */
export function readText(text: string, data: WordData): Reading {
  const tokens = tokenise(text);
  const clauses = tellVoices(tokens, splitClauses(text, tokens));
  const negated = new Uint8Array(tokens.length);
  const denied = new Uint8Array(tokens.length);
  const compared = new Uint8Array(tokens.length);
  for (const clause of clauses) {
    markNegation(tokens, clause, negated, denied);
    markCompared(tokens, clause, compared);
    if (clause.voice === "denied")
      for (let i = clause.from; i < clause.to; i++) negated[i] = negated[i] ? 0 : 1;
  }
  const groups = groupsOf(tokens, data);
  const words = tokens.map((token, i) => ({
    ...token,
    groups: groups[i] ?? [],
    negated: negated[i] === 1,
    deniedSubject: denied[i] === 1,
    compared: compared[i] === 1,
  }));
  return { text, words, clauses };
}

const OBJECT_NEGATORS: ReadonlySet<string> = new Set(["nothing", "none", "nobody", "nowhere"]);

/** "not true that": the denial turns the clause round already. */
const DENYING: ReadonlySet<string> = new Set(["true", "correct", "right", "mean", "imply"]);

/** "no matter whether" denies nothing. */
const IDIOMS: ReadonlySet<string> = new Set(["matter", "doubt", "problem", "wonder", "idea"]);

function markNegation(
  tokens: readonly Token[],
  clause: Clause,
  negated: Uint8Array,
  denied: Uint8Array,
): void {
  for (let i = clause.from; i < clause.to; i++) {
    const word = tokens[i]?.word ?? "";
    if (!isNegator(tokens, i)) continue;
    const next = tokens[i + 1]?.word ?? "";
    if (NOT_CANCELLERS.has(next) || (clause.voice === "denied" && DENYING.has(next))) continue;
    if (word === "no" && IDIOMS.has(next)) continue;
    let reached = 0;
    const reach = word === "no" ? 2 : SCOPE;
    for (let j = i + 1; j < clause.to && reached < reach; j++) {
      if (startsStatement(tokens, j, reached)) break;
      negated[j] = negated[j] ? 0 : 1;
      if (tokens[j]?.role === "content") reached += 1;
    }
    if (OBJECT_NEGATORS.has(word)) denyVerb(tokens, clause.from, i, negated);
    if (VERB_NEGATORS.has(word)) for (let j = clause.from; j < i; j++) denied[j] = 1;
  }
}

/** Pronouns that are subjects wherever they stand. */
const SUBJECTS: ReadonlySet<string> = new Set(["i", "we", "they", "he", "she"]);

/** "If I do not know you | I answer 401", "you may not | it is 403": a statement begins where no comma stands. */
function startsStatement(tokens: readonly Token[], at: number, reached: number): boolean {
  const word = tokens[at]?.word ?? "";
  if (SUBJECTS.has(word)) return reached > 0;
  return (word === "it" || word === "you" || word === "that") && AUXILIARIES.has(tokens[at + 1]?.word ?? "");
}

/** "It opens nothing": the negator stands behind the verb that it denies. */
function denyVerb(tokens: readonly Token[], from: number, at: number, negated: Uint8Array): void {
  const before = at - 1;
  if (before >= from && tokens[before]?.role === "content") negated[before] = negated[before] ? 0 : 1;
}

function isNegator(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i]?.word ?? "";
  const next = tokens[i + 1]?.word ?? "";
  if (word === "rather" || word === "instead") return next === "than" || next === "of";
  if (word === "out" || word === "away") return next === "of" || next === "from";
  if (word === "outside") return true;
  // A check that fails denies nothing; one that fails to start does.
  if (/^fail(?:s|ed)?$/.test(word)) return next === "to";
  return NEGATORS.has(word);
}

/** "As long to start as": at most so many words stand between. */
const AS_REACH = 6;

function closesAsAs(tokens: readonly Token[], from: number, at: number): boolean {
  // At the head of a clause it is a conjunction: "as they start, they run as root".
  for (let i = at - 2; i > Math.max(from, at - AS_REACH); i--) if (tokens[i]?.word === "as") return true;
  return false;
}

function markCompared(tokens: readonly Token[], clause: Clause, compared: Uint8Array): void {
  for (let i = clause.from; i < clause.to; i++) {
    const word = tokens[i]?.word ?? "";
    const before = tokens[i - 1]?.word ?? "";
    const starts =
      word === "unlike" ||
      (word === "than" && before !== "rather" && before !== "other") ||
      (word === "as" && closesAsAs(tokens, clause.from, i)) ||
      (word === "compared" && i + 1 < clause.to);
    if (starts) for (let j = i + 1; j < clause.to; j++) compared[j] = 1;
  }
}

/** By token: the groups of the lexicon that it belongs to, alone or as part of a phrase. */
export function groupsOf(tokens: readonly Token[], data: WordData): (readonly number[])[] {
  const groups: (readonly number[])[] = tokens.map((token) => data.groups.get(token.stem) ?? []);
  for (let i = 0; i < tokens.length; i++) {
    for (const phrase of data.phrases.get(tokens[i]?.stem ?? "") ?? []) {
      if (!phrase.stems.every((part, k) => tokens[i + k]?.stem === part)) continue;
      for (let k = 0; k < phrase.stems.length; k++) groups[i + k] = [...(groups[i + k] ?? []), phrase.group];
    }
  }
  return groups;
}
