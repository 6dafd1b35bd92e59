import { VivaError } from "../../base/index.ts";
import { isCrowdAnki, readCrowdAnki } from "../anki/crowd-anki.ts";
import type { Draft, SourceText } from "../reader.ts";
import { draftOfData } from "./draft-of-data.ts";
import type { DataNode } from "./node.ts";
import { JsonFault, parseJson } from "./parse-json.ts";
import { isMeantAsJson } from "./sniff-json.ts";

const READER = "json";

/**
 * Reads JSON and JSON Lines.
 * @throws VivaError VIVA_FILE_UNREADABLE when what is surely meant as JSON is none
 */
export async function readJson(source: SourceText): Promise<Draft> {
  const { name, text, lines } = source;
  try {
    const root = isJsonLines(lines) ? jsonLines(lines) : parseJson(text);
    if (isCrowdAnki(root)) return await readCrowdAnki(source, READER, root);
    return await draftOfData({ source, reader: READER, roots: [root], base: 0 });
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    if (!isMeantAsJson(source))
      return { reader: READER, questions: [], warnings: [], evidence: 0, accounted: 0 };
    throw new VivaError(
      "VIVA_FILE_UNREADABLE",
      `${name} is not JSON from line ${error.line}, column ${error.column}: ${error.message}; nothing imported, mend it there`,
    );
  }
}

/** One object a line (https://jsonlines.org). */
function isJsonLines(lines: readonly string[]): boolean {
  const first = lines.findIndex((line) => line.trim() !== "");
  const next = lines.findIndex((line, at) => at > first && line.trim() !== "");
  const isWhole = (line: string | undefined) => /^\s*(?:\{.*\}|\[.*\])\s*$/.test(line ?? "");
  return next > 0 && isWhole(lines[first]) && /^\s*[[{]/.test(lines[next] ?? "");
}

function jsonLines(lines: readonly string[]): DataNode {
  const items = lines.flatMap((line, at) => (line.trim() === "" ? [] : [parseJson(line, at + 1)]));
  return { kind: "list", line: 1, items };
}
