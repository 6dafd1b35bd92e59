import { CERTAIN, PURE, purity } from "./accusation.ts";
import { alignAll, alignTerms, type Window } from "./align.ts";
import type { Claim, ClaimPart, ClaimTerm } from "./claim.ts";
import type { Measure } from "./measure.ts";
import type { PreparedPoint } from "./prepare-question.ts";
import type { Spoken } from "./spoken.ts";

const PURE_WHEN_NAMED = 0.65;
/** Least share of a claim that must be touched, and that must be opposed, before an opposite is believed. */
const TOUCHED = 0.75;
const OPPOSED = 0.25;
const WHOLLY_TOUCHED = 0.95;
/** Weight below which there is nothing to be opposed. */
const LEAST_OPPOSED = 0.7;
/** When all of a claim is touched, one opposed word is enough. */
const FULLY_TOUCHED = 0.88;
/** A variant is one example of the claim; its opposite may be another. */
const TOUCHED_OF_VARIANT = 0.85;
/** For "never bake secrets" a mention of secrets is no contradiction: nearly all of it must be said. */
const TOUCHED_OF_NEGATIVE = 0.85;

/**
 * How surely a window says the opposite of a point: its own words with a "not" too many or too few, or an antonym.
 * @param others how well it says the best of the point's siblings
 */
export function oppositeOf(point: PreparedPoint, spoken: Spoken, window: Window, others: number): number {
  if (isDiagnosis(point, spoken, window)) return 0;
  let strongest = 0;
  const named = namesPoint(point, spoken, window);
  for (const [i, claim] of point.claims.entries()) {
    const text = i === 0;
    // "A tuple, not a list": what is negated in a wording of two minds cannot be told from its context.
    if (!text && isMixed(claim)) continue;
    const parts =
      text && named ? [claim, ...claim.parts.filter((part) => holdsAnchor(part, point))] : [claim];
    for (const part of parts) {
      if (alignTerms(part.all, part.allTotal, window).conflict === 0) continue;
      const strength = opposes(part, point, window, named, others);
      if (strength <= strongest || (!text && strength < TOUCHED_OF_VARIANT)) continue;
      if (purity(part, spoken, window, point.anchors) < (named ? PURE_WHEN_NAMED : PURE)) continue;
      // The point's own sentence with one "not" in it is no paraphrase of a variant.
      strongest = text && part === claim && strength >= WHOLLY_TOUCHED ? CERTAIN : strength;
    }
  }
  return strongest;
}

const OUGHT: ReadonlySet<string> = new Set([
  "must",
  "should",
  "need",
  "needs",
  "ought",
  "has",
  "have",
  "needed",
]);

/** "The port is not published" says what is wrong, not that it need not be published. */
function isDiagnosis(point: PreparedPoint, spoken: Spoken, window: Window): boolean {
  const words = point.claims[0]?.reading.words ?? [];
  const wanted = words.some(
    ({ word }, i) => OUGHT.has(word) && (!/^ha/.test(word) || words[i + 1]?.word === "to"),
  );
  if (!wanted) return false;
  const from = spoken.clauses[window.from]?.from ?? 0;
  const to = spoken.clauses[window.to - 1]?.to ?? 0;
  const said = spoken.reading.words.slice(from, to);
  return said.some((word) => word.role === "negator") && !said.some(({ word }) => OUGHT.has(word));
}

const isMixed = (claim: Claim): boolean =>
  claim.all.some((one) => one.negated) && claim.all.some((one) => !one.negated);

const holdsAnchor = (part: ClaimPart, point: PreparedPoint): boolean =>
  part.all.some((one) => point.anchors.has(one.term));

/** Whether a window itself names what the point is about, rather than going on about it. */
function namesPoint(point: PreparedPoint, spoken: Spoken, window: Window): boolean {
  const clauses = spoken.clauses.slice(window.from, window.to);
  return clauses.some((clause) => [...clause.names].some((name) => point.anchors.has(name)));
}

function opposes(
  part: ClaimPart,
  point: PreparedPoint,
  window: Window,
  about: boolean,
  others: number,
): number {
  // When the subject is named, what counts is how much of the rest is opposed.
  const rest = about ? part.all.filter((one) => !point.anchors.has(one.term)) : part.all;
  const total = rest.reduce((sum, one) => sum + one.weight, 0);
  const { recall, conflict } = alignTerms(rest, total, window);
  const touched = recall + conflict;
  const negative = rest.some((one) => one.negated);
  const opposed = touched >= FULLY_TOUCHED ? OPPOSED / 2 : OPPOSED;
  if (conflict < opposed || touched < (negative ? TOUCHED_OF_NEGATIVE : TOUCHED)) return 0;
  // One opposed word may be meant of anything; what a sibling says better is about the sibling.
  if (!about && recall === 0 && !negative) return 0;
  const whole = negative || about || touched >= WHOLLY_TOUCHED;
  if (others >= (whole ? touched : recall + 0.15)) return 0;
  return total >= LEAST_OPPOSED && (about || wordsTouched(rest, window) > 1) ? touched : 0;
}

const wordsTouched = (terms: readonly ClaimTerm[], window: Window): number =>
  terms.filter(({ term }) => (window.agree[term] ?? 0) > 0 || (window.against[term] ?? 0) > 0).length;

/** Recall of a comparison from which on its direction is judged. */
const REVERSED = 0.6;

/** "Containers cost more than machines": what the point is about is only what it is compared with. */
export function reversed(point: PreparedPoint, spoken: Spoken, window: Window, own: Measure): number {
  if (own.claim === null) return 0;
  const clauses = spoken.clauses.slice(window.from, window.to);
  const names = new Set(clauses.flatMap((clause) => [...clause.names]));
  const compared = new Set(clauses.flatMap((clause) => [...clause.compared]));
  const { recall, conflict } = alignAll(own.claim, window);
  if (recall < REVERSED || conflict > 0 || names.size === 0) return 0;
  const has = (set: ReadonlySet<number>): boolean => [...point.anchors].some((anchor) => set.has(anchor));
  if (!has(compared) || has(names) || has(own.claim.compared)) return 0;
  return CERTAIN;
}
