import { draftOfRecords } from "../data/draft-of-records.ts";
import type { Draft, SourceText } from "../reader.ts";
import { cardsBetweenBorders, cardsOfAskingLines } from "./blocks.ts";
import { cardsOfLines, type FoundCards } from "./lines.ts";
import { outlineCards } from "./outline.ts";
import { hasOutlineCards } from "./sniff-cards.ts";

const READER = "card-text";

/** Reads plain texts of cards: one a line, with lines between, with the marks of RemNote, or asking lines with answers. */
export async function readCardText(source: SourceText): Promise<Draft> {
  const { lines } = source;
  const found =
    (hasOutlineCards(lines) ? outlineCards(lines) : null) ??
    cardsOfLines(lines) ??
    cardsBetweenBorders(lines) ??
    cardsOfAskingLines(lines);
  if (found === null) return { reader: READER, questions: [], warnings: [], evidence: 0, accounted: 0 };
  return cardDraft(source, found);
}

async function cardDraft(source: SourceText, { records, evidence, used }: FoundCards): Promise<Draft> {
  const draft = await draftOfRecords({
    source,
    reader: READER,
    records,
    base: 1,
    form: "markdown",
    rejected: [],
    warnings: [],
  });
  const texts = source.lines.filter((line) => line.trim() !== "").length;
  return { ...draft, evidence, accounted: texts === 0 ? 0 : Math.min(draft.accounted, used / texts) };
}
