import type { SourceText } from "../reader.ts";
import { isBlank } from "../text/block.ts";
import { saysQuestions } from "../text/question-document.ts";
import { questionLikeness } from "../text/question-words.ts";
import { describedBy, SECTION } from "./lines.ts";

/** Terms of description lists ask when so many of them do. */
const ASKING_SHARE = 0.6;
/** A document of terms that calls itself questions: so much of its text must be such lists. */
const TERMS_SHARE = 0.3;

/** Whether the terms of the description lists are the questions: they ask, or there is nothing else that could be. */
export function asksInTerms({ name, lines }: SourceText): boolean {
  let terms = 0;
  let asking = 0;
  let texts = 0;
  let titles = name;
  for (const line of lines) {
    if (!isBlank(line)) texts++;
    const title = SECTION.exec(line)?.[2];
    if (title !== undefined && questionLikeness(title) >= 0.8) return false;
    if (title !== undefined && titles.length < 300) titles += ` ${title}`;
    const described = describedBy(line);
    if (described?.mark !== "::") continue;
    terms++;
    if (questionLikeness(described.term) >= 0.8) asking++;
  }
  if (terms < 2) return false;
  return asking >= terms * ASKING_SHARE || (terms >= texts * TERMS_SHARE && saysQuestions(titles));
}
