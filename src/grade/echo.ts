import type { Reading } from "./read-text.ts";

/** Fewer words in a row can stand in a prompt and an answer by chance. */
const LEAST_WORDS = 4;
/** Share of a stretch's word triples that the prompt holds too, from which on it is a copy. */
const COPIED = 0.8;
const known = new WeakMap<Reading, ReadonlySet<string>>();

/** By clause: whether it copies the prompt, alone or with its whole sentence or answer. */
export function echoes(reading: Reading, prompt: Reading): boolean[] {
  let triples = known.get(prompt);
  if (triples === undefined) {
    triples = new Set(triplesOf(prompt, 0, prompt.words.length));
    known.set(prompt, triples);
  }
  const all = triples;
  const copies = (from: number, to: number): boolean => copied(reading, from, to, all);
  if (copies(0, reading.words.length)) return reading.clauses.map(() => true);
  const sentences = new Map<number, boolean>();
  for (const clause of reading.clauses) {
    if (sentences.has(clause.sentence)) continue;
    const inside = reading.clauses.filter((one) => one.sentence === clause.sentence);
    sentences.set(clause.sentence, copies(clause.from, inside.at(-1)?.to ?? clause.to));
  }
  return reading.clauses.map((one) => sentences.get(one.sentence) === true || copies(one.from, one.to));
}

function copied(reading: Reading, from: number, to: number, all: ReadonlySet<string>): boolean {
  if (to - from < LEAST_WORDS) return false;
  const triples = triplesOf(reading, from, to);
  let count = 0;
  for (const triple of triples) if (all.has(triple)) count += 1;
  return count >= COPIED * triples.length;
}

function triplesOf(reading: Reading, from: number, to: number): string[] {
  const out: string[] = [];
  for (let i = from; i + 2 < to; i++) {
    out.push([i, i + 1, i + 2].map((at) => reading.words[at]?.stem ?? "").join(" "));
  }
  return out;
}
