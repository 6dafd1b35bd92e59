import { VivaError } from "../base/index.ts";
import { type DeckInfo, printDeckFile, printQuestion, type Question } from "../deck/index.ts";

/** Bytes. Larger files are no deck files: a long question has ten thousand. */
export const LARGEST_QUESTION_FILE = 1_000_000;

/**
 * The text of a question's file.
 * @throws VivaError VIVA_FILE_TOO_LARGE for one that would not be read again
 */
export function questionText(question: Question): string {
  return fitting(printQuestion(question), `the question ${JSON.stringify(question.title.slice(0, 60))}`);
}

/**
 * The text of a deck's `deck.md`.
 * @throws VivaError VIVA_FILE_TOO_LARGE for one that would not be read again
 */
export function deckText(info: DeckInfo): string {
  return fitting(printDeckFile(info), "what is said of the deck");
}

function fitting(text: string, what: string): string {
  const bytes = Buffer.byteLength(text);
  if (bytes <= LARGEST_QUESTION_FILE) return text;
  throw new VivaError(
    "VIVA_FILE_TOO_LARGE",
    `${what} has ${bytes} bytes, more than the ${LARGEST_QUESTION_FILE} of a deck's file: nothing is kept; make several of it`,
  );
}
