import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { importWarningCodes } from "../src/import/reader.ts";
import { readers } from "../src/import/readers.ts";

const page = readFileSync(new URL("../docs/reference/import.md", import.meta.url), "utf8");
const firstCells = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map((row) => row[1]);

test("the import reference lists every reader and every warning, and no other", () => {
  const all = [...readers.map((reader) => reader.name), ...importWarningCodes];
  assert.deepEqual(firstCells.toSorted(), all.toSorted());
});
