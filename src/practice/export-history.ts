import type { PersonId, QuestionId } from "../base/index.ts";
import { csvRow } from "../import/index.ts";
import { reviewHistory } from "./history.ts";
import type { ReviewRecord } from "./review-record.ts";
import type { Workplace } from "./workplace.ts";

/** Reviews that are read at once. */
const AT_ONCE = 500;

/** The forms in which what one did can be read; `jsonl` holds all of it and is `exportPerson`. */
export const historyFormats = ["jsonl", "csv", "markdown"] as const;
export type HistoryFormat = (typeof historyFormats)[number];

const COLUMNS = [
  "at",
  "deck",
  "question",
  "title",
  "outcome",
  "score",
  "label",
  "rating",
  "confidence",
  "corrected",
  "missing",
  "answer",
];

/**
 * What a person answered, as it stands after corrections, newest first: as a table or as a document to read. Pieces of
 * text.
 * @throws VivaError those of the store
 */
export async function* exportHistory(
  workplace: Workplace,
  person: PersonId,
  format: Exclude<HistoryFormat, "jsonl">,
): AsyncGenerator<string> {
  const titleOf = await titles(workplace);
  yield format === "csv" ? csvRow(COLUMNS) : "# What I answered\n";
  let before: Pick<ReviewRecord, "at" | "id"> | null = null;
  for (;;) {
    const page: ReviewRecord[] = await reviewHistory(workplace, person, { limit: AT_ONCE, before });
    for (const record of page) {
      const title = titleOf(record.question);
      yield format === "csv" ? rowOf(record, title) : entryOf(record, title);
    }
    before = page.at(-1) ?? null;
    if (before === null || page.length < AT_ONCE) return;
  }
}

async function titles({ catalogue }: Workplace): Promise<(id: QuestionId) => string> {
  const decks = await catalogue.decks();
  const known = new Map(decks.flatMap(({ deck }) => deck.questions.map(({ id, title }) => [id, title])));
  // A question that is gone is still named.
  return (id) => known.get(id) ?? id;
}

function rowOf(record: ReviewRecord, title: string): string {
  const { deck, question, outcome, label, rating, confidence, corrected, turns } = record;
  return csvRow([
    new Date(record.at).toISOString(),
    deck,
    question,
    title,
    outcome,
    record.score.toFixed(3),
    label,
    rating,
    confidence ?? "",
    corrected ? "yes" : "",
    unmet(record).join(" "),
    turns.join("\n\n"),
  ]);
}

function entryOf(record: ReviewRecord, title: string): string {
  const { turns, label, deck, question } = record;
  const said = turns.length === 0 ? "I did not know." : turns.map(quoted).join("\n>\n");
  const missed = unmet(record);
  const day = new Date(record.at).toISOString().slice(0, 16).replace("T", " ");
  return `
## ${title}

${day} UTC · ${deck} · ${question} · ${Math.round(record.score * 100)} % ${label}${missed.length === 0 ? "" : ` · missed: ${missed.join(", ")}`}

${said}
`;
}

const quoted = (text: string): string =>
  text
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");

const unmet = ({ verdicts }: ReviewRecord): string[] =>
  verdicts
    .filter(({ verdict, weight }) => weight !== "bonus" && verdict !== "covered")
    .map(({ point }) => point);
