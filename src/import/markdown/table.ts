import { draftOfRecords } from "../data/draft-of-records.ts";
import type { DataRecord } from "../data/record.ts";
import { fieldOf } from "../data/record.ts";
import type { Draft, SourceText } from "../reader.ts";
import { FenceTracker, isBlank } from "../text/block.ts";
import { questionLikeness } from "../text/question-words.ts";
import { cellsOf, hasQuestionName, isDelimiterRow } from "./sniff-table.ts";
import { cleanTitle } from "./title.ts";

const READER = "markdown-table";

interface Table {
  readonly names: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
  readonly trail: readonly string[];
}

/** Reads tables with a column of questions; the headings above them are sections. */
export async function readMarkdownTable(source: SourceText): Promise<Draft> {
  const tables = tablesIn(source.lines).filter((table) => hasQuestions(table) && !isIndex(table));
  const records = tables.flatMap(({ names, rows, trail }) =>
    rows.flatMap(({ cells, line }): DataRecord[] => {
      const fields = cells.flatMap((cell, at) => {
        const text = cell.replace(/\s*<br\s*\/?>\s*/gi, "\n").trim();
        return text === ""
          ? []
          : [fieldOf(names[at] ?? `column ${at + 1}`, { kind: "text", line, is: "string", text })];
      });
      return fields.length === 0 ? [] : [{ fields, line, trail }];
    }),
  );
  const draft = await draftOfRecords({
    source,
    reader: READER,
    records,
    base: 1,
    form: "markdown",
    rejected: [],
    warnings: [],
  });
  const texts = source.lines.filter((line) => !isBlank(line)).length;
  const used =
    tables.reduce((sum, { rows }) => sum + rows.length + 2, 0) +
    new Set(tables.map(({ trail }) => trail.join("\n"))).size;
  return { ...draft, accounted: Math.min(draft.accounted, texts === 0 ? 0 : Math.min(1, used / texts)) };
}

/** A header that names questions, or a column that mostly asks below one that names nothing else known. */
function hasQuestions({ names, rows }: Table): boolean {
  if (hasQuestionName(names)) return true;
  return names.some(
    (_, at) =>
      rows.length > 1 &&
      rows.filter(({ cells }) => questionLikeness(cells[at] ?? "") === 1).length > rows.length * 0.7,
  );
}

const LINK = /^\s*(?:[-*\d.]+\s*)?(?:\*\*)?\[[^\]]*\]\([^)]*\)(?:\*\*)?\s*$/;

/** Rows that only lead to where the questions are. */
function isIndex({ rows }: Table): boolean {
  const linked = rows.filter(({ cells }) => {
    const filled = cells.filter((cell) => cell.trim() !== "" && !/^\s*#?\d+[.)]?\s*$/.test(cell));
    return (
      filled.some((cell) => LINK.test(cell)) &&
      filled.every((cell) => LINK.test(cell) || cell.trim().length < 30)
    );
  });
  return rows.length === 0 || linked.length > rows.length * 0.6;
}

function tablesIn(lines: readonly string[]): Table[] {
  const fences = new FenceTracker();
  const tables: Table[] = [];
  let trail: { level: number; title: string }[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (fences.take(line)) continue;
    const [, marks = "", title = ""] = /^ {0,3}(#{1,6})\s+(\S.*)$/.exec(line.slice(0, 500)) ?? [];
    if (marks !== "") {
      trail = [
        ...trail.filter(({ level }) => level < marks.length),
        { level: marks.length, title: cleanTitle(title) },
      ];
    }
    if (!line.includes("|") || !isDelimiterRow(lines[at + 1] ?? "")) continue;
    const names = cellsOf(line).map((name) => cleanTitle(name));
    const rows: { cells: string[]; line: number }[] = [];
    let row = at + 2;
    for (; row < lines.length && (lines[row] ?? "").includes("|"); row++) {
      // Cells without a name have no place in a table of Markdown.
      rows.push({ cells: cellsOf(lines[row] ?? "").slice(0, names.length), line: row + 1 });
    }
    tables.push({ names, rows, trail: trail.map((each) => each.title) });
    at = row - 1;
  }
  return tables;
}
