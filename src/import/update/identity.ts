import type { DraftQuestion } from "../reader.ts";

/**
 * What makes two prompts the same question: title and body with white space collapsed, the title without regard to
 * case. Code and options are part of it: 121 questions of one document may all be titled "What's the output?".
 */
export function promptKey(question: Pick<DraftQuestion, "title" | "body">): string {
  return `${collapse(question.title).toLowerCase()}\n${collapse(question.body)}`;
}

/** Two answers are the same when they differ in white space only. */
export const answerKey = (question: Pick<DraftQuestion, "answer">): string => collapse(question.answer);

function collapse(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
