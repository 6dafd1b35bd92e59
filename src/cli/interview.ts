import type { Question } from "../deck/index.ts";
import type { Assessment, Grader } from "../grade/index.ts";
import {
  answer,
  currentStep,
  giveUp,
  lastVisit,
  type Session,
  type Step,
  type Summary,
  skip,
  startSession,
  summarize,
  undo,
  type Visit,
} from "../practice/index.ts";
import type { Replies, Reply } from "./replies.ts";

/** A visit with something to judge. */
export type Judged = Exclude<Visit, { outcome: "skipped" }>;

/** What an interview tells as it goes; one for people, one for programs. */
export interface InterviewView {
  asked(step: Exclude<Step, { kind: "done" }>, isFirst: boolean): void;
  /**
   * After an answer or "I don't know". `before` is the assessment of the first answer when this was its follow-up;
   * `final` is true when no follow-up comes next.
   */
  judged(visit: Judged, before: Assessment | null, final: boolean): void;
  passed(what: "skipped" | "not known" | "taken back" | "nothing to take back"): void;
  ended(summary: Summary): void;
}

/**
 * Runs an interview to its end: the last question, Ctrl-C or the end of the input. The grader is asked for when the
 * first reply comes, so that the first question need not wait for it.
 */
export async function runInterview(
  questions: readonly Question[],
  replies: Replies,
  view: InterviewView,
  grader: () => Promise<Grader>,
): Promise<Summary> {
  let session = startSession(questions);
  let draft = "";
  let isFirst = true;
  for (let step = currentStep(session); step.kind !== "done"; step = currentStep(session)) {
    view.asked(step, isFirst);
    isFirst = false;
    const reply = await replies.next(draft);
    draft = "";
    if (reply.kind === "quit") break;
    if (reply.kind === "undo") {
      const before = undo(session);
      view.passed(before === session ? "nothing to take back" : "taken back");
      draft = takenBack(session, before);
      session = before;
      continue;
    }
    const next = await take(session, reply, grader);
    if (reply.kind === "skip") {
      view.passed("skipped");
    } else if (reply.kind === "unknown" && step.kind === "follow-up") {
      view.passed("not known");
    } else {
      const visit = lastVisit(next);
      if (visit !== null && visit.outcome !== "skipped") {
        view.judged(visit, session.open?.visit.assessment ?? null, next.open === null);
      }
    }
    session = next;
  }
  const summary = summarize(session);
  view.ended(summary);
  return summary;
}

async function take(
  session: Session,
  reply: Exclude<Reply, { kind: "quit" | "undo" }>,
  grader: () => Promise<Grader>,
) {
  switch (reply.kind) {
    case "answer":
      return answer(session, await grader(), reply.text);
    case "unknown":
      return giveUp(session, await grader());
    case "skip":
      return skip(session);
    default:
      return reply satisfies never;
  }
}

/** The words that undo took away, so that they can be edited instead of typed again. */
function takenBack(session: Session, before: Session): string {
  const visit = lastVisit(session);
  if (session === before || visit?.outcome !== "answered") return "";
  return visit.turns.slice(before.open?.visit.turns.length ?? 0).join("\n");
}
