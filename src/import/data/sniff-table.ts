import type { SourceText } from "../reader.ts";
import { fieldKey, optionName, type Role, rankOf, saysQuestion, weakRankOf } from "./field-names.ts";

/** In the order in which they win when nothing else tells them apart. */
export const SEPARATORS = ["\t", ",", ";", "|"] as const;

/** Lines that are looked at. */
const LOOKED_AT = 60;

/** Lines of a table above its first row: `sep=;`, comments. */
export function isPreface(line: string): boolean {
  return /^sep=.$/i.test(line.trim()) || /^#(?!\s*[,;\t|])/.test(line);
}

/** The cells of one line, quotes heeded; enough to look at names. */
function roughCells(line: string, separator: string): string[] {
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (const char of line.slice(0, 5000)) {
    if (char === '"') isQuoted = !isQuoted;
    else if (char === separator && !isQuoted) {
      cells.push(cell.trim());
      cell = "";
    } else cell += char;
  }
  return [...cells, cell.trim()];
}

const KNOWN: readonly Role[] = [
  "answer",
  "section",
  "level",
  "tags",
  "number",
  "right",
  "explanation",
  "source",
  "options",
];

/** Marks of code and markup: no column is called so. */
const CODE = /[{};=<>*\\`]|\/\/|^(?:import|export|const|let|var|function|def|class|from|return)\b/;
const isUnbalanced = (cell: string): boolean => cell.split("(").length !== cell.split(")").length;

/** How much the cells of a first row are names of columns: 1 with a question's, .6 with others that are known. */
export function headerLikeness(cells: readonly string[]): number {
  if (cells.some((cell) => cell.length > 60 || CODE.test(cell) || isUnbalanced(cell))) return 0;
  const keys = cells.map(fieldKey);
  const known = keys.filter(
    (key) => KNOWN.some((role) => rankOf(role, key) >= 0) || optionName(key) !== null,
  ).length;
  if (keys.some(saysQuestion)) return 1;
  if (keys.some((key) => rankOf("question", key) >= 0)) return known > 0 ? 1 : 0.5;
  if (keys.some((key) => weakRankOf("question", key) >= 0)) return known > 0 ? 0.6 : 0.4;
  return known > 1 ? 0.4 : 0;
}

/** 0..1: certain below a header with a question's name; less where all lines have the same separators. */
export function sniffTable({ name, lines }: SourceText): number {
  const texts = lines.slice(0, LOOKED_AT).filter((line) => line.trim() !== "" && !isPreface(line));
  const [first = ""] = texts;
  if (texts.length < 2 || /^\s*(?:[{[<]|\|.*\|\s*$)/.test(first)) return 0;
  const isNamed = /\.(?:csv|tsv|tab)$/i.test(name);
  let best = 0;
  for (const separator of SEPARATORS) {
    const cells = roughCells(first.slice(0, 3000), separator);
    if (cells.length < 2) continue;
    const shared = texts.filter((line) => line.includes(separator)).length / texts.length;
    const likeness = headerLikeness(cells);
    const isQuoted = texts.some((line) => line.includes('"'));
    if (likeness === 1 && (shared > 0.6 || isQuoted)) return 0.95;
    if (likeness > 0 && (shared > 0.6 || isQuoted)) best = Math.max(best, likeness);
    const counts = texts.map((line) => roughCells(line.slice(0, 3000), separator).length);
    const same = counts.filter((count) => count === counts[0]).length / counts.length;
    if (same >= 0.9 || (separator === "\t" && shared >= 0.9))
      best = Math.max(best, separator === "," ? 0.3 : 0.5);
  }
  const asking = (pattern: RegExp) =>
    texts.filter((line) => pattern.test(line.slice(0, 500))).length / texts.length;
  // Rows of unequal length: separators stand in the text, but the question ends before one.
  if (asking(/[?？]["']?\s*[,;|\t]/) > 0.6) best = Math.max(best, 0.6);
  // One column: a list of questions below its name.
  if (
    best === 0 &&
    saysQuestion(fieldKey(first)) &&
    (isNamed || asking(/^(?!\d{1,4}[.)])[^#*<>-].*[?？]["'\s]*$/) > 0.6)
  )
    return 0.95;
  return Math.max(best, isNamed ? 0.6 : 0);
}
