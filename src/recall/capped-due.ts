import { DAY_MS, type QuestionId, seededRandom } from "../base/index.ts";
import type { Recall } from "./recall.ts";

/** Days before a date in which everything is seen once more. */
const LAST_LOOK_DAYS = 7;

/**
 * When to ask a question at the latest (ms), so that everything was seen in the week before a date. A question that is
 * due before the date is asked when it is due, and so is one that was seen in that week: it will be remembered. The
 * others get a last look, spread over the days of that week by their ids, so that each day has about as many; a question
 * seen shortly before that week has it in the second half of what is left, since a look the next day teaches little.
 * It lies in the middle of a day, so that the day is the same wherever its asker's night lies.
 * @param until the instant (ms) at which the day begins; everything asked when it is due was seen before it
 */
export function cappedDue(recall: Pick<Recall, "due" | "last">, question: QuestionId, until: number): number {
  const { due, last } = recall;
  if (due < until || last >= until - LAST_LOOK_DAYS * DAY_MS) return due;
  const daysLeft = (until - last) / DAY_MS;
  const days = Math.floor(Math.min(LAST_LOOK_DAYS, daysLeft / 2));
  const day = Math.floor(placeOf(question) * days);
  return until - (day + 0.5) * DAY_MS;
}

/** A number from 0 up to, never reaching, 1: always the same for a question, and even over many. */
export function placeOf(question: QuestionId): number {
  return seededRandom(question)();
}
