import type { PointId } from "../../src/base/index.ts";
import { overruled } from "../../src/recall/index.ts";
import type { Assessment, Correction } from "../shapes.ts";

/** Score and label as they stand when these corrections hold: the same sum that the review will be kept with. */
export function standing(
  { score, label, verdicts }: Assessment,
  corrections: readonly Correction[],
): Pick<Assessment, "score" | "label"> {
  if (corrections.length === 0 || label === "ungraded") return { score, label };
  // The server gave these ids; here they are only compared.
  const judged = verdicts.map((each) => ({ ...each, point: each.point as PointId }));
  const wanted = new Map(corrections.map(({ point, verdict }) => [point as PointId, verdict]));
  const again = overruled({ score, verdicts: judged }, wanted);
  return { score: again.score, label: again.label };
}
