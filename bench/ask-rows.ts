import { join } from "node:path";
import { oldNode } from "../test/old-node.ts";
import { on, program, root, starts } from "./programs.ts";
import type { Row } from "./table.ts";

/** What an empty Node took on the machine on which the budgets were set, idle. */
const DESIGN_EMPTY_MS = 86;

/** The start of `viva ask` with a document, beside a Node that does nothing. */
export async function askRows(document: string): Promise<Row[]> {
  const empty = program("empty.mjs", 'process.stdout.write("\\n"); process.stdin.resume();\n');
  const ask = [join(root, "bin/viva.mjs"), "ask", document];
  const shipped = [join(root, "bin/viva.mjs"), "ask", "--forget"];
  const commands = [
    on(process.execPath, empty),
    on(process.execPath, ...ask),
    on(process.execPath, ...shipped),
  ];
  if (oldNode !== null) commands.push(on(oldNode, empty), on(oldNode, ...ask));
  const of = await starts(commands);
  const emptyMs = { name: "empty Node", measured: of(0, "ms") };
  const rows: Row[] = [
    {
      what: "viva ask FILE, 300 questions: spawn to first question",
      unit: "ms",
      budget: 350,
      measured: of(1, "ms"),
      paced: (of(1, "ms") * DESIGN_EMPTY_MS) / emptyMs.measured,
      peer: emptyMs,
    },
    {
      what: "  its memory",
      unit: "MB",
      budget: 90,
      measured: of(1, "megabytes"),
      peer: { name: "empty Node", measured: of(0, "megabytes") },
    },
    {
      what: "viva ask, the 300 questions that come with it",
      unit: "ms",
      budget: null,
      measured: of(2, "ms"),
      peer: emptyMs,
    },
    {
      what: "  its memory",
      unit: "MB",
      budget: null,
      measured: of(2, "megabytes"),
      peer: { name: "empty Node", measured: of(0, "megabytes") },
    },
  ];
  if (oldNode !== null) {
    rows.push({
      what: "viva ask FILE handed over from an older Node",
      unit: "ms",
      budget: null,
      measured: of(4, "ms"),
      peer: { name: "empty older Node", measured: of(3, "ms") },
    });
  }
  return rows;
}
