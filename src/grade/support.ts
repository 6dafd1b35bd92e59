import type { Cut } from "./cut.ts";
import type { Measure } from "./measure.ts";

/**
 * How a window's measures add up to the chance that it says the point. Fitted by logistic regression on the shipped
 * decks, each variant judged by a deck that lacks it (docs/decisions/0005-the-first-judge.md).
 */
const MODEL = {
  whole: 3.25,
  own: 0.83,
  foreign: -0.84,
  siblingWhole: -1.04,
  siblingOwn: -0.55,
  constant: -2.55,
};
/** More than this weight of own words says no more. */
const MOST_OWN = 3;
/** Chances of the model that mean "partly" and "covered"; chosen so that few sentences on other points reach them. */
const PARTLY_FROM = 0.33;
const COVERED_FROM = 0.47;
/** Without at least this much of words outside the question, a window has said nothing. */
const LEAST_OWN = 0.7;
/** Below this recall over all words of a claim, the few that earn credit may stand there by chance. */
const LEAST_WHOLE = 0.45;
/** A point of two claims of which one is said this well is said partly. */
const PART_SAID = 0.8;
/** Words picked from several wordings say a point partly at most, unless one of the wordings is said this far. */
const WHOLE_TO_COVER = 0.35;
/** A claim told over two sentences is told less plainly. */
const PER_SENTENCE = 0.03;
/** A claim said of something else ("tuples" for "lists") earns this share. */
const FOREIGN = 0.5;

/** How fully a window says a point, 0..1, on the scale of the cut-offs in `cut.ts`. */
export function supportOf(own: Measure, all: readonly Measure[], crossings: number, cut: Cut): number {
  if (own.credit <= 0) return 0;
  const literal = own.credit * Math.min(1, own.whole / LEAST_WHOLE);
  let told = own.own >= LEAST_OWN && crossings === 0 ? rescale(chance(own, all), cut) : 0;
  if (own.whole < WHOLE_TO_COVER) told = Math.min(told, (cut.partly + cut.covered) / 2);
  const half = own.part >= PART_SAID && own.own >= LEAST_OWN ? cut.partly + 0.08 : 0;
  return Math.max(literal, told, half) * (own.foreign ? FOREIGN : 1) - PER_SENTENCE * crossings;
}

function chance(own: Measure, all: readonly Measure[]): number {
  let siblingWhole = 0;
  let siblingOwn = 0;
  for (const one of all) {
    if (one === own) continue;
    siblingWhole = Math.max(siblingWhole, one.whole);
    siblingOwn = Math.max(siblingOwn, one.own);
  }
  const z =
    MODEL.constant +
    MODEL.whole * own.whole +
    MODEL.own * Math.min(MOST_OWN, own.own) +
    MODEL.foreign * (own.foreign ? 1 : 0) +
    MODEL.siblingWhole * siblingWhole +
    MODEL.siblingOwn * Math.min(MOST_OWN, siblingOwn);
  return 1 / (1 + Math.exp(-z));
}

/** Bends the model's chance so that its two cut-offs fall on those of the recall. */
function rescale(p: number, cut: Cut): number {
  if (p < PARTLY_FROM) return (p / PARTLY_FROM) * cut.partly;
  if (p < COVERED_FROM) {
    return cut.partly + ((p - PARTLY_FROM) / (COVERED_FROM - PARTLY_FROM)) * (cut.covered - cut.partly);
  }
  return cut.covered + ((p - COVERED_FROM) / (1 - COVERED_FROM)) * (1 - cut.covered);
}
