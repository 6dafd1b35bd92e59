import type { Claim } from "./claim.ts";
import { foldWord, LettersAlike } from "./letters-alike.ts";
import type { PreparedQuestion } from "./prepare-question.ts";

/** A wording of a point as words of no language in particular. */
export interface NeutralClaim {
  readonly claim: Claim;
  /** Folded, in their order. */
  readonly words: readonly string[];
  /** Numbers of its distinct words that earn credit, each with its weight. */
  readonly terms: ReadonlyMap<number, number>;
  readonly total: number;
  /** Those of them that are numbers. */
  readonly figures: readonly number[];
}

/** A question whose language the judge need not understand. */
export interface NeutralQuestion {
  /** By point. */
  readonly claims: readonly (readonly NeutralClaim[])[];
  readonly alike: LettersAlike;
  readonly numberOf: ReadonlyMap<string, number>;
}

/** Short words are grammar in most languages that write letters. */
const SHORT_WEIGHT: Readonly<Record<number, number>> = { 1: 0.2, 2: 0.3, 3: 0.5 };
/** Below this share of a claim's weight its words outside the question cannot stand for it. */
const LEAST_OUTSIDE = 0.25;
const known = new WeakMap<PreparedQuestion, NeutralQuestion>();

/** Takes a prepared question apart once more, by its words as they are. */
export function neutralQuestion(question: PreparedQuestion): NeutralQuestion {
  const before = known.get(question);
  if (before !== undefined) return before;
  const points = question.points.map(({ claims }) =>
    claims.map((claim) => ({ claim, words: claim.reading.words.map(({ word }) => foldWord(word)) })),
  );
  const users = new Map<string, number>();
  for (const claims of points)
    for (const word of new Set(claims.flatMap(({ words }) => words)))
      users.set(word, (users.get(word) ?? 0) + 1);
  const numberOf = new Map([...users.keys()].map((word, i) => [word, i]));
  const prompt = new Set(question.prompt.words.map(({ word }) => foldWord(word)));
  const value = {
    claims: points.map((claims) => claims.map((one) => weigh(one, numberOf, users, prompt))),
    alike: new LettersAlike([...users.keys()]),
    numberOf,
  };
  known.set(question, value);
  return value;
}

/** What all points say tells none of them, and what the question says earns nothing unless there is hardly more. */
function weigh(
  { claim, words }: Pick<NeutralClaim, "claim" | "words">,
  numberOf: ReadonlyMap<string, number>,
  users: ReadonlyMap<string, number>,
  prompt: ReadonlySet<string>,
): NeutralClaim {
  const all = [...new Set(words)].map((word) => ({
    word,
    weight: weightOf(word) / (users.get(word) ?? 1),
  }));
  const outside = all.filter(({ word }) => !prompt.has(word));
  const chosen = sum(outside) >= LEAST_OUTSIDE * sum(all) ? outside : all;
  const numbered = chosen.map(({ word, weight }) => [numberOf.get(word) ?? -1, weight] as const);
  const figures = chosen
    .filter(({ word }) => /\p{N}/u.test(word))
    .map(({ word }) => numberOf.get(word) ?? -1);
  return { claim, words, terms: new Map(numbered), total: sum(chosen), figures };
}

const sum = (words: readonly { readonly weight: number }[]): number =>
  words.reduce((total, { weight }) => total + weight, 0);

function weightOf(word: string): number {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{N}]/u.test(word)
    ? 1
    : (SHORT_WEIGHT[[...word].length] ?? 1);
}
