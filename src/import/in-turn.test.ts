import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { inTurn } from "./in-turn.ts";

test("of many documents at once eight are taken, one after the other, and the others are told", async () => {
  let now = 0;
  const work = async () => {
    assert.equal(++now, 1);
    await setTimeout(5);
    now--;
  };
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => inTurn("a.md", work)));
  assert.equal(all.filter(({ status }) => status === "fulfilled").length, 8);
  for (const each of all) {
    if (each.status === "rejected") assert.equal(each.reason.code, "VIVA_IMPORT_BUSY");
  }
  // One that fails stands in nobody's way.
  const [failed, done] = await Promise.allSettled([
    inTurn("a.md", () => Promise.reject(new Error("no"))),
    inTurn("a.md", async () => 1),
  ]);
  assert.deepEqual([failed?.status, done?.status], ["rejected", "fulfilled"]);
});
