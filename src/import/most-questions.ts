import { VivaError } from "../base/index.ts";
import type { SourceText } from "./reader.ts";

/** Far more than any document has; so many are read in about 3 s and 500 MB. */
const MOST_QUESTIONS = 100_000;
/** Signs are guesses and a few of them may stand for one question. */
const SIGNS_A_QUESTION = 1.5;

/**
 * Refuses a document with absurdly many starts of questions before anything is built of them.
 * @throws VivaError VIVA_FILE_TOO_LARGE
 */
export function refuseTooMany(source: SourceText, signs: number): void {
  if (signs <= MOST_QUESTIONS * SIGNS_A_QUESTION) return;
  throw new VivaError(
    "VIVA_FILE_TOO_LARGE",
    `${source.name} looks like ${Math.round(signs)} questions, more than the ${MOST_QUESTIONS} that are read: nothing imported; split it`,
  );
}
