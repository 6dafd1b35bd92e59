import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DAY_MS, VivaError } from "../base/index.ts";
import { commandClock } from "./clock.ts";
import { comingDay, dayEnds, dayName, parseDay } from "./local-days.ts";

for (const [text, at] of [
  ["2026-12-24T09:30:00Z", Date.UTC(2026, 11, 24, 9, 30)],
  ["2026-12-24T09:30+01:00", Date.UTC(2026, 11, 24, 8, 30)],
  [" 2026-12-24T09:30 ", new Date(2026, 11, 24, 9, 30).getTime()],
  ["2026-12-24", new Date(2026, 11, 24, 12).getTime()],
] as const) {
  test(`clock: VIVA_NOW=${text} starts it there, and it goes on`, () => {
    const began = Date.now();
    const now = commandClock(text)();
    assert.ok(now >= at && now <= at + (Date.now() - began), new Date(now).toISOString());
  });
}

for (const text of ["tomorrow", "2026-13-01", "2026-02-30", "2026-02-30x", "1969-12-30", "24.12.2026", "0"]) {
  test(`clock: VIVA_NOW=${text} is refused, saying what is wanted`, () => {
    assert.throws(
      () => commandClock(text),
      (error) => error instanceof VivaError && error.code === "VIVA_USAGE" && /VIVA_NOW/.test(error.message),
    );
  });
}

test("clock: without VIVA_NOW, or with an empty one, it is the machine's", () => {
  assert.equal(commandClock(undefined), commandClock(" "));
  assert.ok(Math.abs(commandClock(undefined)() - Date.now()) < 1000);
});

test("dayEnds: the next four in the morning, always ahead and at most a day (and an hour of summer time) away", () => {
  assert.equal(dayEnds(new Date(2026, 10, 24, 8, 30).getTime()), new Date(2026, 10, 25, 4).getTime());
  assert.equal(dayEnds(new Date(2026, 10, 24, 3, 59).getTime()), new Date(2026, 10, 24, 4).getTime());
  assert.equal(dayEnds(new Date(2026, 10, 24, 4).getTime()), new Date(2026, 10, 25, 4).getTime());
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), (now) => {
      const ends = dayEnds(now);
      assert.ok(ends > now && ends - now <= DAY_MS + 3_600_000);
      assert.equal(new Date(ends).getMinutes(), 0);
    }),
  );
});

for (const [text, ok] of [
  ["2026-12-24", true],
  ["2028-02-29", true],
  ["2026-02-29", false],
  ["2026-00-10", false],
  ["2026-1-1", false],
  ["in 3 weeks", false],
  ["2026-12-24T00:00:00Z", false],
] as const) {
  test(`parseDay(${JSON.stringify(text)}) is ${ok ? "accepted" : "refused"}`, () => {
    const day = parseDay(text);
    assert.equal(day.ok, ok);
    if (!day.ok) assert.match(day.problem, /YYYY-MM-DD/);
  });
}

test("comingDay: today has come already, tomorrow has not; the year is told when it is another", () => {
  const now = new Date(2026, 10, 24, 8).getTime();
  assert.throws(() => comingDay("2026-11-24", now, "--on"), /^VivaError: --on: 2026-11-24 has come already/);
  assert.equal(dayName(comingDay("2026-11-25", now, "--on"), now), "25 November");
  assert.equal(dayName(new Date(2027, 0, 3).getTime(), now), "3 January 2027");
});
