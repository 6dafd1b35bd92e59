import type { Element, ElementContent } from "hast";
import { questionLikeness } from "../text/question-words.ts";
import { flatText } from "./inline.ts";

export interface Cell {
  readonly children: readonly ElementContent[];
  readonly line: number;
  readonly position: Element["position"];
}

/** A table whose cells are values. */
export interface DataTable {
  readonly caption: Element | null;
  readonly columns: number;
  readonly rows: readonly (readonly Cell[])[];
}

/** Columns that a cell may reach over; what claims more is a slip. */
const WIDEST_CELL = 50;

/** Which columns of a table hold questions and answers, and the rows that do. */
export interface TablePlan {
  readonly rows: readonly (readonly Cell[])[];
  readonly question: number;
  readonly answer: number | null;
  /** The column that counts; -1 when none does. */
  readonly count: number;
  /** Names of the columns that are not read. */
  readonly unread: readonly string[];
}

const QUESTION_NAME =
  /^(?:(?:interview )?questions?|q|prompts?|front|terms?|preguntas?|perguntas?|questões|questão|fragen?|вопросы?|问题|問題|题目|質問|面试题)$/iu;
const ANSWER_NAME =
  /^(?:(?:sample |model )?answers?|a|responses?|back|definitions?|explanations?|solutions?|respuestas?|respostas?|réponses?|antwort(?:en)?|ответы?|答案|回答|解答)$/iu;
/** Columns that only count. */
const COUNT_NAME = /^(?:|#|№|n[or]?\.?|n[º°]|s\.?\s?no\.?|sl\.?\s?no\.?|id|序号|编号)$/iu;

/** Share of cells that must ask in a table without names. */
const MOSTLY = 0.6;

/** Whether a table holds questions: by the names of its columns, else by a column that asks beside one that tells. */
export function tablePlan(table: Element): TablePlan | null {
  const { rows } = rowsOf(table);
  const [head, ...rest] = rows;
  if (head === undefined || rows.length < 2) return null;
  const names = head.map((cell) => cellText(cell).replace(/[\s:：]+$/, ""));
  const question = names.findIndex((name) => QUESTION_NAME.test(name));
  if (question >= 0) {
    const answer = names.findIndex((name, i) => i !== question && ANSWER_NAME.test(name));
    const unread = names.filter((name, i) => i !== question && i !== answer && !COUNT_NAME.test(name));
    return {
      rows: rest,
      question,
      answer: answer < 0 ? null : answer,
      count: names.findIndex((name) => COUNT_NAME.test(name)),
      unread,
    };
  }
  const width = Math.max(...rows.map((row) => row.length));
  if (width > 3) return null;
  for (let column = 0; column < width - 1; column++) {
    const asking = rows.filter((row) => questionLikeness(cellText(row[column])) >= 0.8).length;
    if (asking >= rows.length * MOSTLY)
      return { rows, question: column, answer: column + 1, count: -1, unread: [] };
  }
  return null;
}

/** What a cell says, in one line. */
export function cellText(cell: Cell | undefined): string {
  return (cell?.children ?? [])
    .map((node) => (node.type === "text" ? node.value : node.type === "element" ? flatText(node) : ""))
    .join("")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 1000);
}

/** The rows of a table; null when it only lays out: a single row or column, code or a table inside. */
export function dataTable(table: Element): DataTable | null {
  const { rows, caption } = rowsOf(table);
  const laysOut = rows.some((row) => row.some((cell) => holdsBlock(cell.children)));
  const filled = rows.filter((row) => row.length > 0);
  const columns = Math.max(0, ...filled.map((row) => row.length));
  return laysOut || filled.length < 2 || columns < 2 ? null : { caption, columns, rows: filled };
}

function rowsOf(table: Element): { rows: Cell[][]; caption: Element | null } {
  const rows: Cell[][] = [];
  let caption: Element | null = null;
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
  return { rows, caption };
}

function cellsOf(row: Element): Cell[] {
  const cells: Cell[] = [];
  for (const node of row.children) {
    if (node.type !== "element" || (node.tagName !== "td" && node.tagName !== "th")) continue;
    const line = node.position?.start.line ?? 1;
    cells.push({ children: node.children, position: node.position, line });
    const span = Math.min(WIDEST_CELL, Number(node.properties.colSpan ?? 1));
    for (let i = 1; i < span; i++) cells.push({ children: [], position: node.position, line });
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
