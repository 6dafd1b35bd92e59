import { fieldKey, rankOf, saysQuestion } from "../data/field-names.ts";
import type { SourceText } from "../reader.ts";

/** The line below the header of a table: `| --- | :-: |`. */
export const isDelimiterRow = (line: string): boolean =>
  line.includes("|") &&
  line.includes("-") &&
  line.length < 5000 &&
  /^[\s|:-]+$/.test(line) &&
  line.split("|").every((cell) => /^\s*(?::?-+:?\s*)?$/.test(cell));

/** The cells of a row: `\|` and bars between backticks are text. */
export function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let code = false;
  const text = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  const hasPairs = (text.split("`").length - 1) % 2 === 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "\\" && text[at + 1] === "|") {
      cell += "|";
      at++;
    } else if (char === "|" && !code) {
      cells.push(cell.trim());
      cell = "";
    } else {
      if (char === "`" && hasPairs) code = !code;
      cell += char;
    }
  }
  return [...cells, cell.trim()];
}

/** Whether names of columns say where the question is: its own name, or a weaker one beside an answer's. */
export function hasQuestionName(names: readonly string[]): boolean {
  const keys = names.map((name) => fieldKey(name.replace(/[*_`]/g, "")));
  return (
    keys.some(saysQuestion) ||
    (keys.some((key) => rankOf("question", key) >= 0) && keys.some((key) => rankOf("answer", key) >= 0))
  );
}

/** 0..1: the share of lines that stand in tables with such names, or whose rows ask. */
export function sniffMarkdownTable({ lines }: SourceText): number {
  let texts = 0;
  let rows = 0;
  let inTable = false;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") {
      inTable = false;
      continue;
    }
    texts++;
    if (!line.includes("|")) inTable = false;
    else if (isDelimiterRow(lines[at + 1] ?? "")) {
      const below = lines.slice(at + 2, at + 5);
      inTable =
        hasQuestionName(cellsOf(line.slice(0, 2000))) ||
        below.filter((row) => /[?？]\s*(?:\*\*)?\s*\|/.test(row)).length > 1;
    }
    if (inTable) rows++;
  }
  return rows < 3 ? 0 : Math.min(0.85, 0.2 + (0.7 * rows) / texts);
}
