import type { PointId } from "../base/index.ts";
import type { Point } from "../deck/index.ts";
import type { PointVerdict } from "../grade/index.ts";

/** A point that the rater is asked about. */
export type AskedPoint = Pick<Point, "id" | "text"> & Partial<Pick<Point, "variants">>;

/** What the rater is asked: what did these words do with these points? */
export interface RateRequest {
  /** Title and body of the question. */
  readonly prompt: string;
  /** The reference answer; "" when there is none. */
  readonly reference: string;
  /** Those in doubt. */
  readonly points: readonly AskedPoint[];
  /** All that was said to the question, oldest first. */
  readonly turns: readonly string[];
}

/** What the rater says of one point. */
export interface Opinion {
  readonly point: PointId;
  readonly verdict: PointVerdict;
  /** Words that stand letter by letter in one of the turns; null when the point is missing. */
  readonly quote: string | null;
}

/** Somebody who is asked after the judge. */
export interface Rater {
  /** The model and the host that answers are sent to, so that the person can be told. */
  readonly about: { readonly model: string; readonly host: string };
  /**
   * One opinion a point at most; points that it says nothing useful of are left out.
   * @returns null when there is no answer, whatever the reason: the judge's verdicts stand. It never rejects.
   */
  rate(request: RateRequest): Promise<readonly Opinion[] | null>;
}
