import type { FollowUp } from "../deck/index.ts";
import type { Gradable, PointVerdict } from "./assessment.ts";
import { isInDoubt } from "./in-doubt.ts";
import { neutralFollowUp } from "./neutral-follow-up.ts";
import type { PointState } from "./point-state.ts";
import type { PreparedQuestion } from "./prepare-question.ts";
import { weightsOf } from "./score.ts";

/**
 * The follow-up that was earned: for the heaviest contradicted point, else one half said or in doubt (even if it seems
 * covered: the judge asks instead of asserting), else a missing one; when all essential points are covered, an author's follow-up for a bonus point, then the one for everybody.
 * @param asked texts of the follow-ups that were asked before: none is asked twice, no point by a made-up one twice
 */
export function chooseFollowUp(
  question: Gradable,
  prepared: PreparedQuestion,
  states: readonly PointState[],
  asked: readonly FollowUp[],
): FollowUp | null {
  const weights = weightsOf(prepared);
  const done = prepared.enough !== null && countCovered(states) >= prepared.enough.wanted;
  const open = prepared.points
    .map((point, i) => ({ point, state: states[i], index: i, weight: weights[i] ?? 0 }))
    .filter(({ state }) => state !== undefined && (state.verdict !== "covered" || isInDoubt(state)));
  const essential = open.filter(
    ({ weight, state }) => weight > 0 && !(done && state?.verdict !== "contradicted"),
  );
  const ranked = essential.sort(
    (a, b) => rank(b.state) - rank(a.state) || b.weight - a.weight || a.index - b.index,
  );
  for (const { point, state, index } of ranked) {
    const written = fresh(question, point.point.id, asked);
    if (written !== undefined) return written;
    if (!asked.some((one) => one.point === point.point.id)) {
      const text = neutralFollowUp(prepared, index, state === undefined ? "missing" : asHalfSaid(state));
      return { point: point.point.id, text };
    }
  }
  if (essential.length > 0) return null;
  for (const { point } of open) {
    const written = fresh(question, point.point.id, asked);
    if (written !== undefined) return written;
  }
  return fresh(question, "*", asked) ?? null;
}

/** What may have been said is asked for as if it had been half said. */
const asHalfSaid = ({ verdict }: PointState): PointVerdict => (verdict === "covered" ? "partly" : verdict);

function rank(state: PointState | undefined): number {
  if (state === undefined) return 0;
  if (state.verdict === "contradicted") return 2;
  return state.verdict === "partly" || isInDoubt(state) ? 1 : 0;
}

const countCovered = (states: readonly PointState[]): number =>
  states.filter((state) => state.verdict === "covered").length;

function fresh(
  question: Gradable,
  point: FollowUp["point"],
  asked: readonly FollowUp[],
): FollowUp | undefined {
  return question.followUps.find(
    (one) =>
      one.point === point && !asked.some((before) => before.text === one.text && before.point === point),
  );
}
