import type { DeckName } from "../base/index.ts";
import type { Point } from "../deck/index.ts";
import type { Assessment, Grader } from "../grade/index.ts";
import {
  type AskedQuestion,
  answer,
  correct,
  correctedAssessment,
  currentStep,
  giveUp,
  type Judged,
  judgedAs,
  lastVisit,
  made,
  reassessed,
  type Session,
  type Step,
  type Summary,
  skip,
  startSession,
  summarize,
  undo,
  waitingQuestion,
} from "../practice/index.ts";
import type { Asked } from "./asked.ts";
import type { Keeper } from "./keep-visits.ts";
import { pointToCorrect } from "./point-to-correct.ts";
import type { Correction, Replies, Reply } from "./replies.ts";

/** What a person overruled. */
export interface Corrected {
  readonly visit: Judged;
  readonly point: Point;
  readonly verdict: "covered" | "missing";
  /** With all corrections so far; `before` without this one. */
  readonly assessment: Assessment;
  readonly before: Assessment;
}

/** What an interview tells as it goes; one for people, one for programs. */
export interface InterviewView {
  asked(step: Exclude<Step, { kind: "done" }>, why: Asked["why"], isFirst: boolean): void;
  /**
   * After an answer or "I don't know". `before` is the assessment of the first answer when this was its follow-up;
   * `final` is true when no follow-up comes next.
   */
  judged(visit: Judged, before: Assessment | null, final: boolean): void;
  corrected(correction: Corrected): void;
  /** What was judged by borrowed points is judged by its own. */
  judgedByOwn(visit: Judged, final: boolean): void;
  /** A correction that could not be: why. */
  notCorrected(problem: string): void;
  passed(what: "skipped" | "not known" | "taken back" | "nothing to take back"): void;
  /** A document has become a deck. */
  deckKept(name: DeckName): void;
  ended(summary: Summary): void;
}

interface InterviewParts {
  readonly replies: Replies;
  readonly view: InterviewView;
  readonly keeper: Keeper;
  /** Asked for when the first reply comes, so that the first question need not wait for it. */
  grader(): Promise<Grader>;
  /** The question as it is put to the judge, who is told what says the same in its deck. */
  ready(question: AskedQuestion, terms: Asked["terms"]): Promise<AskedQuestion>;
  /** What a second rater makes of an answer; the same assessment when there is none. */
  opinion(question: AskedQuestion, turns: readonly string[], assessment: Assessment): Promise<Assessment>;
}

/**
 * Runs an interview to its end: the last question, Ctrl-C or the end of the input. An answer whose follow-up waits then
 * is kept as it stands.
 * @returns what it came to, and how many of its reviews are not kept
 */
export async function runInterview(
  asked: readonly Asked[],
  { replies, view, keeper, grader, ready, opinion }: InterviewParts,
): Promise<{ summary: Summary; lost: number }> {
  let session = startSession(asked.map(({ question }) => question));
  let draft = "";
  let again = false;
  let isFirst = true;
  for (let step = currentStep(session); step.kind !== "done"; step = currentStep(session)) {
    if (!again) view.asked(step, asked[session.visits.length]?.why ?? null, isFirst);
    isFirst = false;
    const reply = await replies.next(draft, again);
    draft = "";
    again = false;
    if (reply.kind === "quit") break;
    if (reply.kind === "undo") {
      const before = undo(session);
      view.passed(before === session ? "nothing to take back" : "taken back");
      draft = takenBack(session, before);
      session = before;
    } else if (reply.kind === "own") {
      const before = session;
      session = await refuseBorrowed(session, asked, { grader, ready, view });
      // Another follow-up, or none any more, is shown; what was asked already is not.
      again = before.open === null || session.open?.followUp.text === before.open.followUp.text;
    } else if (reply.kind === "correct") {
      const before = session;
      session = takeCorrection(session, reply, view);
      // Without a follow-up to it, the answer that was being typed has no question any more.
      again = session.visits.length === before.visits.length;
      if (again) draft = reply.draft;
    } else {
      const waiting = reply.kind === "skip" ? undefined : waitingQuestion(session);
      if (waiting !== undefined) {
        const { terms = [] } = asked[session.visits.length] ?? {};
        session = made(session, await ready(waiting, terms));
      }
      const next = await opined(await take(session, reply, grader), reply, opinion);
      tell(session, next, reply, view);
      session = next;
    }
    await keeper.follow(session);
  }
  if (session.open !== null) session = skip(session);
  const lost = await keeper.follow(session);
  const summary = summarize(session);
  view.ended(summary);
  return { summary, lost };
}

