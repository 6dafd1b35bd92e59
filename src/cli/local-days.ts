import { type Parsed, VivaError } from "../base/index.ts";

/** Somebody who is still up at two has not begun a new day: days end at four in the morning, local time. */
const DAY_ENDS_HOUR = 4;

/** The instant (ms) when the day that `now` belongs to ends, where this program runs. */
export function dayEnds(now: number): number {
  const date = new Date(now);
  const tomorrow = date.getHours() < DAY_ENDS_HOUR ? 0 : 1;
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + tomorrow, DAY_ENDS_HOUR).getTime();
}

/** The only place where a date becomes an instant: `YYYY-MM-DD`, the local time of that day at this hour. */
export function parseDay(text: string, hour = 0): Parsed<number> {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text.trim()) ?? [];
  const wanted = { ok: false, problem: `not a date: ${JSON.stringify(text)} (wanted YYYY-MM-DD)` } as const;
  if (year === undefined || month === undefined || day === undefined) return wanted;
  const date = new Date(Number(year), Number(month) - 1, Number(day), hour);
  // 30 February would become a day of March.
  const isThatDay = date.getMonth() === Number(month) - 1 && date.getFullYear() === Number(year);
  return isThatDay ? { ok: true, value: date.getTime() } : wanted;
}

/** The day of an option (`flag`), which is yet to come. @throws VivaError VIVA_USAGE */
export function comingDay(text: string, now: number, flag: string): number {
  const day = parseDay(text);
  if (!day.ok) throw new VivaError("VIVA_USAGE", `${flag}: ${day.problem}`);
  if (day.value > now) return day.value;
  throw new VivaError("VIVA_USAGE", `${flag}: ${text.trim()} has come already (wanted a later day)`);
}

/** `24 December`; with the year when it is not the one of `now`. */
export function dayName(at: number, now: number): string {
  const date = new Date(at);
  const year = date.getFullYear() === new Date(now).getFullYear() ? {} : { year: "numeric" as const };
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", ...year }).format(date);
}

/** `Tue 24 Nov`. */
export function shortDay(at: number): string {
  return new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short" })
    .format(new Date(at))
    .replace(",", "");
}
