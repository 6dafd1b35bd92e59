#!/usr/bin/env node
// The command `viva`: starts dist/ on a Node that is new enough (see node24.mjs).
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findNode, handOver, reachesFloor } from "./node24.mjs";

const main = new URL("../dist/viva.mjs", import.meta.url);
if (!existsSync(main)) {
  console.error(
    "viva: dist/ has not been built yet. In a checkout run `npm run build` (npm ci does it unless --ignore-scripts).",
  );
  process.exitCode = 1;
} else if (reachesFloor(process.versions.node)) {
  await import(main.href);
} else {
  try {
    handOver(findNode(), [fileURLToPath(main), ...process.argv.slice(2)]);
  } catch (error) {
    console.error(`viva: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
