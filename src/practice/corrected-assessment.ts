import type { Assessment } from "../grade/index.ts";
import { overruled } from "../recall/index.ts";
import { reviewVerdicts } from "./new-review.ts";
import type { Judged } from "./visit.ts";

/** Why a verdict is what it is when the person decided it. */
const OVERRULED = { correction: null, why: "You overruled the judge.", lacks: null };

/** What the judge says of a visit, with what the person overruled: as its review will stand. */
export function correctedAssessment({
  question,
  assessment,
  corrections,
}: Pick<Judged, "question" | "assessment" | "corrections">): Assessment {
  if (corrections.length === 0) return assessment;
  const wanted = new Map(corrections.map(({ point, verdict }) => [point, verdict]));
  const { score, label } = overruled(
    { score: assessment.score, verdicts: reviewVerdicts(assessment, question) },
    wanted,
  );
  const isSaid = (point: string | undefined) =>
    corrections.some((each) => each.point === point && each.verdict === "covered");
  return {
    ...assessment,
    score,
    label,
    verdicts: assessment.verdicts.map((each) => {
      const verdict = wanted.get(each.point);
      return verdict === undefined ? each : { ...each, verdict, ...OVERRULED };
    }),
    // Nobody asks on for what was said.
    followUp: isSaid(assessment.followUp?.point) ? null : assessment.followUp,
  };
}
