import type { Draft, ImportWarning, SourceText } from "../reader.ts";
import { wordCount } from "../text/block.ts";
import { questionLikeness } from "../text/question-words.ts";
import { draftOfRecords, type Rejected } from "./draft-of-records.ts";
import { fieldKey, rankOf } from "./field-names.ts";
import { type DataRecord, fieldOf } from "./record.ts";
import { headerLikeness } from "./sniff-table.ts";
import { separatorOf, type TableRow, tableRows, withoutPreface } from "./table-rows.ts";

const READER = "table";

/** Reads rows of cells with a comma, a tab, a semicolon or a bar between. */
export async function readTable(source: SourceText): Promise<Draft> {
  const { text, separator: named } = withoutPreface(source);
  const separator = named ?? separatorOf(text);
  const { rows, warnings } = tableRows(source, text, separator);
  const [first, ...rest] = rows;
  const empty: Draft = { reader: READER, questions: [], warnings, evidence: 0, accounted: 0 };
  if (first === undefined) return empty;
  const hasHeader = isHeader(first.cells, rest);
  const body = hasHeader ? rest : rows;
  const guess = hasHeader ? null : guessColumns(body, separator);
  if (!hasHeader && guess === null) return empty;
  const names = guess?.names ?? uniqueNames(first.cells);
  const joined: number[] = [];
  const records = body.map((row) => recordOf(row, names, separator, joined));
  const rejected: Rejected[] = [];
  const draft = await draftOfRecords({
    source,
    reader: READER,
    records: records.filter((record) =>
      record.fields.some(({ value }) => value.kind === "text" && value.text !== ""),
    ),
    base: 1,
    rejected,
    warnings: [...warnings, ...joinedWarnings(joined)],
  });
  return guess === null ? draft : { ...draft, evidence: Math.min(draft.evidence, guess.evidence) };
}

/** Names in the first row; or a first row of short cells that do not ask, above rows that do. */
function isHeader(cells: readonly string[], below: readonly TableRow[]): boolean {
  const likeness = headerLikeness(cells);
  if (likeness >= 0.5) return true;
  if (cells.some((cell) => cell.length > 40 || questionLikeness(cell) >= 0.8)) return false;
  if (likeness > 0) return true;
  const sample = below.slice(0, 50);
  const asks = cells.map(
    (_, at) => sample.filter((row) => questionLikeness(row.cells[at] ?? "") >= 0.8).length,
  );
  return (
    Math.max(0, ...asks) > sample.length * 0.6 && cells.every((cell) => wordCount(cell) <= 3 && cell !== "")
  );
}

