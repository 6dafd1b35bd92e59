import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const FUZZ = fileURLToPath(new URL("../scripts/fuzz.ts", import.meta.url));

for (const [what, minutes, status, says] of [
  ["minutes that are no number are refused", "x", 2, /--minutes: found "x", wanted a number above 0/],
  ["no minutes are refused", "0", 2, /wanted a number above 0/],
  ["a run in which nothing was read fails", "0.00001", 1, /0 documents read/],
] as const) {
  test(`fuzz: ${what}`, () => {
    const ran = spawnSync(process.execPath, [FUZZ, "--minutes", minutes], { encoding: "utf8" });
    assert.equal(ran.status, status, ran.stderr);
    assert.match(ran.stdout + ran.stderr, says);
  });
}
