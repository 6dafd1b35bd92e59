import { DAY_MS, type QuestionId } from "../base/index.ts";
import { cappedDue } from "./capped-due.ts";
import type { Rating } from "./event.ts";
import { afterReview, type Recall } from "./recall.ts";

/** From now to the beginning of a day, both in ms. */
export interface Stretch {
  readonly now: number;
  readonly until: number;
}

/** A question at the end of a stretch in which the plan was kept. */
export interface Kept {
  readonly recall: Recall;
  /** When it was asked, in ms. */
  readonly asked: readonly number[];
}

/** New questions need time to come back: none begins in the last quarter of the days. */
const NEW_IN = 0.75;

/** How many new questions a day, and for how many days, so that all have begun before the last quarter. */
export function paceOfNew(questions: number, daysLeft: number): { days: number; perDay: number } {
  const perDay = Math.ceil(questions / Math.max(1, Math.floor(daysLeft * NEW_IN)));
  return { days: perDay === 0 ? 0 : Math.ceil(questions / perDay), perDay };
}

/** How an answer of the plan turns out: null stands for the first of a new question. */
export type Turnout = (recall: Recall | null, at: number) => Rating;

const answeredWell: Turnout = () => "good";

/** A question that is asked each time it is due (see {@link cappedDue}), and answered well where nothing else is said. */
export function keepPlan(
  recall: Recall,
  question: QuestionId,
  { now, until }: Stretch,
  turnout: Turnout = answeredWell,
): Kept {
  let kept = recall;
  const asked: number[] = [];
  // Each review puts the next one off by a day at least, so this ends.
  for (;;) {
    const at = Math.max(now, cappedDue(kept, question, until));
    if (at >= until) return { recall: kept, asked };
    kept = afterReview(kept, at, turnout(kept, at));
    asked.push(at);
  }
}

/** The same for questions that were never asked: they begin at the pace of {@link paceOfNew}, in the order given. */
export function keepPlanOfNew(
  questions: readonly QuestionId[],
  { now, until }: Stretch,
  turnoutOf: (question: QuestionId) => Turnout = () => answeredWell,
): Map<QuestionId, Kept> {
  if (until <= now) return new Map();
  const { perDay } = paceOfNew(questions.length, Math.ceil((until - now) / DAY_MS));
  return new Map(
    questions.map((question, at) => {
      const begun = now + Math.floor(at / perDay) * DAY_MS;
      const turnout = turnoutOf(question);
      const first = afterReview(null, begun, turnout(null, begun));
      const { recall, asked } = keepPlan(first, question, { now: begun, until }, turnout);
      return [question, { recall, asked: [begun, ...asked] }];
    }),
  );
}
