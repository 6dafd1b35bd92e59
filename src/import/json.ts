import { VivaError } from "../base/index.ts";
import type { DataNode } from "./data-node.ts";
import { draftOfData } from "./draft-of-data.ts";
import { JsonFault, parseJson } from "./parse-json.ts";
import type { Draft, SourceText } from "./reader.ts";

const READER = "json";

/**
 * Reads JSON and JSON Lines.
 * @throws VivaError VIVA_FILE_UNREADABLE when what is surely meant as JSON is none
 */
export async function readJson(source: SourceText): Promise<Draft> {
  const { name, text, lines } = source;
  try {
    const root = isJsonLines(lines) ? jsonLines(lines) : parseJson(text);
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

/** Characters at the start that are looked at. */
const LOOKED_AT = 3000;
const KEY =
  /[{,]\s*"(?:questions?|q|front|prompt|term|cards?|items|quiz|faqs?|data|notes|[^"\n]{0,80}[?？])"\s*:/i;

/** Whether the text can only be JSON: it begins like it, and its name or a key of its says so. */
function isMeantAsJson({ name, text }: SourceText): boolean {
  const start = text.slice(0, LOOKED_AT).trimStart();
  return (
    /^[[{]\s*(?:["{[\]}]|-?\d|true|false|null|\/[/*]|$)/.test(start) &&
    (/\.(?:json[lc5]?|ndjson)$/i.test(name) || KEY.test(start))
  );
}

/** 0..1: certain where keys of questions stand in something that begins and ends like JSON. */
export function sniffJson(source: SourceText): number {
  const start = source.text.slice(0, LOOKED_AT).trimStart();
  if (!/^[[{]/.test(start)) return 0;
  if (isMeantAsJson(source)) return 0.95;
  return /^[[{]\s*(?:["{[]|-?\d)/.test(start) && /[\]}]\s*$/.test(source.text.slice(-200)) ? 0.6 : 0;
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
