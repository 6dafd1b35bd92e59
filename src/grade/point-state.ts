import type { Evidence } from "./assessment.ts";
import type { Explanation } from "./explain.ts";
import type { Said } from "./judge-point.ts";
import type { Judged } from "./verdict.ts";

/** What is known of one point after some turns. */
export interface PointState extends Judged, Explanation {
  readonly evidence: Evidence | null;
  readonly correction: string | null;
  /** The best that was said of it, for a later turn to add to. */
  readonly said: Said | null;
  readonly support: number;
  /** By word of the question, what was said of the point in a language that is not understood; null when nothing was. */
  readonly neutral: Float32Array | null;
  /** By an exemplar: the person decided it themselves. */
  readonly isOwn: boolean;
}
