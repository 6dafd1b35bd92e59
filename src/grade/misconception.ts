import { alignAll, alignTerms, type Window } from "./align.ts";
import type { Claim, ClaimPart, ClaimTerm } from "./claim.ts";
import type { Measure } from "./measure.ts";
import { type Order, orderKept } from "./order.ts";
import type { PreparedPoint } from "./prepare-question.ts";
import type { Spoken } from "./spoken.ts";
import { isVerbatim } from "./verbatim.ts";

/** Recall of a misconception, over all its words, from which on its denial is recognised. */
const MISCONCEPTION = 0.6;
/** Share of a misconception that must be denied; what it is about never is. */
const REFUSED = 0.3;
/** Recall below which a window has nothing to do with a misconception. */
const LEAST_RECALL = 0.25;
/** Whoever says the opposite of so much of a misconception does not hold it. */
const MOST_CONFLICT = 0.2;
/** A window that says so much of the point says the point. */
const LITERALLY = 0.85;
/** A misconception is told in so many clauses at most. */
const WIDEST = 3;

/**
 * How a window's measures add up to the log-odds that it holds a misconception. Fitted by logistic regression on the
 * labelled answers, variants and corrections of two shipped decks, the best window of each point (docs/decisions/0005-the-first-judge.md).
 */
const MODEL = {
  recall: 3.66,
  /** Recall when what the point says too counts for {@link SHARED_WORD} only. */
  telling: 1.97,
  /** Share of the point of which the window says the opposite. */
  opposed: 1.09,
  /** Weight of the telling words said. */
  said: 1.1,
  sibling: -1.14,
  /** Share of the misconception's order that is kept. */
  order: 1.1,
  constant: -7.02,
};
const SHARED_WORD = 0.35;
const MOST_SAID = 2.5;
const MOST_OPPOSED = 0.5;

/** Order tells something from this many words on. */
const ORDER_TELLS = 3;
const UNTOLD_ORDER = 0.8;
/** Recall and share of the order of a misconception that must be kept when the point has the same words. */
const IN_FULL_RECALL = 0.6;
const IN_FULL_ORDER = 0.8;
/** How much better the order of the misconception must be kept when the point has the same words. */
const IN_ORDER = 0.3;
/** How much better the point may be said. */
const CLEARLY = 0.12;

/** Log-odds of a misconception word for word, and of the words of the truth in its order. */
export const CERTAIN = 6;

/**
 * The log-odds that a window holds a misconception about a point.
 * @param sibling how well the window says the best of the point's siblings
 */
export function misconceived(
  claim: Claim,
  point: PreparedPoint,
  spoken: Spoken,
  window: Window,
  own: Measure,
  sibling: number,
): number {
  const { recall, conflict } = alignAll(claim, window);
  if (recall < LEAST_RECALL || conflict > MOST_CONFLICT || window.to - window.from > WIDEST)
    return Number.NEGATIVE_INFINITY;
  if (recall >= IN_FULL_RECALL && isVerbatim(claim, spoken, window)) return CERTAIN;
  if (isOfAnother(claim, spoken, window)) return Number.NEGATIVE_INFINITY;
  const order = orderKept(claim, spoken, window);
  if (recall >= IN_FULL_RECALL && recall >= own.whole - CLEARLY && isTurned(order, point, spoken, window)) {
    return CERTAIN;
  }
  if (own.clean >= LITERALLY && bestRight(point, spoken, window) >= Math.max(LITERALLY, recall)) {
    return Number.NEGATIVE_INFINITY;
  }
  const telling = tellingTerms(claim, point);
  const told = alignTerms(telling.terms, telling.total, window).recall;
  return (
    MODEL.constant +
    MODEL.recall * Math.min(recall, bound(claim.parts, spoken, window)) +
    MODEL.telling * Math.min(told, bound(telling.parts, spoken, window)) +
    MODEL.opposed * Math.min(MOST_OPPOSED, own.touched - own.whole) +
    MODEL.said * Math.min(MOST_SAID, told * telling.total) +
    MODEL.sibling * sibling +
    MODEL.order * (order.words < ORDER_TELLS ? UNTOLD_ORDER : order.kept)
  );
}

