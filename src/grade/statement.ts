import type { Claim } from "./claim.ts";
import type { Spoken } from "./spoken.ts";

/** A heap of words this long or longer is no telegram any more. */
const HEAP = 7;
/** Least share of small words in running English; telegrams of few words may go below. */
const LEAST_GRAMMAR = 0.22;

/** By clause: whether its sentence is a heap of content words rather than a statement. */
export function heaps(spoken: Spoken): boolean[] {
  const bySentence = new Map<number, { content: number; words: number }>();
  for (const clause of spoken.clauses) {
    const counts = bySentence.get(clause.sentence) ?? { content: 0, words: 0 };
    for (let i = clause.from; i < clause.to; i++) {
      counts.words += 1;
      if (spoken.reading.words[i]?.role === "content") counts.content += 1;
    }
    bySentence.set(clause.sentence, counts);
  }
  return spoken.clauses.map((clause) => {
    const { content, words } = bySentence.get(clause.sentence) ?? { content: 0, words: 0 };
    return content >= HEAP && words - content < LEAST_GRAMMAR * words;
  });
}

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
