import { parseQuestion, type Question } from "../../deck/index.ts";
import type { Draft, DraftQuestion, ImportWarning, SourceText, TextReader } from "../reader.ts";
import { DECK_COLUMNS, type DeckColumn } from "./deck-csv.ts";
import { wholeQuestion } from "./whole-question.ts";

const NAME = "vivarium-csv";
/** The columns that tell our own table from any other. */
const TELLING = DECK_COLUMNS.slice(0, 10);
/** Where a comma is in numbers, spreadsheets save with semicolons. */
const SEPARATORS = [",", ";", "\t"];

/** Reads what `viva export --format csv` wrote, also after a spreadsheet has changed cells of it or its separator. */
export const deckCsvReader: TextReader = {
  takes: "text",
  name: NAME,
  about: "a deck that Vivarium wrote as CSV",
  sniff: (source) => (separatorOf(source) === undefined ? 0 : 1),
  read: readDeckCsv,
};

/** What parts the names of our columns in the first line; undefined when they do not stand there. */
function separatorOf({ lines: [first = ""] }: SourceText): string | undefined {
  const header = first.slice(0, 500).replaceAll('"', "");
  return SEPARATORS.find((separator) => header.startsWith(TELLING.join(separator)));
}

async function readDeckCsv(source: SourceText): Promise<Draft> {
  const { tableRows } = await import("../data/table-rows.ts");
  const { rows, warnings: faults } = tableRows(source, source.text, separatorOf(source) ?? ",");
  const warnings: ImportWarning[] = [...faults];
  const [header, ...rest] = rows;
  const questions: DraftQuestion[] = [];
  for (const { cells, line } of rest) {
    const parsed = questionOf(cellsOf(header?.cells ?? [], cells));
    if ("question" in parsed) questions.push(wholeQuestion(parsed.question, `line ${line}`));
    else warnings.push({ code: "rejected", line, text: `line ${line} is left out: ${parsed.problem}` });
  }
  return {
    reader: NAME,
    questions,
    warnings,
    evidence: questions.length === 0 ? 0 : 1,
    accounted: questions.length === 0 ? 0 : 1,
  };
}

type Cells = Readonly<Record<DeckColumn, string>>;

function cellsOf(columns: readonly string[], cells: readonly string[]): Cells {
  const at = (column: DeckColumn) => (cells[columns.indexOf(column)] ?? "").replace(/^'/, "");
  // Object.fromEntries forgets which keys it was given.
  return Object.fromEntries(DECK_COLUMNS.map((column) => [column, at(column)])) as Cells;
}

/** A row as the deck file that it stands for: that has one parser. */
function questionOf(cells: Cells): { question: Question } | { problem: string } {
  const listed = (text: string) => linesOf(text).map((each) => `- ${each}`);
  const points = linesOf(cells.points).map((each) => (/^\s+- /.test(each) ? each : `- ${each}`));
  const key = (name: string, value: string) => (value === "" ? [] : [`${name}: ${JSON.stringify(value)}`]);
  const keys = (name: string, value: string) =>
    value === ""
      ? []
      : [
          `${name}: [${linesOf(value)
            .map((each) => JSON.stringify(each))
            .join(", ")}]`,
        ];
  const file = [
    "---",
    ...key("id", cells.id),
    ...key("section", cells.section),
    ...key("level", cells.level),
    ...keys("tags", cells.tags),
    ...keys("refs", cells.refs),
    ...keys("related", cells.related),
    ...key("lab", cells.lab),
    ...key("no-lab", cells["no-lab"]),
    ...keys("shown", cells.shown),
    ...key("no-shown", cells["no-shown"]),
    ...key("borrows", cells.borrows),
    ...key("source", cells.source),
    ...key("imported", cells.imported),
    ...key("proposed", cells.proposed.toLowerCase()),
    "---",
    "",
    `# ${cells.title}`,
    "",
    cells.body,
    "",
    ...section("Answer", [cells.answer]),
    ...section("Points", points),
    ...section("Misconceptions", listed(cells.misconceptions)),
    ...section("Follow-ups", listed(cells["follow-ups"])),
  ];
  const parsed = parseQuestion("row", file.join("\n"));
  if (parsed.ok) return { question: parsed.question };
  return { problem: parsed.problems[0]?.text ?? "no question" };
}

function section(name: string, lines: readonly string[]): string[] {
  return lines.every((line) => line === "") ? [] : [`## ${name}`, "", ...lines, ""];
}

const linesOf = (text: string): string[] => text.split(/\r?\n/).filter((line) => /[^ \t]/.test(line));
