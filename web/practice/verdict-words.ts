import { isInDoubt as isGuess, type PointVerdict } from "../../src/grade/index.ts";
import { count, percent } from "../count.ts";
import { standing } from "./standing.ts";
import { lastAssessment, openFollowUp, type StandingVerdict, type Visit, verdictsOf } from "./visit-state.ts";

/** From here on a verdict is told as a guess. */
const IN_DOUBT = 0.5;

/** From here on nothing that matters is missing. */
const WHOLLY = 0.85;

/** The sign and the word of a verdict: never the colour alone. */
export const SIGNS: Readonly<Record<PointVerdict, { readonly sign: string; readonly word: string }>> = {
  covered: { sign: "✓", word: "covered" },
  partly: { sign: "◐", word: "partly" },
  missing: { sign: "·", word: "missing" },
  contradicted: { sign: "✗", word: "contradicted" },
};

/** The verdict of the whole in a few words. */
export function headline(visit: Visit): string {
  const assessment = lastAssessment(visit);
  if (assessment === null) return "";
  const { score, label } = standing(assessment, visit.corrections);
  switch (label) {
    case "ungraded":
      return "Compare it yourself";
    case "contradicted":
      return `Not quite: ${percent(score)}`;
    case "covered":
      // Of a whole answer that is more likely right than not; of points it begins here.
      return `${score < WHOLLY ? "Mostly covered" : "Covered"}: ${percent(score)}`;
    case "partly":
      return `Partly covered: ${percent(score)}`;
    case "missing":
      if (visit.turns.length === 0) return "Not known yet";
      return `${score > 0 ? "Mostly missing" : "Missing"}: ${percent(score)}`;
    default:
      return label satisfies never;
  }
}

/** Whether the judge is unsure of one verdict, and asks rather than asserts. */
export function isUnsure(verdict: StandingVerdict): boolean {
  return isGuess(verdict) && !verdict.corrected;
}

/** Whether the judge is unsure of the whole. */
export function isInDoubt(visit: Visit): boolean {
  const assessment = lastAssessment(visit);
  return assessment !== null && visit.turns.length > 0 && assessment.doubt >= IN_DOUBT;
}

/** The verdicts that are shown at once; a bonus is praised, never missed. */
export function shownVerdicts(visit: Visit): StandingVerdict[] {
  return verdictsOf(visit).filter(
    ({ weight, verdict, corrected }) => weight !== "bonus" || verdict !== "missing" || corrected,
  );
}

/** The bonus points that were not made. */
export function furtherVerdicts(visit: Visit): StandingVerdict[] {
  const shown = new Set(shownVerdicts(visit).map(({ point }) => point));
  return verdictsOf(visit).filter(({ point }) => !shown.has(point));
}

/** All that is new after a judgement, for those who listen. */
export function inWords(visit: Visit): string {
  const shown = shownVerdicts(visit);
  const counts = (["covered", "partly", "missing", "contradicted"] as const).flatMap((verdict) => {
    const number = shown.filter((each) => each.verdict === verdict).length;
    return number === 0 ? [] : [`${number} ${SIGNS[verdict].word}`];
  });
  const followUp = openFollowUp(visit);
  return [
    `${headline(visit)}.`,
    ...(shown.length === 0 ? [] : [`Of ${count(shown.length, "point")}: ${counts.join(", ")}.`]),
    ...(followUp === null ? [] : [`A follow-up: ${followUp.text}`]),
  ].join(" ");
}
