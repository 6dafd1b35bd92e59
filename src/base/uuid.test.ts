import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { seededRandom } from "./random.ts";
import { eventIds, parseEventId } from "./uuid.ts";

test("event ids: each is greater than the one before, whatever the clock does", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 47 }), { minLength: 1 }), (times) => {
      let at = 0;
      const next = eventIds(() => times[at++] ?? 0, seededRandom("ids"));
      const ids = times.map(() => next());
      assert.deepEqual(ids, ids.toSorted());
      assert.equal(new Set(ids).size, ids.length);
    }),
  );
});

test("event ids: ten thousand within one millisecond stay in order and in form", () => {
  const next = eventIds(() => 1_700_000_000_000, seededRandom("one"));
  const ids = Array.from({ length: 10_000 }, next);
  assert.deepEqual(ids, ids.toSorted());
  assert.ok(ids.every((id) => parseEventId(id).ok));
});

test("event ids: the first 48 bits are the time", () => {
  const id = eventIds(() => 0x0123456789ab, seededRandom("t"))();
  assert.equal(id.slice(0, 13), "01234567-89ab");
});

for (const text of [
  "",
  "x",
  "018f0000-0000-4000-8000-000000000000",
  "018F0000-0000-7000-8000-000000000000",
]) {
  test(`parseEventId(${JSON.stringify(text)}) is refused`, () => {
    assert.equal(parseEventId(text).ok, false);
  });
}
