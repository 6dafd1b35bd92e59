import { DAY_MS } from "../base/index.ts";
import { invalid } from "./problem.ts";

/** RFC 3339, with its zone: whose day is meant is the asker's to say. */
const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i;
/** Of the day that begins, when nobody says otherwise: somebody who is up at two has not begun a new one. */
const DAY_ENDS_HOUR = 4;

/** What is said of a text that is no time. */
export const NO_INSTANT =
  "is no moment: wanted one with its zone, as in 2026-12-24T00:00:00+01:00 (in a query, + is written %2B)";

/** A time as the API gives it. */
export function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

/** As {@link isoOf}; null stays null. */
export function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : isoOf(ms);
}

/**
 * The only place where a text of a request becomes a time.
 * @param name the parameter it stands in, for the message
 * @returns milliseconds since 1970 UTC
 * @throws RequestError VIVA_INVALID
 */
export function parseInstant(name: string, text: string): number {
  const at = FORM.test(text) ? Date.parse(text) : Number.NaN;
  // Date.parse takes 30 February for 2 March.
  const isThatDay = new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDate() === Number(text.slice(8, 10));
  if (Number.isFinite(at) && at >= 0 && isThatDay) return at;
  throw invalid(`/${name}`, NO_INSTANT);
}

/** When the day that `now` belongs to ends in UTC: the next 04:00. */
export function dayEndsUtc(now: number): number {
  const hour = DAY_ENDS_HOUR * (DAY_MS / 24);
  return (Math.floor((now - hour) / DAY_MS) + 1) * DAY_MS + hour;
}
