import { setImmediate } from "node:timers/promises";
import type { Question } from "../deck/index.ts";
import { proposePoints } from "../grade/index.ts";

/** The question itself when its author gave points or there is no reference; else with points proposed from it. */
export function withPoints<Q extends Question>(question: Q): Q {
  if (question.points.length > 0 || question.answer === "") return question;
  return { ...question, points: proposePoints(question), proposed: true };
}

/** Questions between which others get their turn: for long answers, some milliseconds each. */
const AT_ONCE = 20;

/** All of them as {@link withPoints}; a server goes on answering meanwhile. */
export async function allWithPoints(questions: readonly Question[]): Promise<Question[]> {
  const out: Question[] = [];
  for (const question of questions) {
    if (out.length % AT_ONCE === AT_ONCE - 1) await setImmediate();
    out.push(withPoints(question));
  }
  return out;
}
