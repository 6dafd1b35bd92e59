import { DAY_MS } from "../src/base/index.ts";

/** Whoever practises after midnight is still in the day before. */
const DAY_BEGINS_AT = 4;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The instant (ISO) when the person's day ends: their next 4 o'clock. */
export function dayEnds(now: Date): string {
  const end = new Date(now);
  end.setHours(DAY_BEGINS_AT, 0, 0, 0);
  if (end <= now) end.setDate(end.getDate() + 1);
  return end.toISOString();
}

/** The instant (ISO) at which a local day (`YYYY-MM-DD`) begins; null when that is no date. */
export function dayBegins(date: string): string | null {
  const [, year, month, day] = DATE.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const begin = new Date(Number(year), Number(month) - 1, Number(day));
  return begin.getMonth() === Number(month) - 1 && begin.getDate() === Number(day)
    ? begin.toISOString()
    : null;
}

/** A local day as `YYYY-MM-DD`, so many days after the one that `now` is in. */
export function dateAfter(now: Date, days: number): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** A date for people, as in `Monday 7 December`; with the year when it is another one. */
export function longDate(at: Date, now: Date): string {
  const day = at.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });
  return at.getFullYear() === now.getFullYear() ? day : `${day} ${at.getFullYear()}`;
}

/** How far away an instant is in whole days of the person: `today`, `tomorrow`, `in 6 days`. */
export function howSoon(at: Date, now: Date): string {
  const beyondToday = at.getTime() - Date.parse(dayEnds(now));
  if (beyondToday < 0) return "today";
  const days = Math.floor(beyondToday / DAY_MS) + 1;
  return days === 1 ? "tomorrow" : `in ${days} days`;
}
