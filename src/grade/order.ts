import type { Window } from "./align.ts";
import type { Claim } from "./claim.ts";
import type { Spoken } from "./spoken.ts";

/** How far the order of a claim is kept, and by how many of its words that was told. */
export interface Order {
  readonly kept: number;
  readonly words: number;
}

/**
 * How far a window keeps the order of a claim's words, 0..1: "an image is an instance of a container" has all the
 * words of the truth. Share of the pairs of claim words that come in the same order; 1 for a single word.
 */
export function orderKept(claim: Claim, spoken: Spoken, window: Window): Order {
  const at = new Map<number, number>();
  let place = 0;
  for (let i = window.from; i < window.to; i++) {
    for (const word of spoken.clauses[i]?.words ?? []) {
      place += 1;
      for (const { term, opposite } of word.matches) if (!opposite && !at.has(term)) at.set(term, place);
    }
  }
  const places = claim.all.map((one) => at.get(one.term)).filter((one) => one !== undefined);
  let kept = 0;
  let pairs = 0;
  for (let i = 0; i < places.length; i++) {
    for (let j = i + 1; j < places.length; j++) {
      if (places[i] === places[j]) continue;
      pairs += 1;
      if ((places[i] ?? 0) < (places[j] ?? 0)) kept += 1;
    }
  }
  return { kept: pairs === 0 ? 1 : kept / pairs, words: places.length };
}
