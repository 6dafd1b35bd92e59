import type { Point } from "../deck/index.ts";
import type { Gradable } from "./assessment.ts";
import { type EnoughOf, enoughOf } from "./enough-of.ts";
import { proposePoints } from "./propose-points.ts";

/** By which points a question is judged. */
export interface JudgedBy {
  readonly points: readonly Point[];
  /** The points are those that the reference gives; no author wrote them. */
  readonly proposed: boolean;
  /** How many of them a full answer names; null when all are wanted. */
  readonly enough: EnoughOf | null;
}

/** The points of a question; those that its reference gives where no author wrote any. */
export function pointsOf(question: Gradable): JudgedBy {
  const points = question.points.length > 0 ? question.points : proposePoints(question);
  const proposed =
    question.points.length === 0 || question.proposed === true || areProposed(question, points);
  const essential = points.filter(({ weight }) => weight !== "bonus").length;
  return { points, proposed, enough: proposed ? enoughOf(question, essential) : null };
}

/** What a point counts; a bonus point nothing. */
export const weightOf = ({ weight }: Pick<Point, "weight">): number => (weight === "bonus" ? 0 : weight);

/** Whether points are those that the reference gives, whoever proposed them: an author's points are all wanted. */
function areProposed(question: Gradable, points: readonly Point[]): boolean {
  const proposed = proposePoints(question);
  return (
    points.length === proposed.length &&
    points.every((point, i) => point.variants.length === 0 && point.text === proposed[i]?.text)
  );
}
