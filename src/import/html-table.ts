import type { Element, ElementContent } from "hast";

export interface Cell {
  readonly children: readonly ElementContent[];
  readonly line: number;
  /** Written as `<th>`. */
  readonly isHead: boolean;
}

/** A table whose cells are values. */
export interface DataTable {
  readonly caption: Element | null;
  readonly columns: number;
  readonly rows: readonly (readonly Cell[])[];
}

/** Columns that a cell may reach over; what claims more is a slip. */
const WIDEST_CELL = 50;

/** The rows of a table; null when it only lays out: a single row or column, code or a table inside. */
export function dataTable(table: Element): DataTable | null {
  const rows: Cell[][] = [];
  let caption: Element | null = null;
  let laysOut = false;
  const walk = (nodes: readonly ElementContent[]) => {
    for (const node of nodes) {
      if (node.type !== "element") continue;
      if (node.tagName === "caption") caption ??= node;
      else if (node.tagName === "tr") rows.push(cellsOf(node));
      else if (node.tagName === "thead" || node.tagName === "tbody" || node.tagName === "tfoot") {
        walk(node.children);
      }
    }
  };
  walk(table.children);
  for (const row of rows) for (const cell of row) laysOut ||= holdsBlock(cell.children);
  const filled = rows.filter((row) => row.length > 0);
  const columns = Math.max(0, ...filled.map((row) => row.length));
  return laysOut || filled.length < 2 || columns < 2 ? null : { caption, columns, rows: filled };
}

function cellsOf(row: Element): Cell[] {
  const cells: Cell[] = [];
  for (const node of row.children) {
    if (node.type !== "element" || (node.tagName !== "td" && node.tagName !== "th")) continue;
    const line = node.position?.start.line ?? 1;
    cells.push({ children: node.children, line, isHead: node.tagName === "th" });
    const span = Math.min(WIDEST_CELL, Number(node.properties.colSpan ?? 1));
    for (let i = 1; i < span; i++) cells.push({ children: [], line, isHead: false });
  }
  return cells;
}

function holdsBlock(nodes: readonly ElementContent[]): boolean {
  return nodes.some(
    (node) =>
      node.type === "element" &&
      (node.tagName === "pre" || node.tagName === "table" || holdsBlock(node.children)),
  );
}