/** Names that repeat get a number, so that no column hides another; names of nothing say where they stand. */
function uniqueNames(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, at) => {
    const name = cell.trim() === "" ? `column ${at + 1}` : cell.trim();
    const count = (seen.get(fieldKey(name)) ?? 0) + 1;
    seen.set(fieldKey(name), count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** Rows that columns without names are judged by. */
const SAMPLE = 400;

/** Finds question and answer in rows without a header: the first two columns, a counter and addresses aside. */
function guessColumns(
  rows: readonly TableRow[],
  separator: string,
): { names: string[]; evidence: number } | null {
  const sample = rows.slice(0, SAMPLE);
  const width = usualWidth(sample);
  const share = (at: number, holds: (cell: string) => boolean) => {
    const cells = sample.flatMap(({ cells: row }) => (row[at]?.trim() ? [row[at].trim()] : []));
    return cells.length < sample.length * 0.3 ? 0 : cells.filter(holds).length / cells.length;
  };
  const names = Array.from({ length: width }, (_, at) => `column ${at + 1}`);
  const isUrl = (at: number) => share(at, (cell) => /^(?:https?:\/\/|www\.)\S+$/i.test(cell)) > 0.8;
  const isCounter = share(0, (cell) => /^\d{1,6}[.)]?$/.test(cell)) > 0.9;
  if (isCounter) names[0] = "number";
  const places = names.map((_, at) => at).filter((at) => !(at === 0 && isCounter));
  const likeness = (at: number) => share(at, (cell) => questionLikeness(cell) >= 0.8);
  const asking = places.toSorted((a, b) => likeness(b) - likeness(a) || a - b)[0] ?? 0;
  const asks = likeness(asking);
  const isText = (at: number) =>
    share(at, (cell) => /\p{L}{2}/u.test(cell) && !/^\d{1,4}[-/.:]\d/.test(cell)) > 0.9;
  // Farther to the right stand messages and remarks, of which some ask.
  const question = asks >= (asking === places[0] ? 0.3 : 0.6) ? asking : places[0];
  if (question === undefined || isUrl(question) || !isText(question)) return null;
  // The same in nearly every row: what the cards are called.
  const isConstant = (at: number) =>
    sample.length > 3 && share(at, (cell) => cell === sample[0]?.cells[at]?.trim()) > 0.9;
  const constant = places.filter((at) => at > 1 && isConstant(at));
  for (const at of constant) names[at] = "tags";
  const others = places.filter((at) => at !== question && !isUrl(at) && !constant.includes(at));
  const answer = others.find((at) => at > question) ?? others[0];
  // Numbers with words: a table of data, or cards that ask for a number. Neither can be told.
  if (isCounter && others.length === 0 && asks < 0.3) return null;
  const isProse = answer !== undefined && share(answer, (cell) => wordCount(cell.slice(0, 500)) >= 3) > 0.4;
  names[question] = "question";
  if (answer !== undefined && (isProse || (asks >= 0.5 && question === asking && isText(answer))))
    names[answer] = "answer";
  for (const at of places) if (isUrl(at)) names[at] = "source";
  if (asks >= 0.3 && question === asking) return { names, evidence: Math.max(0.6, asks) };
  // Terms with their definitions: only where nothing but cards looks like it.
  const isEven = rows.filter(({ cells }) => cells.length === width).length >= rows.length * 0.95;
  const isDistinct = new Set(sample.map(({ cells }) => cells[0])).size >= sample.length * 0.8;
  const areTerms =
    share(
      question,
      (cell) => questionLikeness(cell) >= 0.8 || (wordCount(cell) <= 12 && !/[{}();=]$/.test(cell)),
    ) > 0.9;
  const isCards = width - constant.length === 2 && isEven && isDistinct && areTerms && rows.length > 2;
  if (!isCards || separator === ",") return null;
  if (separator === "\t") {
    names[question] = "question";
    if (answer !== undefined) names[answer] = "answer";
    return { names, evidence: isProse ? 0.6 : 0.5 };
  }
  return isProse ? { names, evidence: 0.5 } : null;
}

/** Cells of most rows; where rows differ, separators stand in the text and only the first one parts. */
function usualWidth(rows: readonly TableRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [1, 0];
  return count >= rows.length * 0.8 ? width : Math.min(2, Math.max(...counts.keys()));
}

function recordOf(row: TableRow, names: readonly string[], separator: string, joined: number[]): DataRecord {
  const cells = row.cells.length > names.length ? fitted(row, names, separator, joined) : row.cells;
  return {
    line: row.line,
    trail: [],
    fields: cells.flatMap((cell, at) => {
      const text = cell.trim();
      return text === ""
        ? []
        : [fieldOf(names[at] ?? "", { kind: "text", line: row.line, is: "string", text })];
    }),
  };
}

/** A row with more cells than names: separators that nobody quoted are text, of the question up to its mark. */
function fitted(
  { cells, line }: TableRow,
  names: readonly string[],
  separator: string,
  joined: number[],
): string[] {
  const width = names.length;
  const extra = cells.length - width;
  if (cells.slice(width).every((cell) => cell.trim() === "")) return cells.slice(0, width);
  joined.push(line);
  const glue = separator === "\t" ? " " : `${separator} `;
  const asked = names.findIndex((name) => rankOf("question", fieldKey(name)) >= 0);
  const mark = cells.findIndex((cell, at) => at >= asked && at <= asked + extra && /[?？]\s*$/.test(cell));
  const from = asked >= 0 && mark > asked ? asked : width - 1;
  const to = from === asked && mark > asked ? mark : cells.length - 1;
  const merged = [...cells.slice(0, from), cells.slice(from, to + 1).join(glue), ...cells.slice(to + 1)];
  return merged.length <= width
    ? merged
    : [...merged.slice(0, width - 1), merged.slice(width - 1).join(glue)];
}

function joinedWarnings(lines: readonly number[]): ImportWarning[] {
  const [first] = lines;
  if (first === undefined) return [];
  const more = lines.length > 5 ? ` and ${lines.length - 5} more` : "";
  return [
    {
      code: "columns",
      line: first,
      text: `${lines.length} rows have more cells than the first one: what was too many was joined, in lines ${lines.slice(0, 5).join(", ")}${more}`,
    },
  ];
}
