import { join } from "node:path";
import { inside, root } from "./programs.ts";
import type { Row } from "./table.ts";

/** Reading a document and judging answers, measured in process. */
export async function judgeRows(document: string): Promise<Row[]> {
  const reading = await inside("import", document);
  const grading = await inside("grade", document, join(root, "data/grade"));
  const emptyNode = await inside("empty");
  const overlap = (key: string) => ({ name: "shared words", measured: grading(key) });
  const memory = emptyNode("megabytes");
  return [
    {
      what: "import of that document",
      unit: "ms CPU",
      budget: 60,
      measured: reading("import"),
      peer: { name: "JSON.parse", measured: reading("json") },
    },
    {
      what: "judging an answer, p50",
      unit: "ms CPU",
      budget: null,
      measured: grading("p50"),
      peer: overlap("overlap50"),
    },
    {
      what: "judging an answer, p95",
      unit: "ms CPU",
      budget: 10,
      measured: grading("p95"),
      peer: overlap("overlap95"),
    },
    { what: "judge ready", unit: "ms", budget: 300, measured: grading("ready"), peer: null },
    {
      what: "judge's memory above an empty Node",
      unit: "MB",
      budget: 60,
      measured: grading("megabytes") - memory,
      peer: { name: "empty Node", measured: memory },
    },
  ];
}
