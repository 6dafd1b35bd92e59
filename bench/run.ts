// `npm run bench`: the budgets of the design, measured on bundled code beside an empty Node in the same run.
//
// Every figure is the median of 15 processes. A first run of each is thrown away, so that the files are in memory, and
// the commands take turns, so that a busy moment of the machine falls on all of them.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { labelled300 } from "../test/fixtures/labelled-300.ts";
import { oldNode } from "../test/old-node.ts";
import { type Command, measureInside, measureStart, type Start } from "./measure.ts";
import { quantile } from "./quantile.ts";
import { isKept, type Row, table } from "./table.ts";

const ROUNDS = 15;
/** What an empty Node took on the machine on which the budgets were set, idle. */
const DESIGN_EMPTY_MS = 86;
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "viva-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const env = { HOME: folder, PATH: process.env.PATH ?? "", NO_COLOR: "1" };
const document = join(folder, "labelled-300.txt");
const empty = join(folder, "empty.mjs");
const words = join(root, "data/grade/words.txt");
const on = (node: string, ...args: string[]): Command => ({ node, args, env });
const median = (figures: readonly number[]) => quantile(figures, 0.5);

/** Starts each of the commands in turn, round after round. */
async function starts(commands: readonly Command[]): Promise<(at: number, key: keyof Start) => number> {
  const seen: Start[][] = commands.map(() => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [at, command] of commands.entries()) {
      const start = await measureStart(command);
      if (round > 0) seen[at]?.push(start);
    }
  }
  return (at, key) => median((seen[at] ?? []).map((start) => start[key]));
}

async function startRows(): Promise<Row[]> {
  const ask = [join(root, "bin/viva.mjs"), "ask", document];
  const commands = [on(process.execPath, empty), on(process.execPath, ...ask)];
  if (oldNode !== null) commands.push(on(oldNode, empty), on(oldNode, ...ask));
  const of = await starts(commands);
  const emptyMs = { name: "empty Node", measured: of(0, "ms") };
  const emptyMegabytes = { name: "empty Node", measured: of(0, "megabytes") };
  const what = "viva ask FILE, 300 questions: spawn to first question";
  const rows: Row[] = [
    {
      what,
      unit: "ms",
      budget: 350,
      measured: of(1, "ms"),
      paced: (of(1, "ms") * DESIGN_EMPTY_MS) / emptyMs.measured,
      peer: emptyMs,
    },
    { what: "  its memory", unit: "MB", budget: 90, measured: of(1, "megabytes"), peer: emptyMegabytes },
  ];
  if (oldNode !== null) {
    const peer = { name: "empty older Node", measured: of(2, "ms") };
    rows.push({
      what: "  handed over from an older Node",
      unit: "ms",
      budget: null,
      measured: of(3, "ms"),
      peer,
    });
  }
  return rows;
}

/** Bundles a program of this folder as dist/ is bundled, and runs it in process after process. */
async function inside(name: string, ...args: string[]): Promise<(key: string) => number> {
  const bundle = await rolldown({ input: join(root, `bench/${name}.ts`), platform: "node" });
  const { output } = await bundle.write({
    dir: join(folder, name),
    entryFileNames: "[name].mjs",
    chunkFileNames: "[name].mjs",
  });
  await bundle.close();
  const command = on(process.execPath, join(folder, name, output[0].fileName), ...args);
  measureInside(command);
  const runs = Array.from({ length: ROUNDS }, () => measureInside(command));
  return (key) => median(runs.map((run) => run[key] ?? Number.NaN));
}

async function insideRows(): Promise<Row[]> {
  const reading = await inside("import", document);
  const grading = await inside("grade", document, words);
  const emptyNode = await inside("empty");
  const overlap = (key: string) => ({ name: "shared words", measured: grading(key) });
  const above = grading("megabytes") - emptyNode("megabytes");
  const row = (
    what: string,
    unit: Row["unit"],
    budget: number | null,
    measured: number,
    peer: Row["peer"] = null,
  ): Row => ({
    what,
    unit,
    budget,
    measured,
    peer,
  });
  return [
    row("import of that document", "ms CPU", 60, reading("import"), {
      name: "JSON.parse",
      measured: reading("json"),
    }),
    row("judging an answer, p50", "ms CPU", null, grading("p50"), overlap("overlap50")),
    row("judging an answer, p95", "ms CPU", 10, grading("p95"), overlap("overlap95")),
    row("judge ready", "ms", 300, grading("ready")),
    row("judge's memory above an empty Node", "MB", 60, above, {
      name: "empty Node",
      measured: emptyNode("megabytes"),
    }),
  ];
}

if (!existsSync(join(root, "dist/viva.mjs"))) {
  console.error("dist/ has not been built: npm run build");
  process.exit(1);
}
writeFileSync(document, labelled300());
writeFileSync(empty, 'process.stdout.write("\\n"); process.stdin.resume();\n');
const rows = [...(await startRows()), ...(await insideRows())];
const load = loadavg()[0]?.toFixed(1);
console.log(
  `Node ${process.versions.node}, ${availableParallelism()} cores, load ${load}, medians of ${ROUNDS} processes\n`,
);
console.log(table(rows));
if (!rows.every(isKept)) process.exitCode = 1;
