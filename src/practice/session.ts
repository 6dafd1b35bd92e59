import { type FollowUp, promptOf, type Question } from "../deck/index.ts";
import type { Grader } from "../grade/index.ts";
import type { Answered, Step, Visit } from "./visit.ts";
import { withPoints } from "./with-points.ts";

/**
 * A run through questions, as a value: each step gives a new session that remembers the one before, so undo is
 * exact. A question has one follow-up at most, judged together with the first answer.
 */
export interface Session {
  readonly questions: readonly Question[];
  readonly visits: readonly Visit[];
  /** The answer that waits for the answer to its follow-up; null while a question waits. */
  readonly open: { readonly visit: Answered; readonly followUp: FollowUp } | null;
  readonly before: Session | null;
}

/** A session that has asked nothing yet. */
export function startSession(questions: readonly Question[]): Session {
  return { questions, visits: [], open: null, before: null };
}

/** What the person is asked now. */
export function currentStep({ open, questions, visits }: Session): Step {
  if (open !== null) return { kind: "follow-up", ...open };
  const next = questions[visits.length];
  if (next === undefined) return { kind: "done" };
  // Proposed when it is asked: a document's first question need not wait for the points of the other 299.
  const question = withPoints(next);
  return {
    kind: "question",
    question,
    prompt: promptOf(question),
    number: visits.length + 1,
    of: questions.length,
  };
}

/** The person said something. The visit that was judged is the last of `visits`, or `open` while a follow-up waits. */
export function answer(session: Session, grader: Grader, text: string): Session {
  const step = currentStep(session);
  if (step.kind === "done") return session;
  const { question, turns } = step.kind === "follow-up" ? step.visit : { question: step.question, turns: [] };
  const assessment = grader.assess(question, text, turns);
  const visit: Answered = { outcome: "answered", question, turns: [...turns, text], assessment };
  const { followUp } = assessment;
  if (step.kind === "follow-up" || followUp === null) return close(session, visit);
  return { ...session, open: { visit, followUp }, before: session };
}

/** "I don't know": the question counts, with nothing covered; at a follow-up the first answer stands. */
export function giveUp(session: Session, grader: Grader): Session {
  const step = currentStep(session);
  if (step.kind === "done") return session;
  if (step.kind === "follow-up") return close(session, step.visit);
  const { question } = step;
  return close(session, { outcome: "unknown", question, assessment: grader.assess(question, "") });
}

/** Passes over what is asked: a skipped question does not count, a skipped follow-up leaves the first answer as it is. */
export function skip(session: Session): Session {
  const step = currentStep(session);
  if (step.kind === "done") return session;
  if (step.kind === "follow-up") return close(session, step.visit);
  return close(session, { outcome: "skipped", question: step.question });
}

/** The session as it was before the last step; itself when nothing has been done. */
export function undo(session: Session): Session {
  return session.before ?? session;
}

/** The visit that the last step judged or passed over. */
export function lastVisit(session: Session): Visit | null {
  return session.open?.visit ?? session.visits.at(-1) ?? null;
}

function close(session: Session, visit: Visit): Session {
  return { ...session, visits: [...session.visits, visit], open: null, before: session };
}
