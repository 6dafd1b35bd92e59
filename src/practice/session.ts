import type { PointId } from "../base/index.ts";
import { type FollowUp, promptOf } from "../deck/index.ts";
import type { Assessment, Grader } from "../grade/index.ts";
import type { Correction } from "./new-review.ts";
import { saidText } from "./said-text.ts";
import type { Answered, AskedQuestion, Circumstances, Judged, Step, Visit } from "./visit.ts";
import { withPoints } from "./with-points.ts";

/**
 * A run through questions, as a value: each step gives a new session that remembers the one before, so undo is
 * exact. A question has one follow-up at most, judged together with the first answer.
 */
export interface Session {
  readonly questions: readonly AskedQuestion[];
  readonly visits: readonly Visit[];
  /** The answer that waits for the answer to its follow-up; null while a question waits. */
  readonly open: { readonly visit: Answered; readonly followUp: FollowUp } | null;
  readonly before: Session | null;
}

/** Nobody typed, and nobody said how sure they were. */
const UNSEEN: Circumstances = { firstKeyMs: null, confidence: null };

/** A session that has asked nothing yet. */
export function startSession(questions: readonly AskedQuestion[]): Session {
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

/** The question that waits, as its deck has it; undefined while a follow-up waits, and at the end. */
export function waitingQuestion({ open, questions, visits }: Session): AskedQuestion | undefined {
  return open === null ? questions[visits.length] : undefined;
}

/** The question that waits is put to the judge as this. No step of the person's, so undo passes it over. */
export function made(session: Session, question: AskedQuestion): Session {
  return { ...session, questions: session.questions.with(session.visits.length, question) };
}

/**
 * The person said something; nothing but white space is "I don't know". The visit that was judged is the last of
 * `visits`, or `open` while a follow-up waits.
 * @param circumstances of the first answer; those of an answer to a follow-up do not count
 */
export function answer(
  session: Session,
  grader: Grader,
  text: string,
  circumstances: Circumstances = UNSEEN,
): Session {
  const step = currentStep(session);
  if (step.kind === "done") return session;
  const said = saidText(text);
  if (said === "") return giveUp(session, grader, circumstances);
  const first = {
    ...circumstances,
    question: step.kind === "question" ? step.question : step.visit.question,
  };
  const before = step.kind === "follow-up" ? step.visit : { ...first, turns: [], corrections: [] };
  const { question, turns, corrections } = before;
  const assessment = grader.assess(question, said, turns);
  const visit: Answered = {
    ...before,
    outcome: "answered",
    turns: [...turns, said],
    assessment,
    corrections: stillMeant(corrections, assessment, turns.length),
  };
  const { followUp } = assessment;
  if (step.kind === "follow-up" || followUp === null) return close(session, visit);
  return { ...session, open: { visit, followUp }, before: session };
}

/** "I don't know": the question counts, with nothing covered; at a follow-up the first answer stands. */
export function giveUp(session: Session, grader: Grader, circumstances: Circumstances = UNSEEN): Session {
  const step = currentStep(session);
  if (step.kind === "done") return session;
  if (step.kind === "follow-up") return close(session, step.visit);
  const { question } = step;
  const assessment = grader.assess(question, "");
  return close(session, { ...circumstances, outcome: "unknown", question, assessment, corrections: [] });
}

/** Passes over what is asked: a skipped question does not count, a skipped follow-up leaves the first answer as it is. */
export function skip(session: Session): Session {
  const step = currentStep(session);
  if (step.kind === "done") return session;
  if (step.kind === "follow-up") return close(session, step.visit);
  return close(session, { outcome: "skipped", question: step.question });
}

/**
 * The person overrules one verdict of the visit judged last: "I did say that" (`covered`) or "that was wrong"
 * (`missing`). A follow-up that asks for a point now covered is not asked any more. The session itself when there is
 * nothing to correct: no such visit or point, or a verdict that says so already.
 */
export function correct(session: Session, point: PointId, verdict: Correction["verdict"]): Session {
  const visit = lastVisit(session);
  if (visit === null || visit.outcome === "skipped") return session;
  const corrections = withCorrection(visit, point, verdict);
  if (corrections === visit.corrections) return session;
  if (session.open === null) {
    return { ...session, visits: session.visits.with(-1, { ...visit, corrections }), before: session };
  }
  const answered = { ...session.open.visit, corrections };
  const { followUp } = session.open;
  if (verdict === "covered" && followUp.point === point) return close(session, answered);
  return { ...session, open: { visit: answered, followUp }, before: session };
}

/**
 * The visit judged last is judged by another form of its question: its own points instead of borrowed ones. What was
 * overruled was said of points that are not asked for any more. The session itself when nothing was judged.
 */
export function judgedAs(session: Session, grader: Grader, question: AskedQuestion): Session {
  const visit = lastVisit(session);
  if (visit === null || visit.outcome === "skipped") return session;
  const turns = visit.outcome === "answered" ? visit.turns : [];
  const assessment = grader.assess(question, turns.at(-1) ?? "", turns.slice(0, -1));
  const again = { ...visit, question, assessment, corrections: [] };
  if (session.open === null || again.outcome !== "answered")
    return { ...session, visits: session.visits.with(-1, again), before: session };
  const { followUp } = assessment;
  return followUp === null
    ? close(session, again)
    : { ...session, open: { visit: again, followUp }, before: session };
}

/**
 * The last answer with what was found out about it since: no step of the person's, so undo passes it over. A follow-up
 * that is not wanted any more is not asked.
 */
export function reassessed(session: Session, assessment: Assessment): Session {
  const visit = lastVisit(session);
  if (visit?.outcome !== "answered" || visit.assessment === assessment) return session;
  const again = { ...visit, assessment };
  if (session.open === null) return { ...session, visits: session.visits.with(-1, again) };
  const { followUp } = assessment;
  if (followUp === null) return { ...session, visits: [...session.visits, again], open: null };
  return { ...session, open: { visit: again, followUp } };
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

function withCorrection(
  { assessment, corrections }: Judged,
  point: PointId,
  verdict: Correction["verdict"],
): readonly Correction[] {
  const judged = assessment.verdicts.find((each) => each.point === point);
  const before = corrections.find((each) => each.point === point);
  if (judged === undefined || (before?.verdict ?? judged.verdict) === verdict) return corrections;
  const others = corrections.filter((each) => each !== before);
  // Back at what the judge said: nothing is overruled any more.
  return judged.verdict === verdict ? others : [...others, { point, verdict }];
}

/** Corrections that hold after one more turn: not those the judge now agrees with, nor "that was wrong" of what is now said anew. */
function stillMeant(
  corrections: readonly Correction[],
  { verdicts }: Assessment,
  turn: number,
): readonly Correction[] {
  return corrections.filter(({ point, verdict }) => {
    const judged = verdicts.find((each) => each.point === point);
    if (judged === undefined || judged.verdict === verdict) return false;
    return verdict === "covered" || judged.evidence?.turn !== turn;
  });
}
