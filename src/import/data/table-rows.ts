import { parse } from "csv-parse/sync";
import { VivaError } from "../../base/index.ts";
import type { ImportWarning, SourceText } from "../reader.ts";
import { csvFaults, looseCells } from "./csv-faults.ts";
import { headerLikeness, isPreface, SEPARATORS } from "./sniff-table.ts";

/** A row and the line of the file where it starts, counted from 1. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** The rows of a table. */
export interface TableRows {
  readonly rows: readonly TableRow[];
  readonly warnings: readonly ImportWarning[];
}

/** The lines above the first row, emptied so that numbers stay, and the separator that `sep=` names. */
export function withoutPreface({ text, lines }: SourceText): { text: string; separator: string | null } {
  const first = lines.find((line) => line.trim() !== "") ?? "";
  if (!isPreface(first)) return { text, separator: null };
  let separator: string | null = null;
  const kept = [...lines];
  for (let at = 0; at < kept.length; at++) {
    const line = kept[at] ?? "";
    if (line.trim() === "") continue;
    if (!isPreface(line)) break;
    separator ??= /^sep=(.)$/i.exec(line.trim())?.[1] ?? null;
    kept[at] = "";
  }
  return { text: kept.join("\n"), separator };
}

/** Rows and characters by which separators are compared. */
const TRIED = { rows: 60, characters: 60_000 };

/** The separator that parts the first rows best: into a header with known names, or into rows of one length. */
export function separatorOf(text: string): string {
  const start = text.slice(0, TRIED.characters);
  let best = { separator: ",", score: 0 };
  for (const separator of SEPARATORS) {
    if (!start.includes(separator)) continue;
    const rows = firstRows(start, separator).map(({ cells }) => cells);
    const widths = rows.map((cells) => cells.length);
    const counts = new Map<number, number>();
    for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
    const same = Math.max(0, ...counts.values()) / Math.max(1, widths.length);
    const score = (headerLikeness(rows[0] ?? []) === 1 && (widths[0] ?? 0) > 1 ? 1 : 0) + same;
    if (score > best.score + 0.01) best = { separator, score };
  }
  return best.separator;
}

/** As many rows as can be read without a fault: where the text is cut, a quote may stand open. */
function firstRows(start: string, separator: string): TableRow[] {
  const rows: TableRow[] = [];
  try {
    parseRows(start, separator, { to: TRIED.rows, relaxed: true, into: rows });
  } catch (error) {
    if (!isCsvError(error)) throw error;
  }
  return rows;
}

interface ParseOptions {
  readonly to?: number;
  /** Quotes inside a cell are text. */
  readonly relaxed?: boolean;
  /** There are no quotes at all. */
  readonly unquoted?: boolean;
  readonly into?: TableRow[];
}

function parseRows(
  text: string,
  separator: string,
  { to, relaxed = false, unquoted = false, into: rows = [] }: ParseOptions = {},
): TableRow[] {
  parse(text, {
    delimiter: separator,
    quote: unquoted ? false : '"',
    relax_quotes: relaxed,
    relax_column_count: true,
    skip_empty_lines: true,
    // A blank before a quote is layout; beside tabs, blanks at the start of a cell can be empty cells.
    ltrim: separator !== "\t",
    rtrim: separator !== "\t",
    record_delimiter: "\n",
    ...(to === undefined ? {} : { to }),
    on_record: (cells: string[], { lines }) => {
      rows.push({ cells, line: lines - newlinesIn(cells) });
      return null;
    },
  });
  return rows;
}

function newlinesIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells)
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count++;
  return count;
}

/** With more lines at fault than this share, and this many, the quotes mean something else. */
const MOST_FAULTS = { share: 0.5, least: 10 };

/**
 * Parses all rows. Where quotes do not close, the row is read as one line if that gives as many cells as others have,
 * and left out if not; either is said.
 * @throws VivaError VIVA_FILE_UNREADABLE when most lines are at fault
 */
