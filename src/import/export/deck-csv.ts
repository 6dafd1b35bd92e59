import type { Deck, Question } from "../../deck/index.ts";

/** The columns, in this order; the lists hold a line an item, as a deck file writes them. */
export const DECK_COLUMNS = [
  "id",
  "section",
  "level",
  "tags",
  "title",
  "body",
  "answer",
  "points",
  "misconceptions",
  "follow-ups",
  "refs",
  "related",
  "lab",
  "no-lab",
  "shown",
  "no-shown",
  "borrows",
  "source",
  "imported",
  "proposed",
] as const;
export type DeckColumn = (typeof DECK_COLUMNS)[number];

/** What a spreadsheet would run as a formula (in Japanese, of full width too), and what looks like our own guard. */
const RUNS = /^[=+\-@\t\r\n'＝＋－＠]/;

/**
 * A deck as CSV (RFC 4180), a row a question, for spreadsheets. A cell that a spreadsheet would run as a formula begins
 * with an apostrophe, which the reader takes off again.
 */
export function deckToCsv({ questions }: Deck): string {
  const rows = questions.map((question) => {
    const cells = cellsOf(question);
    return DECK_COLUMNS.map((column) => cells[column]);
  });
  return [DECK_COLUMNS, ...rows].map(csvRow).join("");
}

/** A row of CSV with its line end; no cell of it is run as a formula. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

function cellsOf(question: Question): Record<DeckColumn, string> {
  const lines = (texts: readonly string[]) => texts.join("\n");
  return {
    id: question.id,
    section: question.section,
    level: question.level === null ? "" : String(question.level),
    tags: lines(question.tags),
    title: question.title,
    body: question.body,
    answer: question.answer,
    points: lines(
      question.points.flatMap(({ id, weight, text, variants }) => [
        `**${id}** (${weight === "bonus" ? "+" : weight}): ${text}`,
        ...variants.map((variant) => `  - ${variant}`),
      ]),
    ),
    misconceptions: lines(
      question.misconceptions.map(({ point, claim, correction }) => `${point}: ${claim} → ${correction}`),
    ),
    "follow-ups": lines(question.followUps.map(({ point, text }) => `${point}: ${text}`)),
    refs: lines(question.refs),
    related: lines(question.related),
    lab: question.lab,
    "no-lab": question.noLab,
    shown: lines(question.shown),
    "no-shown": question.noShown,
    borrows: question.borrows,
    source: question.source,
    imported: question.imported,
    proposed: question.proposed ? "true" : "",
  };
}

function cell(text: string): string {
  const safe = RUNS.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
