import assert from "node:assert/strict";
import { test } from "node:test";
import { dateAfter, dayBegins, dayEnds, howSoon, longDate } from "./days.ts";

for (const [now, end] of [
  ["2026-11-24T23:30", "2026-11-25T04:00"],
  ["2026-11-25T00:30", "2026-11-25T04:00"],
  ["2026-11-25T03:59", "2026-11-25T04:00"],
  ["2026-11-25T04:00", "2026-11-26T04:00"],
  ["2026-12-31T09:00", "2027-01-01T04:00"],
] as const) {
  test(`the day of ${now} ends at ${end}, local time`, () => {
    assert.equal(dayEnds(new Date(now)), new Date(end).toISOString());
  });
}

for (const date of ["", "soon", "2026-13-01", "2026-02-30", "2026-2-3", "2026-02-03T00:00"]) {
  test(`${JSON.stringify(date)} is no day`, () => assert.equal(dayBegins(date), null));
}

test("a day begins at its local midnight", () => {
  assert.equal(dayBegins("2026-12-07"), new Date(2026, 11, 7).toISOString());
});

test("days are counted across months", () => {
  assert.equal(dateAfter(new Date(2026, 10, 30, 23), 1), "2026-12-01");
});

for (const [at, soon] of [
  ["2026-11-24T10:00", "today"],
  ["2026-11-25T03:59", "today"],
  ["2026-11-25T04:00", "tomorrow"],
  ["2026-11-26T03:00", "tomorrow"],
  ["2026-11-26T09:00", "in 2 days"],
  ["2026-11-20T09:00", "today"],
] as const) {
  test(`at noon of 24 November, ${at} is ${soon}`, () => {
    assert.equal(howSoon(new Date(at), new Date("2026-11-24T12:00")), soon);
  });
}

test("a date of another year says its year", () => {
  const now = new Date(2026, 10, 24);
  assert.equal(longDate(new Date(2026, 11, 7), now), "Monday 7 December");
  assert.equal(longDate(new Date(2027, 0, 4), now), "Monday 4 January 2027");
});
