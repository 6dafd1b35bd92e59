import type { Parsed, PointId } from "../base/index.ts";
import type { Point } from "../deck/index.ts";
import type { PointVerdict } from "../grade/index.ts";
import type { Correction } from "../practice/index.ts";

/** What a correction chooses from: the points as they are numbered, and their verdicts as they stand. */
interface Judged {
  readonly question: { readonly points: readonly Point[] };
  readonly verdicts: readonly { readonly point: PointId; readonly verdict: PointVerdict }[];
}

/** The verdicts that a correction can be said of; those of the first list are meant before those of the second. */
const OPEN_TO: Readonly<Record<Correction["verdict"], readonly (readonly PointVerdict[])[]>> = {
  covered: [["contradicted", "missing", "partly"]],
  missing: [["covered"], ["partly"]],
};

/**
 * The point that "I did say that" (`covered`) or "that was wrong" (`missing`) is about: the one that was named by its
 * number (from 1) or its id, else the heaviest one that it may be said of, so that saying it again goes on to the next.
 */
export function pointToCorrect(
  { question: { points }, verdicts }: Judged,
  verdict: Correction["verdict"],
  named: string | null,
): Parsed<Point> {
  const standing = (point: Point) => verdicts.find((each) => each.point === point.id)?.verdict;
  const judged = points.filter((point) => standing(point) !== undefined);
  if (named !== null) {
    const point = /^\d+$/.test(named) ? points[Number(named) - 1] : points.find(({ id }) => id === named);
    if (point !== undefined && judged.includes(point)) return { ok: true, value: point };
    const ids = judged.map(({ id }, at) => `${at + 1} ${id}`).join(", ");
    return {
      ok: false,
      problem: `no point ${JSON.stringify(named)}: ${ids === "" ? "none was judged" : `there are ${ids}`}`,
    };
  }
  const weight = (point: Point) => (point.weight === "bonus" ? 0 : point.weight);
  const place = (point: Point) =>
    OPEN_TO[verdict].findIndex((verdicts) => verdicts.some((each) => each === standing(point)));
  const [heaviest] = judged
    .filter((point) => place(point) !== -1)
    .sort((a, b) => place(a) - place(b) || weight(b) - weight(a));
  if (heaviest !== undefined) return { ok: true, value: heaviest };
  return {
    ok: false,
    problem: verdict === "covered" ? "every point is covered already" : "no point is covered",
  };
}
