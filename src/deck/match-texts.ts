import { plainWords } from "./plain-words.ts";

/** Which of two lists belong together: by index; those of no pair were removed or added. */
interface Matched {
  readonly pairs: readonly (readonly [before: number, after: number])[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/** Texts that share so much of their words (Dice) are one text in two wordings. */
const LIKE = 0.6;
/** Words of more texts than this tell none of them apart, and would make the search quadratic. */
const MOST_USERS = 60;

/**
 * Pairs the texts of two lists: the same ones first, in their order, then those in other words, the most alike first.
 * The other way round the same pairs come out.
 */
export function matchTexts(before: readonly string[], after: readonly string[]): Matched {
  const pairs: [number, number][] = [];
  const open = { before: new Set(before.keys()), after: new Set(after.keys()) };
  const take = (i: number, j: number) => {
    pairs.push([i, j]);
    open.before.delete(i);
    open.after.delete(j);
  };
  const waiting = new Map<string, number[]>();
  for (const [j, text] of after.entries()) {
    const key = plainWords(text) || text;
    const list = waiting.get(key) ?? [];
    list.push(j);
    waiting.set(key, list);
  }
  for (const [i, text] of before.entries()) {
    const j = waiting.get(plainWords(text) || text)?.shift();
    if (j !== undefined) take(i, j);
  }
  for (const { i, j } of likeOnes(before, after, open)) {
    if (open.before.has(i) && open.after.has(j)) take(i, j);
  }
  return {
    pairs: pairs.sort((a, b) => a[1] - b[1]),
    removed: [...open.before],
    added: [...open.after],
  };
}

interface Likeness {
  readonly i: number;
  readonly j: number;
  readonly share: number;
}

function likeOnes(
  before: readonly string[],
  after: readonly string[],
  open: { readonly before: ReadonlySet<number>; readonly after: ReadonlySet<number> },
): Likeness[] {
  const setOf = (text: string) => new Set(plainWords(text).split(" ").filter(Boolean));
  const left = new Map([...open.before].map((i) => [i, setOf(before[i] ?? "")]));
  const right = new Map([...open.after].map((j) => [j, setOf(after[j] ?? "")]));
  const users = new Map<string, { i: number[]; j: number[] }>();
  for (const [side, sets] of [
    ["i", left],
    ["j", right],
  ] as const) {
    for (const [at, words] of sets) {
      for (const word of words) {
        const list = users.get(word) ?? { i: [], j: [] };
        list[side].push(at);
        users.set(word, list);
      }
    }
  }
  const shared = new Map<number, Map<number, number>>();
  for (const { i: ones, j: others } of users.values()) {
    if (ones.length + others.length > MOST_USERS) continue;
    for (const i of ones) {
      const row = shared.get(i) ?? new Map<number, number>();
      for (const j of others) row.set(j, 1);
      shared.set(i, row);
    }
  }
  const found: Likeness[] = [];
  for (const [i, row] of shared) {
    for (const j of row.keys()) {
      const share = dice(left.get(i) ?? new Set(), right.get(j) ?? new Set());
      if (share >= LIKE) found.push({ i, j, share });
    }
  }
  // Two pairs that want the same text differ in the sum of their places, so that both directions choose alike.
  return found.sort(
    (a, b) => b.share - a.share || a.i + a.j - (b.i + b.j) || Math.min(a.i, a.j) - Math.min(b.i, b.j),
  );
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
}
