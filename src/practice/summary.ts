import type { QuestionId } from "../base/index.ts";
import { correctedAssessment } from "./corrected-assessment.ts";
import type { Session } from "./session.ts";
import type { Visit } from "./visit.ts";

type Outcome = Visit["outcome"];

/** What a session came to. */
export interface Summary {
  readonly asked: number;
  readonly answered: number;
  readonly unknown: number;
  readonly skipped: number;
  /** Mean score over the questions that were judged, "I don't know" included; null when none was. */
  readonly score: number | null;
  readonly questions: readonly {
    readonly id: QuestionId;
    readonly title: string;
    readonly outcome: Outcome;
    readonly score: number | null;
  }[];
}

/** Sums up a session, finished or not; an answer whose follow-up still waits counts as it stands. */
export function summarize(session: Session): Summary {
  const visits = session.open === null ? session.visits : [...session.visits, session.open.visit];
  const questions = visits.map((visit) => ({
    id: visit.question.id,
    title: visit.question.title,
    outcome: visit.outcome,
    score: scoreOf(visit),
  }));
  const scores = questions.flatMap(({ score }) => (score === null ? [] : [score]));
  const count = (outcome: Outcome) => visits.filter((visit) => visit.outcome === outcome).length;
  return {
    asked: visits.length,
    answered: count("answered"),
    unknown: count("unknown"),
    skipped: count("skipped"),
    score: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    questions,
  };
}

function scoreOf(visit: Visit): number | null {
  if (visit.outcome === "skipped" || visit.assessment.label === "ungraded") return null;
  return correctedAssessment(visit).score;
}
