import { promptOf, type Question } from "../deck/index.ts";
import type { Grader } from "../grade/index.ts";
import type { Step, Visit } from "./visit.ts";

/**
 * A run through questions, as a value: each step gives a new session that remembers the one before, so undo is
 * exact. A question has one follow-up at most, judged together with the first answer.
 */
export interface Session {
  readonly questions: readonly Question[];
  readonly visits: readonly Visit[];
  /** The visit that waits for the answer to its follow-up; null while a question waits. */
  readonly open: Visit | null;
  readonly before: Session | null;
}

/** A session that has asked nothing yet. */
export function startSession(questions: readonly Question[]): Session {
  return { questions, visits: [], open: null, before: null };
}

/** What the person is asked now. */
export function currentStep(session: Session): Step {
  const { open, questions, visits } = session;
  if (open?.assessment?.followUp) {
    return { kind: "follow-up", question: open.question, followUp: open.assessment.followUp };
  }
  const question = questions[visits.length];
  if (question === undefined) return { kind: "done" };
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
  const earlier = step.kind === "follow-up" ? (session.open?.turns ?? []) : [];
  const assessment = grader.assess(step.question, text, earlier);
  const visit: Visit = {
    question: step.question,
    outcome: "answered",
    turns: [...earlier, text],
    assessment,
  };
  const asksOn = step.kind === "question" && assessment.followUp !== null;
  return asksOn ? { ...session, open: visit, before: session } : close(session, visit);
}

/** "I don't know": the question counts, with nothing covered; at a follow-up the first answer stands. */
export function giveUp(session: Session, grader: Grader): Session {
  const step = currentStep(session);
  if (step.kind === "done") return session;
  if (session.open !== null) return close(session, session.open);
  const assessment = { ...grader.assess(step.question, ""), followUp: null };
  return close(session, { question: step.question, outcome: "unknown", turns: [], assessment });
}

/** Passes over what is asked: a skipped question does not count, a skipped follow-up leaves the first answer as it is. */
export function skip(session: Session): Session {
  const step = currentStep(session);
  if (step.kind === "done") return session;
  return close(
    session,
    session.open ?? { question: step.question, outcome: "skipped", turns: [], assessment: null },
  );
}

/** The session as it was before the last step; itself when nothing has been done. */
export function undo(session: Session): Session {
  return session.before ?? session;
}

/** The visit that the last step judged or passed over. */
export function lastVisit(session: Session): Visit | null {
  return session.open ?? session.visits.at(-1) ?? null;
}

function close(session: Session, visit: Visit): Session {
  return { ...session, visits: [...session.visits, visit], open: null, before: session };
}
