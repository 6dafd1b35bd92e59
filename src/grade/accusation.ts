import type { Window } from "./align.ts";
import type { ClaimPart } from "./claim.ts";
import type { Spoken } from "./spoken.ts";

/** Stronger than any support: the words of the truth in the wrong order, or its own sentence denied. */
export const CERTAIN = 1.01;

/** Share of the window that must be words of the claim: who says much else says something else. */
export const PURE = 0.5;

/** Share of a window's weight that a claim's words, or the names besides, match in any sense. */
export function purity(
  claim: ClaimPart,
  spoken: Spoken,
  window: Window,
  names: Iterable<number> = [],
): number {
  const terms = new Set([...claim.all.map((one) => one.term), ...names]);
  let matched = 0;
  let total = 0;
  for (let i = window.from; i < window.to; i++) {
    for (const word of spoken.clauses[i]?.words ?? []) {
      total += word.weight;
      if (word.matches.some((match) => terms.has(match.term))) matched += word.weight;
    }
  }
  return total === 0 ? 0 : matched / total;
}
