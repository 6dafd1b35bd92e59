import type { Cut } from "./cut.ts";
import type { Measure } from "./measure.ts";

/**
 * How a window's measures add up to the log-odds that it says the point. Fitted by logistic regression on the labelled
 * answers of two shipped decks and on their variants, each judged by a deck that lacks it; the weight of the topic was
 * then lowered by hand (docs/decisions/0005-the-first-judge.md).
 */
const MODEL = {
  whole: 3.08,
  own: 1.12,
  siblingOwn: -0.9,
  foreign: -0.68,
  siblingWhole: -1.4,
  /** Harmonic mean of the share of the point that is said and the share of the window that says it. */
  match: 1.55,
  part: 1.08,
  /** Share of the whole answer that is in the words of the question and its points. */
  topic: 1.8,
  constant: -2.9,
};
/** The topic of an answer is told by variants only; without them it counts as usual. */
const USUAL_TOPIC = 0.4;
/** Log-odds of the model that mean "partly" and "covered"; chosen so that few sentences on other points reach them. */
const PARTLY_FROM = -0.1;
const COVERED_FROM = 0.2;
/** Without at least this much of words outside the question, a window has said nothing. */
const LEAST_OWN = 0.7;
/** A point without variants can also be told by recall alone, when so much of all its words is said. */
const LEAST_WHOLE = 0.45;
/** A window that says the opposite of more than this share of what it says does not say the point. */
const MOST_OPPOSED = 0.5;
/** Less of any one wording, and fewer words of all of them, say a point partly at most. */
const WHOLE_TO_COVER = 0.28;
const OWN_TO_COVER = 2.5;
/** A point told by words of other points alone must be told so fully, or better than they are. */
const WHOLE_OF_BORROWED = 0.6;
const NEARLY = 0.01;
/** A wording of less weight is small words alone, which may be said of anything. */
const THIN = 1.5;
/** A point without variants needs more of its one wording. */
const ALONE_TO_COVER = 0.6;
/** A claim told over two sentences is told less plainly. */
const PER_SENTENCE = 0.03;
/** A claim said of something else ("tuples" for "lists") earns this share. */
const FOREIGN = 0.5;

/** How fully a window says a point, 0..1, on the scale of the cut-offs in `cut.ts`. */
export function supportOf(
  own: Measure,
  all: readonly Measure[],
  topic: number,
  crossings: number,
  cut: Cut,
): number {
  if (own.credit <= 0) return 0;
  const opposed = own.touched - own.whole > MOST_OPPOSED * own.whole;
  let told = own.own >= LEAST_OWN && crossings === 0 && !opposed ? rescale(oddsOf(own, all, topic), cut) : 0;
  const alone = own.wordings === 1;
  const little = alone ? own.whole < ALONE_TO_COVER : own.whole < WHOLE_TO_COVER && own.own < OWN_TO_COVER;
  const thin = own.claim !== null && own.claim.allTotal < THIN;
  // A clause that says another point at least as well says this one only by words that no other point uses.
  const borrowed = own.ownWords === 0 && own.whole < WHOLE_OF_BORROWED && own.whole <= bestOther(own, all);
  if (borrowed) told = Math.min(told, cut.partly - NEARLY);
  else if (little || thin) told = Math.min(told, (cut.partly + cut.covered) / 2);
  const recalled = alone ? own.credit * Math.min(1, own.whole / LEAST_WHOLE) : 0;
  return Math.max(recalled, told) * (own.foreign ? FOREIGN : 1) - PER_SENTENCE * crossings;
}

function bestOther(own: Measure, all: readonly Measure[]): number {
  let best = 0;
  for (const one of all) if (one !== own) best = Math.max(best, one.whole);
  return best;
}

function oddsOf(own: Measure, all: readonly Measure[], topic: number): number {
  let siblingWhole = 0;
  let siblingOwn = 0;
  for (const one of all) {
    if (one === own) continue;
    siblingWhole = Math.max(siblingWhole, one.whole);
    siblingOwn = Math.max(siblingOwn, one.own);
  }
  const share = own.own / (own.weight + 0.5);
  return (
    MODEL.constant +
    MODEL.whole * own.whole +
    MODEL.own * Math.log1p(own.own) +
    MODEL.siblingOwn * Math.log1p(siblingOwn) +
    MODEL.foreign * (own.foreign ? 1 : 0) +
    MODEL.siblingWhole * siblingWhole +
    MODEL.match * ((2 * own.whole * share) / (own.whole + share + 0.01)) +
    MODEL.part * own.part +
    MODEL.topic * (own.wordings === 1 ? USUAL_TOPIC : topic)
  );
}

/** Log-odds beyond the cut-off for "covered" at which a point is surely said. */
const SURELY = 2.5;

/** Bends the model's log-odds so that its two cut-offs fall on those of the recall. */
function rescale(odds: number, cut: Cut): number {
  if (odds < PARTLY_FROM) return cut.partly / (1 + 0.5 * (PARTLY_FROM - odds));
  if (odds < COVERED_FROM) {
    return cut.partly + ((odds - PARTLY_FROM) / (COVERED_FROM - PARTLY_FROM)) * (cut.covered - cut.partly);
  }
  return cut.covered + Math.min(1, (odds - COVERED_FROM) / SURELY) * (1 - cut.covered);
}