export function tableRows(source: Pick<SourceText, "name">, text: string, separator: string): TableRows {
  try {
    return { rows: parseRows(text, separator), warnings: [] };
  } catch (error) {
    if (!isCsvError(error)) throw error;
  }
  if (separator === "\t") {
    // Programs that write tabs often do not quote at all.
    const rows = parseRows(text, separator, { unquoted: true });
    const width = rows[0]?.cells.length ?? 0;
    if (rows.filter(({ cells }) => cells.length === width).length >= rows.length * 0.95)
      return { rows, warnings: [] };
  }
  return repairedRows(source, text, separator);
}

const isCsvError = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  typeof error.code === "string" &&
  /^(?:CSV_|INVALID_)/.test(error.code);

function repairedRows({ name }: Pick<SourceText, "name">, text: string, separator: string): TableRows {
  const lines = text.split("\n");
  const faults = csvFaults(text, separator);
  const atFault =
    faults === null ? [] : [...faults.open, ...(faults.unclosed === null ? [] : [faults.unclosed])];
  const texts = lines.filter((line) => line.trim() !== "").length;
  if (faults === null || (atFault.length > MOST_FAULTS.least && atFault.length > texts * MOST_FAULTS.share)) {
    const first = atFault
      .slice(0, 5)
      .map((at) => at + 1)
      .join(", ");
    throw new VivaError(
      "VIVA_FILE_UNREADABLE",
      `${name}: quotes open and do not close in most lines${first === "" ? "" : ` (${first} ...)`}; nothing imported, double the quotes inside cells`,
    );
  }
  const bad = new Set(atFault);
  const sound = lines.map((line, at) => (bad.has(at) ? "" : line)).join("\n");
  const rows = soundRows(name, sound, separator);
  const width = rows[0]?.cells.length ?? 0;
  const saved: TableRow[] = [];
  const lost: number[] = [];
  for (const at of atFault) {
    const cells = looseCells(lines[at] ?? "", separator);
    if (at !== faults.unclosed && cells !== null && cells.length === width && width > 1)
      saved.push({ cells, line: at + 1 });
    else lost.push(at + 1);
  }
  // What follows a lost line may be the rest of it: rows of another width are not believed there.
  const lostLines = new Set(lost);
  const kept: TableRow[] = [];
  for (const row of rows) {
    if (row.cells.length !== width && lostLines.has(row.line - 1)) lostLines.add(row.line);
    else kept.push(row);
  }
  return {
    rows: [...kept, ...saved].toSorted((a, b) => a.line - b.line),
    warnings: quoteWarnings(
      [...lostLines].toSorted((a, b) => a - b),
      faults.unclosed,
      saved,
    ),
  };
}

/** The rows that are left; were the parser still not content, the table is refused. */
function soundRows(name: string, sound: string, separator: string): TableRow[] {
  try {
    return parseRows(sound, separator, { relaxed: true });
  } catch (error) {
    if (!isCsvError(error)) throw error;
    const line = error instanceof Error && "lines" in error ? Number(error.lines) : 1;
    throw new VivaError(
      "VIVA_FILE_UNREADABLE",
      `${name}: a quote in line ${line} does not close; nothing imported, double the quotes inside cells`,
      { cause: error },
    );
  }
}

const MOST_LINES = 20;

function quoteWarnings(
  lost: readonly number[],
  unclosed: number | null,
  saved: readonly TableRow[],
): ImportWarning[] {
  const named = (lines: readonly number[]) =>
    `${lines.length === 1 ? "line" : "lines"} ${lines.slice(0, MOST_LINES).join(", ")}${lines.length > MOST_LINES ? ` and ${lines.length - MOST_LINES} more` : ""}`;
  const open = lost.filter((line) => line !== (unclosed ?? -2) + 1);
  const warnings: ImportWarning[] = [];
  if (open[0] !== undefined) {
    warnings.push({
      code: "unclosed-quote",
      line: open[0],
      text: `a quote opens and is not closed: ${named(open)} left out`,
    });
  }
  if (unclosed !== null) {
    warnings.push({
      code: "unclosed-quote",
      line: unclosed + 1,
      text: `the file ends inside a quote: line ${unclosed + 1} left out`,
    });
  }
  if (saved[0] !== undefined) {
    const lines = saved.map(({ line }) => line);
    warnings.push({
      code: "unclosed-quote",
      line: lines[0] ?? 1,
      text: `quotes inside cells are not doubled: ${named(lines)} read as text`,
    });
  }
  return warnings;
}
