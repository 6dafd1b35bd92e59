import { contentStems } from "./content-words.ts";
import { plainWords } from "./plain-words.ts";
import { type Point, promptOf, type Question } from "./question.ts";

/** Takes one finding about a part of the question being checked. */
export type ReportPart = (part: Question | Question[PartsKey][number], rule: string, text: string) => void;
type PartsKey = "points" | "misconceptions" | "followUps";

/** Published questions have up to six essential points and five bonus ones; more cannot be told in one answer. */
const MOST_ESSENTIAL = 6;
const MOST_BONUS = 5;
/** Weights compare points with one another; this many steps tell enough apart. */
const HEAVIEST = 9;
/** Equal weights up to this one are usual; beyond it the number pretends to say something. */
const HEAVIEST_ALIKE = 3;
/** Fewer variants than this and a right answer in other words is likely to be missed (grading notes: 3 to 8). */
const LEAST_VARIANTS = 3;

/** Points, their weights and variants. */
export function lintPoints(question: Question, report: ReportPart): void {
  if (question.points.length === 0) {
    report(
      question,
      "points-missing",
      `no "## Points": points will be derived from the answer, which judges less well; write 2 to 6`,
    );
    return;
  }
  const essential = question.points.filter(({ weight }) => weight !== "bonus");
  if (essential.length === 0) {
    const text = "every point is a bonus: wanted at least one essential point, as in (2)";
    report(question, "points-essential", text);
  }
  const bonus = question.points.length - essential.length;
  if (essential.length > MOST_ESSENTIAL || bonus > MOST_BONUS) {
    const found = essential.length > MOST_ESSENTIAL ? `${essential.length} essential` : `${bonus} bonus`;
    const most = `at most ${MOST_ESSENTIAL} essential and ${MOST_BONUS} bonus ones`;
    report(question, "points-many", `${found} points: wanted ${most}; join some, or split the question`);
  }
  lintWeights(essential, report);
  for (const point of question.points) lintVariants(question, point, report);
}

function lintWeights(essential: readonly Point[], report: ReportPart): void {
  const weights = essential.map(({ weight }) => Number(weight));
  const heaviest = Math.max(...weights);
  const at = essential[weights.indexOf(heaviest)];
  if (at === undefined || essential.length < 2) return;
  const others = weights.reduce((sum, weight) => sum + weight, 0) - heaviest;
  if (heaviest > HEAVIEST) {
    report(at, "weight-balance", `the weight ${heaviest} of ${at.id}: weights compare points, use 1 to 5`);
  } else if (heaviest > HEAVIEST_ALIKE && weights.every((weight) => weight === heaviest)) {
    report(at, "weight-balance", `every essential point weighs ${heaviest}: write (1), or tell them apart`);
  } else if (essential.length > 2 && heaviest > others) {
    const what = `${at.id} weighs ${heaviest}, more than all other points together (${others})`;
    report(at, "weight-balance", `${what}: lower it, or split it into its claims`);
  }
}

function lintVariants(question: Question, point: Point, report: ReportPart): void {
  const seen = new Set([plainWords(point.text)]);
  for (const variant of point.variants) {
    const words = plainWords(variant);
    if (seen.has(words)) {
      const found = `the variant ${JSON.stringify(variant)} of ${point.id} says nothing new`;
      report(point, "variant-twice", `${found}: use other words, or drop it`);
    }
    seen.add(words);
  }
  // Derived points have none, and their question says so.
  if (question.proposed || point.weight === "bonus" || point.variants.length >= LEAST_VARIANTS) return;
  const has = point.variants.length === 0 ? "no variants" : `${point.variants.length} of them`;
  report(
    point,
    "variants-few",
    `${point.id} has ${has}: write ${LEAST_VARIANTS} or more, as people would say it`,
  );
}

/** A point of fewer words beyond the prompt says too little to be looked for. */
const LEAST_STEMS = 3;
/**
 * The shares of own words that the reference must use, of the point and else of one variant. Of the 229 points of the
 * shipped decks none falls short of them; of points moved to another question of their deck 75 in 100 do.
 */
const SUPPORT = { point: 0.2, variant: 0.5 };

/** Points of which the reference says nothing, in the words of the point or of any variant. */
export function lintSupport(question: Question, report: ReportPart): void {
  if (question.answer === "" || question.proposed) return;
  const told = contentStems(question.answer);
  const asked = contentStems(promptOf(question));
  const shareOf = (text: string): number | null => {
    const own = [...contentStems(text)].filter((stem) => !asked.has(stem));
    return own.length < LEAST_STEMS ? null : own.filter((stem) => told.has(stem)).length / own.length;
  };
  for (const point of question.points) {
    const own = shareOf(point.text);
    if (own === null || own > SUPPORT.point) continue;
    const variants = point.variants.map((variant) => shareOf(variant) ?? 0);
    if (Math.max(0, ...variants) > SUPPORT.variant) continue;
    const found = `the answer does not seem to say ${point.id}: ${JSON.stringify(point.text)}`;
    report(point, "point-unsupported", `${found}; say it there, or drop the point`);
  }
}
