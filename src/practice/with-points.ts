import type { Question } from "../deck/index.ts";
import { proposePoints } from "../grade/index.ts";

/** The question itself when its author gave points or there is no reference; else with points proposed from it. */
export function withPoints(question: Question): Question {
  if (question.points.length > 0 || question.answer === "") return question;
  return { ...question, points: proposePoints(question), proposed: true };
}
