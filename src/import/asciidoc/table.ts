/** A table of AsciiDoc as lines of a Markdown table. */

/** Characters before a bar that say how a cell is laid out: `2+|`, `.2+^.>s|`, `3*|`, `a|`. */
const CELL =
  /(?:^|(?<=\s))(?:(\d{1,3})(?:\.\d{1,3})?([+*])|\.\d{1,3}\+)?[<^>]?(?:\.[<^>])?[adehlmsv]?(?<!\\)\|/g;

interface Cell {
  readonly text: string;
  /** Columns it takes, or times it is repeated. */
  readonly columns: number;
  readonly repeated: boolean;
}

/** Columns that a table may have; what claims more is a mistake or a trick. */
const MOST_COLUMNS = 60;

/**
 * @param rows the lines between the bars
 * @param attributes of the block, as in `%header,cols="1,3"`
 * @param inline turns the text of a cell into Markdown
 */
export function tableToMarkdown(
  rows: readonly string[],
  attributes: string,
  inline: (text: string) => string,
): { text: string; at: number }[] {
  const cells: Cell[] = [];
  const places: number[] = [];
  let first = 0;
  for (const [at, row] of rows.entries()) {
    const found = cellsOf(row);
    if (found.before !== "" || found.cells.length === 0) append(cells, found.before);
    for (const cell of found.cells) {
      cells.push(cell);
      places.push(at);
    }
    if (first === 0 && found.cells.length > 0) first = widthOf(found.cells);
  }
  const width = Math.min(MOST_COLUMNS, columnsIn(attributes) ?? first);
  if (width === 0) return [];
  const texts: string[] = [];
  const starts: number[] = [];
  for (const [i, cell] of cells.entries()) {
    const text = inline(cell.text.trim())
      .replace(/\s*\n\s*/g, " ")
      .replace(/(?<!\\)\|/g, "\\|");
    for (let column = 0; column < cell.columns; column++) {
      texts.push(column === 0 || cell.repeated ? text : "");
      starts.push(places[i] ?? 0);
    }
  }
  const lines: { text: string; at: number }[] = [];
  const isHeader = /%header|options="?[^"\]]*header|(?:^|,)\s*header/.test(attributes) || hasHeaderRow(rows);
  const line = (of: readonly string[]) => `| ${of.join(" | ")} |`;
  if (!isHeader)
    lines.push({ text: line(Array(width).fill("")), at: 0 }, { text: line(Array(width).fill("---")), at: 0 });
  for (let at = 0; at < texts.length; at += width) {
    const own = texts.slice(at, at + width);
    while (own.length < width) own.push("");
    lines.push({ text: line(own), at: starts[at] ?? 0 });
    if (isHeader && at === 0) lines.push({ text: line(Array(width).fill("---")), at: starts[at] ?? 0 });
  }
  return lines;
}

function cellsOf(row: string): { before: string; cells: Cell[] } {
  const marks = [...row.matchAll(CELL)];
  if (marks.length === 0) {
    // Cells may also follow each other without blanks: `|a|b`.
    const at = row.indexOf("|");
    return at < 0
      ? { before: row.trim(), cells: [] }
      : { before: row.slice(0, at).trim(), cells: split(row.slice(at + 1)) };
  }
  const cells: Cell[] = [];
  for (const [i, mark] of marks.entries()) {
    const text = row.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? row.length);
    const times = Math.min(MOST_COLUMNS, Math.max(1, Number(mark[1] ?? 1)));
    const [own = "", ...more] = text.split(/(?<!\\)\|/);
    cells.push({ text: own, columns: times, repeated: mark[2] === "*" });
    for (const each of more) cells.push({ text: each, columns: 1, repeated: false });
  }
  return { before: row.slice(0, marks[0]?.index ?? 0).trim(), cells };
}

const split = (row: string): Cell[] =>
  row.split(/(?<!\\)\|/).map((text) => ({ text, columns: 1, repeated: false }));

/** Text on lines of its own belongs to the cell above. */
function append(cells: Cell[], text: string): void {
  const last = cells.at(-1);
  if (last !== undefined && text !== "") cells[cells.length - 1] = { ...last, text: `${last.text} ${text}` };
}

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, { columns }) => sum + columns, 0);

/** `cols="1,2a,3"`, `cols=3*`, `cols="2*,1"`. */
function columnsIn(attributes: string): number | null {
  const written = /cols\s*=\s*(?:"([^"]{1,200})"|([^,\]]{1,20}))/.exec(attributes);
  const list = written?.[1] ?? written?.[2];
  if (list === undefined) return null;
  return list
    .split(/[,;]/)
    .reduce((sum, each) => sum + (Number(/^\s*(\d{1,3})\*/.exec(each)?.[1] ?? 1) || 1), 0);
}

/** The first row on one line with a blank line below is the header. */
function hasHeaderRow(rows: readonly string[]): boolean {
  const first = rows[0] ?? "";
  return /\|/.test(first) && (rows[1] ?? "x").trim() === "" && cellsOf(first).cells.length > 1;
}