/**
 * Whether a window says of another thing what the misconception says of its own: "a machine boots a system" is no case
 * of "a container boots a system, like a machine".
 */
function isOfAnother(claim: Claim, spoken: Spoken, window: Window): boolean {
  if (claim.anchors.size === 0) return false;
  const names = new Set(spoken.clauses.slice(window.from, window.to).flatMap((clause) => [...clause.names]));
  if (names.size === 0) return false;
  const isSubject = (term: number): boolean =>
    !claim.compared.has(term) && claim.all.some((one) => one.term === term);
  return ![...names].some(isSubject);
}

/** How well a window says the best wording of the point, each part by one clause. */
function bestRight(point: PreparedPoint, spoken: Spoken, window: Window): number {
  let best = 0;
  for (const claim of point.claims) {
    const { recall, conflict } = alignAll(claim, window);
    if (recall - conflict > best)
      best = Math.max(best, Math.min(recall - conflict, bound(claim.parts, spoken, window)));
  }
  return best;
}

/** Recall when each part must be said by one clause: who swaps the verbs of two sides says other things with the same words. */
function bound(parts: readonly ClaimPart[], spoken: Spoken, window: Window): number {
  if (parts.length < 2) return 1;
  let said = 0;
  let total = 0;
  for (const part of parts) {
    let best = 0;
    for (const clause of spoken.clauses.slice(window.from, window.to))
      best = Math.max(best, alignTerms(part.all, part.allTotal, clause).recall);
    said += best * part.allTotal;
    total += part.allTotal;
  }
  return total === 0 ? 0 : said / total;
}

/** Whether a window keeps this order much better than that of the point. */
function isTurned(order: Order, point: PreparedPoint, spoken: Spoken, window: Window): boolean {
  if (order.words < ORDER_TELLS || order.kept < IN_FULL_ORDER) return false;
  const right = Math.max(0, ...closest(point, window).map((one) => orderKept(one, spoken, window).kept));
  return order.kept >= right + (order.words > ORDER_TELLS ? IN_ORDER : 2 * IN_ORDER);
}

/** The wordings of a point that a window says nearly as well as the best of them. */
function closest(point: PreparedPoint, window: Window): Claim[] {
  const rated = point.claims.map((claim) => ({ claim, recall: alignAll(claim, window).recall }));
  const best = Math.max(...rated.map((one) => one.recall));
  return rated.filter((one) => one.recall > 0 && one.recall >= best - 0.15).map((one) => one.claim);
}

interface Telling {
  readonly terms: readonly ClaimTerm[];
  readonly total: number;
  readonly parts: readonly ClaimPart[];
}
const known = new WeakMap<Claim, Telling>();

/** The words of a misconception, weighed down when a wording of the point has them in the same sense. */
function tellingTerms(claim: Claim, point: PreparedPoint): Telling {
  const before = known.get(claim);
  if (before !== undefined) return before;
  const right = new Set(point.claims.flatMap((one) => one.all.map(signed)));
  const weigh = ({ all }: Pick<ClaimPart, "all">): ClaimPart => {
    const terms = all.map((one) =>
      right.has(signed(one)) ? { ...one, weight: one.weight * SHARED_WORD } : one,
    );
    return { all: terms, allTotal: terms.reduce((sum, one) => sum + one.weight, 0) };
  };
  const { all, allTotal } = weigh(claim);
  const value = { terms: all, total: allTotal, parts: claim.parts.map(weigh) };
  known.set(claim, value);
  return value;
}

const signed = (one: ClaimTerm): number => (one.negated ? -one.term - 1 : one.term);

/** How clearly a window calls one of the point's misconceptions untrue, which says the point. */
export function refusal(point: PreparedPoint, window: Window): number {
  if (window.crossings > 0) return 0;
  let clearest = 0;
  for (const { claim } of point.misconceptions) {
    const { recall, conflict } = alignAll(claim, window);
    const touched = recall + conflict;
    if (touched >= MISCONCEPTION && conflict >= REFUSED) clearest = Math.max(clearest, touched);
  }
  return clearest;
}
