import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DAY_MS } from "../base/index.ts";
import { cursorOf, parseCursor } from "./cursor.ts";
import { dayEndsUtc, isoOf, parseInstant } from "./instant.ts";

for (const [text, iso] of [
  ["2026-12-24T00:00:00Z", "2026-12-24T00:00:00.000Z"],
  ["2026-12-24T00:00:00+01:00", "2026-12-23T23:00:00.000Z"],
  ["2026-12-24t12:00:00.5z", "2026-12-24T12:00:00.500Z"],
  ["2028-02-29T00:00:00-05:30", "2028-02-29T05:30:00.000Z"],
] as const) {
  test(`instants: ${text} is ${iso}`, () => {
    assert.equal(isoOf(parseInstant("on", text)), iso);
  });
}

for (const text of [
  "",
  "today",
  "2026-12-24",
  "2026-12-24T00:00:00",
  "2026-12-24T00:00:00 01:00",
  "2026-02-29T00:00:00Z",
  "2026-13-01T00:00:00Z",
  "2026-12-24T25:00:00Z",
  "1969-12-31T00:00:00Z",
  "+012026-12-24T00:00:00Z",
  "1766534400000",
]) {
  test(`instants: ${JSON.stringify(text)} is none`, () => {
    assert.throws(() => parseInstant("on", text), { code: "VIVA_INVALID", message: /^\/on is no moment/ });
  });
}

test("instants: a day ends after now, within 24 hours, at four", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), (now) => {
      const end = dayEndsUtc(now);
      assert.ok(end > now && end <= now + DAY_MS);
      assert.equal(new Date(end).getUTCHours(), 4);
      assert.equal(end % 3_600_000, 0);
    }),
  );
});

test("cursors: what was given out is read again", () => {
  const id = fc.stringMatching(/^[a-z0-9-]{1,80}$/);
  fc.assert(
    fc.property(fc.nat(1e12), id, (at, name) => {
      assert.deepEqual(parseCursor(cursorOf(at, name)), { at, id: name });
    }),
  );
});

test("cursors: anything else is refused", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      if (/^\d{1,15} [a-z0-9-]{1,80}$/.test(Buffer.from(text, "base64url").toString())) return;
      assert.throws(() => parseCursor(text), { code: "VIVA_INVALID" });
    }),
  );
});
