import type { PreparedPoint, PreparedQuestion } from "./prepare-question.ts";
import type { Spoken } from "./spoken.ts";

/** Share of a point's wordings from which on a word belongs to what it speaks of. */
const OFTEN = 0.34;
const known = new WeakMap<PreparedPoint, Map<PreparedPoint, number[]>>();

/** Anchors of a point that a sibling does not speak of at all. */
export function anchorsAgainst(point: PreparedPoint, sibling: PreparedPoint): number[] {
  const table = known.get(point) ?? new Map<PreparedPoint, number[]>();
  known.set(point, table);
  const value = table.get(sibling) ?? findAnchors(point, sibling);
  table.set(sibling, value);
  return value;
}

function findAnchors(point: PreparedPoint, sibling: PreparedPoint): number[] {
  const theirs = new Set<number>();
  const times = new Map<number, number>();
  for (const [i, claim] of sibling.claims.entries()) {
    for (const term of new Set(claim.all.map((one) => one.term))) {
      if (i === 0 && !claim.compared.has(term)) theirs.add(term);
      times.set(term, (times.get(term) ?? 0) + 1);
    }
  }
  for (const [term, count] of times) if (count > OFTEN * sibling.claims.length) theirs.add(term);
  return [...point.anchors].filter((anchor) => !theirs.has(anchor));
}

/** Whether what a window is about is a sibling of the point and not the point. */
export function isForeign(
  point: PreparedPoint,
  question: PreparedQuestion,
  subject: ReadonlySet<number>,
): boolean {
  if (subject.size === 0) return false;
  const heard = (anchor: number): boolean => subject.has(anchor);
  return question.points.some((sibling) => {
    if (sibling === point) return false;
    const own = anchorsAgainst(point, sibling);
    return own.length > 0 && anchorsAgainst(sibling, point).some(heard) && !own.some(heard);
  });
}

/** By clause: whether it is about a sibling of the point. */
export function foreignClauses(point: PreparedPoint, question: PreparedQuestion, spoken: Spoken): boolean[] {
  return spoken.clauses.map((clause) => isForeign(point, question, clause.subject));
}
