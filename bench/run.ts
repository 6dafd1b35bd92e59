// `npm run bench`: the budgets of the design, measured on bundled code beside a peer in the same run. Parts of it by
// name: `npm run bench -- server page`.
import { existsSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { labelled300 } from "../test/fixtures/labelled-300.ts";
import { askRows } from "./ask-rows.ts";
import { dueRows } from "./due-rows.ts";
import { judgeRows } from "./judge-rows.ts";
import { pageRows } from "./page-rows.ts";
import { program, ROUNDS, root } from "./programs.ts";
import { serverRows } from "./server-rows.ts";
import { isKept, type Row, table } from "./table.ts";

const document = program("labelled-300.txt", labelled300());
const parts: Record<string, () => Row[] | Promise<Row[]>> = {
  ask: () => askRows(document),
  judge: () => judgeRows(document),
  server: serverRows,
  page: pageRows,
  due: dueRows,
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`nothing of that name is measured: ${unknown.join(", ")} (${Object.keys(parts).join(", ")})`);
  process.exit(2);
}
if (!existsSync(join(root, "dist/viva.mjs"))) {
  console.error("dist/ has not been built: npm run build");
  process.exit(1);
}
const rows: Row[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (named.length === 0 || named.includes(name)) rows.push(...(await measure()));
}
const load = loadavg()[0]?.toFixed(1);
console.log(
  `Node ${process.versions.node}, ${availableParallelism()} cores, load ${load}, medians of ${ROUNDS} processes\n`,
);
console.log(table(rows));
if (!rows.every(isKept)) process.exitCode = 1;
