import assert from "node:assert/strict";
import { test } from "node:test";
import { VivaProblem } from "../clients/typescript/index.ts";
import { isAway, isSignedOut, pauseMs } from "./away.ts";

const problem = (status: number) =>
  new VivaProblem({ type: "about:blank", title: "No", status, code: null, errors: [] });

for (const [name, error, away, signedOut] of [
  ["no connection", new TypeError("Failed to fetch"), true, false],
  ["500", problem(500), true, false],
  ["503", problem(503), true, false],
  ["429", problem(429), true, false],
  ["401", problem(401), false, true],
  ["404", problem(404), false, false],
  ["409", problem(409), false, false],
  ["a mistake of the page", new RangeError("oops"), false, false],
] as const) {
  test(`${name}: asking again ${away ? "may help" : "does not help"}${signedOut ? " before signing in" : ""}`, () => {
    assert.deepEqual([isAway(error), isSignedOut(error)], [away, signedOut]);
  });
}

test("the pause doubles, up to a minute", () => {
  assert.deepEqual([1, 2, 3, 7, 50].map(pauseMs), [1000, 2000, 4000, 60_000, 60_000]);
});
