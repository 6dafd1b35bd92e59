import { PURE, purity } from "./accusation.ts";
import { align, alignTerms, type Window } from "./align.ts";
import type { Claim, ClaimTerm } from "./claim.ts";
import type { PreparedPoint, PreparedQuestion } from "./prepare-question.ts";
import type { Spoken } from "./spoken.ts";
import { anchorsAgainst } from "./subject.ts";

/** Recall of a sibling's predicate from which on it is recognised. */
const SWAP_SAID = 0.65;
/** A clause that says more of the point itself than this is no swap. */
const SWAP_OWN = 0.6;
/** Share of a point that a clause must touch to be meant of it rather than of another with the same subject. */
const LEAST_TOUCH = 0.3;

/** "Tuples are mutable": the clause is about this point and says what is true of a sibling. */
export function swapped(
  point: PreparedPoint,
  question: PreparedQuestion,
  spoken: Spoken,
  window: Window,
  whole: number,
): number {
  const clauses = spoken.clauses.slice(window.from, window.to);
  const subject = new Set(clauses.flatMap((clause) => [...clause.names]));
  if (subject.size === 0) return 0;
  const named = question.points.filter((one) => [...one.anchors].some((anchor) => subject.has(anchor)));
  const touched = point.claims.some((claim) => {
    const rest = withoutAnchors(claim, point);
    const { recall, conflict } = alignTerms(rest.terms, rest.total, window);
    return recall + conflict >= LEAST_TOUCH;
  });
  // Of several points about the same thing, one that the clause touches is spoken of, or else the heaviest.
  const heaviest = named.every((one) => one === point || one.weight < point.weight);
  if (whole > SWAP_OWN || (!touched && !heaviest)) return 0;
  let strongest = 0;
  for (const sibling of question.points) {
    if (sibling === point) continue;
    const own = anchorsAgainst(point, sibling);
    const theirs = anchorsAgainst(sibling, point);
    if (theirs.length === 0 || theirs.some((anchor) => subject.has(anchor))) continue;
    if (!own.some((anchor) => subject.has(anchor))) continue;
    for (const claim of sibling.claims) {
      const rest = withoutAnchors(claim, sibling);
      const { recall } = alignTerms(rest.terms, rest.total, window);
      if (
        recall < SWAP_SAID ||
        recall <= strongest ||
        purity(claim, spoken, window, point.anchors) < PURE * 0.8
      )
        continue;
      if (align(claim, window).recall >= whole) strongest = recall;
    }
  }
  return strongest;
}

interface Predicate {
  readonly terms: readonly ClaimTerm[];
  readonly total: number;
}

const bare = new WeakMap<Claim, Predicate>();

function withoutAnchors(claim: Claim, point: PreparedPoint): Predicate {
  const known = bare.get(claim);
  if (known !== undefined) return known;
  const terms = claim.terms.filter((one) => !point.anchors.has(one.term));
  const value = { terms, total: terms.reduce((sum, one) => sum + one.weight, 0) };
  bare.set(claim, value);
  return value;
}
