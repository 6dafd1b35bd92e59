/** Lines of a table whose quotes do not close, found where the parser gives up. Lines from 0. */
export interface CsvFaults {
  /** A quote opens here and text follows its closing one, on this line or below. */
  readonly open: readonly number[];
  /** The end of the file stands inside the quote that opens here. */
  readonly unclosed: number | null;
}

/** Work that repeated scans may add, as a multiple of the text: lines that open quotes over and over add little each. */
const MOST_WORK = 20;

/**
 * Goes through a table as RFC 4180 has it. A row whose quotes are at fault counts as its first line alone: the next
 * row begins below. Null when faults are so many that the text is no quoted table.
 */
export function csvFaults(text: string, separator: string): CsvFaults | null {
  const open: number[] = [];
  let line = 0;
  let rowStart = 0;
  let work = 0;
  while (rowStart < text.length) {
    const row = scanRow(text, rowStart, separator);
    work += row.end - rowStart;
    if (work > text.length * MOST_WORK) return null;
    if (row.fault === null) {
      line += row.lines;
      rowStart = row.end;
      continue;
    }
    if (row.fault === "unclosed" && isLastQuote(text, rowStart, row.quote)) {
      // The last quote of the file: nothing below it can be told from its text.
      const below = text.indexOf("\n", rowStart);
      const rest = below < 0 ? "" : text.slice(below + 1);
      if (rest.trim() === "") return { open, unclosed: line };
    }
    open.push(line);
    const end = text.indexOf("\n", rowStart);
    if (end < 0) break;
    rowStart = end + 1;
    line++;
  }
  return { open, unclosed: null };
}

const isLastQuote = (text: string, rowStart: number, quote: number): boolean =>
  text.indexOf('"', Math.max(rowStart, quote) + 1) < 0;

interface Row {
  /** After its line end. */
  readonly end: number;
  readonly lines: number;
  readonly fault: "open" | "unclosed" | null;
  /** Where the quote at fault opens. */
  readonly quote: number;
}

function scanRow(text: string, start: number, separator: string): Row {
  let lines = 1;
  let at = start;
  for (;;) {
    at = afterBlanks(text, at, separator);
    if (text[at] !== '"') {
      const cell = cellEnd(text, at, separator);
      if (text[cell] !== separator)
        return { end: Math.min(cell + 1, text.length), lines, fault: null, quote: -1 };
      at = cell + 1;
      continue;
    }
    const quote = at;
    let close = text.indexOf('"', at + 1);
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    if (close < 0) return { end: text.length, lines, fault: "unclosed", quote };
    for (let i = text.indexOf("\n", quote); i >= 0 && i < close; i = text.indexOf("\n", i + 1)) lines++;
    at = afterBlanks(text, close + 1, separator);
    if (at >= text.length || text[at] === "\n")
      return { end: Math.min(at + 1, text.length), lines, fault: null, quote };
    if (text[at] !== separator) return { end: at, lines, fault: "open", quote };
    at++;
  }
}

/** Blanks round quotes are layout, as the parser has it; beside tabs, blanks are cells. */
function afterBlanks(text: string, from: number, separator: string): number {
  let at = from;
  while (separator !== "\t" && text[at] !== separator && /[ \t\f]/.test(text[at] ?? "")) at++;
  return at;
}

function cellEnd(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\n") at++;
  return at;
}

/**
 * The cells of a line at fault, when a quote is taken to close only before a separator or the end: `"He said "hi""`.
 * Null when one does not close even so.
 */
export function looseCells(line: string, separator: string): string[] | null {
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    while (line[at] === " ") at++;
    const isQuoted = line[at] === '"';
    let end = at + (isQuoted ? 1 : 0);
    while (end < line.length && !(line[end] === separator && (!isQuoted || line[end - 1] === '"'))) end++;
    const raw = line.slice(at, end).trim();
    const isClosed = isQuoted && raw.length > 1 && raw.endsWith('"');
    if (isQuoted && !isClosed) return null;
    cells.push(isClosed ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    at = end + 1;
  }
  return cells;
}
