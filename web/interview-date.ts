import { dayBegins } from "./days.ts";
import { storage } from "./kept/this-browser.ts";
import { watchable } from "./watch.ts";

const KEPT = "viva.interview-date";

const kept = watchable(storage.read(KEPT) ?? "");

/** The day of the interview as `YYYY-MM-DD`; "" when there is none. */
export const interviewDate = { state: kept.state, subscribe: kept.subscribe };

/** Keeps the day of the interview; "" is none. */
export function setInterviewDate(date: string): void {
  storage.write(KEPT, date);
  kept.replace(date);
}

/** What a question to the server says of the date: the instant at which that day begins, as long as that is to come. */
export function untilOf(date: string, now: Date): { until?: string } {
  const until = dayBegins(date);
  return until === null || Date.parse(until) <= now.getTime() ? {} : { until };
}