/** The visit judged last is judged by its own points, and its deck file will say so. */
async function refuseBorrowed(
  session: Session,
  asked: readonly Asked[],
  { grader, ready, view }: Pick<InterviewParts, "grader" | "ready" | "view">,
): Promise<Session> {
  const visit = lastVisit(session);
  if (visit === null || visit.outcome === "skipped" || !visit.question.borrowed) {
    view.notCorrected("nothing was judged by borrowed points");
    return session;
  }
  const at = session.visits.length - (session.open === null ? 1 : 0);
  const { question = visit.question, terms = [] } = asked[at] ?? {};
  const next = judgedAs(session, await grader(), await ready({ ...question, borrows: "none" }, terms));
  const now = lastVisit(next);
  if (now !== null && now.outcome !== "skipped") view.judgedByOwn(now, next.open === null);
  return next;
}

async function take(
  session: Session,
  reply: Exclude<Reply, { kind: "quit" | "undo" | "correct" | "own" }>,
  grader: () => Promise<Grader>,
): Promise<Session> {
  switch (reply.kind) {
    case "answer":
      return answer(session, await grader(), reply.text, { firstKeyMs: reply.firstKeyMs, confidence: null });
    case "unknown":
      return giveUp(session, await grader());
    case "skip":
      return skip(session);
    default:
      return reply satisfies never;
  }
}

async function opined(session: Session, reply: Reply, opinion: InterviewParts["opinion"]): Promise<Session> {
  const visit = lastVisit(session);
  if (reply.kind !== "answer" || visit?.outcome !== "answered") return session;
  return reassessed(session, await opinion(visit.question, visit.turns, visit.assessment));
}

function tell(session: Session, next: Session, reply: Reply, view: InterviewView): void {
  const visit = lastVisit(next);
  if (reply.kind === "skip") view.passed("skipped");
  else if (reply.kind === "unknown" && session.open !== null) view.passed("not known");
  else if (visit !== null && visit.outcome !== "skipped") {
    view.judged(visit, session.open?.visit.assessment ?? null, next.open === null);
  }
}

function takeCorrection(
  session: Session,
  { verdict, point: named }: Correction,
  view: InterviewView,
): Session {
  const visit = lastVisit(session);
  if (visit?.outcome !== "answered") {
    view.notCorrected("no answer to correct");
    return session;
  }
  const before = correctedAssessment(visit);
  const point = pointToCorrect({ question: visit.question, verdicts: before.verdicts }, verdict, named);
  if (!point.ok) {
    view.notCorrected(point.problem);
    return session;
  }
  const next = correct(session, point.value.id, verdict);
  const now = lastVisit(next);
  if (next === session || now?.outcome !== "answered") {
    view.notCorrected(`${point.value.id} is ${verdict} already`);
    return session;
  }
  view.corrected({ visit: now, point: point.value, verdict, assessment: correctedAssessment(now), before });
  return next;
}

/** The words that undo took away, so that they can be edited instead of typed again. */
function takenBack(session: Session, before: Session): string {
  const visit = lastVisit(session);
  if (session === before || visit?.outcome !== "answered") return "";
  const earlier = lastVisit(before);
  // Only a correction was undone, or a follow-up passed over.
  if (earlier?.outcome === "answered" && earlier.assessment === visit.assessment) return "";
  return visit.turns.slice(before.open?.visit.turns.length ?? 0).join("\n");
}
