import { AUXILIARIES, CONJUNCTIONS } from "./function-words.ts";
import type { Token } from "./tokens.ts";

/** A run of tokens. */
export interface Span {
  /** Token indices, the end exclusive. */
  readonly from: number;
  readonly to: number;
  /** Number of the sentence it belongs to, from 0. */
  readonly sentence: number;
}

/** Windows cost time by clauses; the rest of an answer of more than this is one clause. */
const MOST_CLAUSES = 250;

const HARD = /[!?;。！？；।…\n]|\.(?=\s)/u;
const SOFT = /[,:()[\]—–"“”„«»|、，：]|\/\s|\s\/| - /u;
const COMMA = /^\s*,\s*$/;
const ABBREVIATION = /\b(?:e\.g|i\.e|vs|etc|cf|approx|resp)\.$/i;

/** Parts a text into clauses: at punctuation, and before words that begin one where no comma stands. */
export function splitClauses(text: string, tokens: readonly Token[]): Span[] {
  const clauses: Span[] = [];
  const gapAfter = (i: number): string => text.slice(tokens[i]?.end, tokens[i + 1]?.start);
  let from = 0;
  let sentence = 0;
  let listed = false;
  for (let i = 0; i < tokens.length; i++) {
    const last = i === tokens.length - 1;
    const gap = last ? "" : gapAfter(i);
    const hard = HARD.test(gap) && !isAbbreviation(text, tokens[i], gap);
    if (hard) listed = false;
    else if (listsOn(tokens, i, from, gap, listed, gapAfter)) listed = true;
    else if (listed && !isJoint(tokens[i + 1]) && !isJoint(tokens[i])) listed = false;
    const soft = !listed && (SOFT.test(gap) || beginsClause(tokens, from, i + 1));
    if (!last && !((hard || soft) && clauses.length < MOST_CLAUSES - 1)) continue;
    clauses.push({ from, to: i + 1, sentence });
    from = i + 1;
    if (hard) sentence += 1;
  }
  return clauses;
}

function isAbbreviation(text: string, token: Token | undefined, gap: string): boolean {
  if (token === undefined || !/^\.\s*$/.test(gap)) return false;
  return ABBREVIATION.test(text.slice(Math.max(0, token.start - 4), token.end + 1));
}

const isJoint = (token: Token | undefined): boolean => token?.word === "and" || token?.word === "or";

/**
 * Whether the comma after a word goes on with a list of single words ("lists, dicts and sets"): the next word is
 * followed by another comma or by "and". Where a verb follows, the list must open the clause, for it is a subject.
 */
function listsOn(
  tokens: readonly Token[],
  i: number,
  from: number,
  gap: string,
  listed: boolean,
  gapAfter: (i: number) => string,
): boolean {
  if (!COMMA.test(gap) || tokens[i]?.role !== "content") return false;
  if (isJoint(tokens[i + 1])) return listed;
  if (tokens[i + 1]?.role !== "content") return false;
  if (!COMMA.test(gapAfter(i + 1)) && !isJoint(tokens[i + 2])) return listed && i + 2 >= tokens.length;
  const verb = tokens.slice(i + 2, i + 8).some((token) => AUXILIARIES.has(token.word));
  return listed || !verb || i === from;
}

/** "and" joins two nouns more often than two clauses: it parts only what has two words on its left. */
function beginsClause(tokens: readonly Token[], from: number, at: number): boolean {
  const word = tokens[at]?.word ?? "";
  if (!CONJUNCTIONS.has(word)) return false;
  return word === "and" || word === "plus" ? at - from >= 2 : at - from >= 1;
}
