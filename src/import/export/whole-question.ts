import type { Question } from "../../deck/index.ts";
import type { DraftQuestion } from "../reader.ts";

/** A question that a document of ours holds whole, as readers give it. */
export function wholeQuestion(whole: Question, place: string, line = 1): DraftQuestion {
  const { section, title, body, answer, tags, level } = whole;
  return {
    section,
    title,
    body,
    answer,
    number: null,
    line,
    place,
    ...(tags.length > 0 && { tags }),
    ...(level !== null && { level }),
    whole,
  };
}
