import type { Claim } from "./claim.ts";
import type { Spoken } from "./spoken.ts";

/** A clause of this many content words and hardly any grammar is a heap; telegrams are shorter. */
const HEAP = 7;
/** Least share of small words in running English. */
const LEAST_GRAMMAR = 0.22;
/** So many clauses in a row without any grammar are a list of names. */
const NAMES_IN_A_ROW = 4;
/** So few words are one name, whatever they are. */
const SHORTEST_NAME = 2;

/** By clause: whether it is a heap of content words, or one of a list of names, rather than a statement. */
export function heaps(spoken: Spoken): boolean[] {
  const { words } = spoken.reading;
  const grammar = spoken.clauses.map(({ from, to }) =>
    to - from <= SHORTEST_NAME
      ? 0
      : words.slice(from, to).filter((word) => word.role !== "content" && !isJoint(word.word)).length,
  );
  const out = spoken.clauses.map(({ from, to }, i) => {
    const small = grammar[i] ?? 0;
    return to - from - small >= HEAP && small < LEAST_GRAMMAR * (to - from);
  });
  let from = 0;
  for (let i = 0; i <= grammar.length; i++) {
    if (grammar[i] === 0) continue;
    if (i - from >= NAMES_IN_A_ROW) out.fill(true, from, i);
    from = i + 1;
  }
  return out;
}

const isJoint = (word: string): boolean => word === "and" || word === "or";

/** Whether a stretch of words holds most neighbours of the claim as neighbours; a telegram does, a heap does not. */
export function keepsNeighbours(spoken: Spoken, from: number, to: number, claim: Claim): boolean {
  const stems = spoken.reading.words
    .slice(from, to)
    .filter(isContent)
    .map((word) => word.stem);
  const own = claim.reading.words.filter(isContent).map((word) => word.stem);
  const pairs = new Set(stems.map((stem, i) => `${stem} ${stems[i + 1] ?? ""}`));
  let kept = 0;
  for (let i = 0; i + 1 < own.length; i++) if (pairs.has(`${own[i]} ${own[i + 1]}`)) kept += 1;
  return own.length < 2 || kept >= 0.6 * (own.length - 1);
}

const isContent = (word: { role: string }): boolean => word.role === "content" || word.role === "light";
