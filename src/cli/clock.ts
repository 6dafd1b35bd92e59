import { type Clock, VivaError } from "../base/index.ts";
import { parseDay } from "./local-days.ts";

/** RFC 3339 with what people leave out: seconds, and the zone when the local one is meant. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/i;
/** Of a date alone: far from the hour at which days end. */
const NOON = 12;
/** The last millisecond of the year 9999: later ones are no ISO dates any more. */
const LATEST = 253_402_300_799_999;

/**
 * The clock of a command: the machine's, or one that starts at VIVA_NOW (an ISO instant, or a date: noon of it) and
 * goes on from there: for tests, and for looking ahead.
 * @throws VivaError VIVA_USAGE when VIVA_NOW is neither
 */
export function commandClock(startsAt = process.env.VIVA_NOW): Clock {
  const text = startsAt?.trim() ?? "";
  if (text === "") return Date.now;
  const day = parseDay(text, NOON);
  const start = day.ok ? day.value : INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  if (!(start >= 0 && start <= LATEST)) {
    throw new VivaError(
      "VIVA_USAGE",
      `VIVA_NOW: neither an instant nor a date: ${JSON.stringify(text)} (wanted one as in 2026-12-24T09:30:00Z or 2026-12-24)`,
    );
  }
  const began = Date.now();
  return () => start + (Date.now() - began);
}
