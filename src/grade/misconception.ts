import { CERTAIN, PURE, purity } from "./accusation.ts";
import { alignAll, alignTerms, type Window } from "./align.ts";
import type { Claim, ClaimTerm } from "./claim.ts";
import type { Measure } from "./measure.ts";
import { orderKept } from "./order.ts";
import type { PreparedPoint } from "./prepare-question.ts";
import type { Spoken } from "./spoken.ts";

/** Recall of a misconception, over all its words, from which on it is recognised. */
const MISCONCEPTION = 0.6;
/** How much better the misconception must fit than the point. */
const CLEARLY = 0.12;
/** Share of a misconception that must be denied; what it is about never is. */
const REFUSED = 0.3;

/** Share of a misconception's order that must be kept. */
const LEAST_ORDER = 0.6;
/** Share of it that must be kept when the point has the same words. */
const IN_FULL_ORDER = 0.8;
/** Order tells something from this many words on. */
const ORDER_TELLS = 3;
/** How much better the order of the misconception must be kept when the point has the same words. */
const IN_ORDER = 0.3;
/** Least share of words to matched terms; "VM" is one word for two. */
const MANY_WORDED = 0.75;
/** How surely a window holds a misconception about a point, 0..1, or {@link CERTAIN}. */
export function misconceived(
  claim: Claim,
  point: PreparedPoint,
  spoken: Spoken,
  window: Window,
  own: Measure,
): number {
  return Math.max(asAWhole(claim, point, spoken, window, own), byParts(claim, point, spoken, window));
}

function asAWhole(claim: Claim, point: PreparedPoint, spoken: Spoken, window: Window, own: Measure): number {
  const { recall, conflict } = alignAll(claim, window);
  if (recall < MISCONCEPTION || conflict > 0.2) return 0;
  if (!isManyWorded(claim, spoken, window)) return 0;
  if (purity(claim, spoken, window) < PURE || !sameSubject(claim, spoken, window)) return 0;
  const order = orderKept(claim, spoken, window);
  if (order.kept < LEAST_ORDER) return 0;
  if (order.words >= ORDER_TELLS && order.kept >= IN_FULL_ORDER && recall >= own.whole - CLEARLY) {
    const right = Math.max(0, ...closest(point, window).map((one) => orderKept(one, spoken, window).kept));
    if (order.kept >= right + (order.words > ORDER_TELLS ? IN_ORDER : 2 * IN_ORDER)) return CERTAIN;
  }
  if (recall < own.whole + CLEARLY) return 0;
  const telling = tellingTerms(claim, point);
  const told = alignTerms(telling.terms, telling.total, window);
  return telling.terms.length > 0 && told.recall < MISCONCEPTION ? 0 : recall;
}

/** How well each part of a two-sided misconception must be said by a clause of its own, and how much better. */
const PART_SAID = 0.8;
const EACH_PART_SAID = 0.65;
const PART_CLEARLY = 0.15;

/** "X does this and Y does that" is the same misconception told the other way round. */
function byParts(claim: Claim, point: PreparedPoint, spoken: Spoken, window: Window): number {
  if (claim.parts.length < 2 || window.to - window.from < 2) return 0;
  const used = new Set<number>();
  let said = 0;
  let right = 0;
  for (const part of claim.parts) {
    let best = -1;
    let bestRecall = 0;
    for (let i = window.from; i < window.to; i++) {
      const { recall } = alignTerms(part.all, part.allTotal, clauseWindow(spoken, i));
      if (recall > bestRecall && !used.has(i)) {
        best = i;
        bestRecall = recall;
      }
    }
    if (bestRecall < EACH_PART_SAID) return 0;
    used.add(best);
    said += bestRecall / claim.parts.length;
    const own = point.claims.map((one) => alignAll(one, clauseWindow(spoken, best)).recall);
    right += Math.max(0, ...own) / claim.parts.length;
  }
  return said >= PART_SAID && said >= right + PART_CLEARLY ? CERTAIN : 0;
}

function clauseWindow(spoken: Spoken, i: number): Pick<Window, "agree" | "against"> {
  return spoken.clauses[i] ?? { agree: new Float32Array(0), against: new Float32Array(0) };
}

/** Whether the matched terms are matched by about as many words: "remove" alone is not "removed" and "deleted". */
function isManyWorded(claim: Claim, spoken: Spoken, window: Window): boolean {
  const wanted = new Set(claim.all.map((one) => one.term));
  const stems = new Set<string>();
  const matched = new Set<number>();
  for (const clause of spoken.clauses.slice(window.from, window.to)) {
    for (const word of clause.words) {
      const terms = word.matches.filter((match) => !match.opposite && wanted.has(match.term));
      if (terms.length > 0) stems.add(word.stem);
      for (const { term } of terms) matched.add(term);
    }
  }
  return stems.size > MANY_WORDED * matched.size;
}

/** A misconception about containers is not recognised in what is said of machines. */
function sameSubject(claim: Claim, spoken: Spoken, window: Window): boolean {
  const wanted = [...claim.anchors];
  const heard = (anchor: number): boolean =>
    (window.agree[anchor] ?? 0) > 0 || (window.against[anchor] ?? 0) > 0;
  if (wanted.length === 0 || wanted.some(heard)) return true;
  return spoken.clauses.slice(window.from, window.to).every((clause) => clause.names.size === 0);
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
}
const telling = new WeakMap<Claim, Telling>();

/** The words that a misconception has and no wording of the point has in the same sense. */
function tellingTerms(claim: Claim, point: PreparedPoint): Telling {
  const known = telling.get(claim);
  if (known !== undefined) return known;
  const right = new Set(point.claims.flatMap((one) => one.all.map(signed)));
  const terms = claim.all.filter((one) => !right.has(signed(one)));
  const value = { terms, total: terms.reduce((sum, one) => sum + one.weight, 0) };
  telling.set(claim, value);
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
