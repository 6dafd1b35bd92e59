import { promptOf } from "../deck/index.ts";
import type { Draft, ImportWarning, ImportWarningCode } from "./reader.ts";
import { isPlaceholder } from "./text/placeholder.ts";
import { answerKey, promptKey } from "./update/identity.ts";

/** One occurrence of a question in a document. */
export interface ReportedQuestion {
  readonly section: string;
  /** Title, blank line, rest of the prompt. */
  readonly prompt: string;
  readonly answer: string;
  readonly number: number | null;
  readonly line: number;
  /** Where it stands when lines do not say it: a path in data, a file of a folder; absent otherwise. */
  readonly place?: string;
  /** As the document writes them; absent when it has none. */
  readonly tags?: readonly string[];
  /** Place in `questions`, counted from 1, of the first question with the same prompt; absent when this is the first. */
  readonly repeatOf?: number;
}

/** What `viva import --json` prints: stable, described in docs/reference/import.md. */
export interface ImportReport {
  readonly reader: string;
  /** In the order in which they begin; a title is listed once. */
  readonly sections: readonly { readonly title: string; readonly questions: number }[];
  /** Every occurrence, repeated or not. */
  readonly questions: readonly ReportedQuestion[];
  readonly warnings: readonly ImportWarning[];
}

/** The figures of a report that are said in one line. */
export interface ImportTotals {
  readonly sections: number;
  readonly questions: number;
  readonly unanswered: number;
  readonly repeated: number;
}

/** Says what was found in a document. */
export function importReport(draft: Draft): ImportReport {
  const first = new Map<string, number>();
  const counts = new Map<string, number>();
  const questions = draft.questions.map((question, i): ReportedQuestion => {
    const { section, answer, number, line, place, tags = [] } = question;
    counts.set(section, (counts.get(section) ?? 0) + 1);
    const key = promptKey(question);
    const repeatOf = first.get(key);
    if (repeatOf === undefined) first.set(key, i + 1);
    return {
      section,
      prompt: promptOf(question),
      answer,
      number,
      line,
      ...(place === undefined ? {} : { place }),
      ...(tags.length === 0 ? {} : { tags }),
      ...(repeatOf === undefined ? {} : { repeatOf }),
    };
  });
  return {
    reader: draft.reader,
    sections: [...counts].map(([title, count]) => ({ title, questions: count })),
    questions,
    warnings: [...draft.warnings, ...contentWarnings(questions)],
  };
}

/** Counts a report. */
export function importTotals(report: ImportReport): ImportTotals {
  return {
    sections: report.sections.length,
    questions: report.questions.length,
    unanswered: report.questions.filter((question) => question.answer === "").length,
    repeated: report.questions.filter((question) => question.repeatOf !== undefined).length,
  };
}

/** One warning a code, however many questions it is about: nobody reads 300. */
function contentWarnings(questions: readonly ReportedQuestion[]): ImportWarning[] {
  const repeats = questions.filter((question) => question.repeatOf !== undefined);
  const sameAnswer = (question: ReportedQuestion) => {
    const original = questions[(question.repeatOf ?? 0) - 1];
    return original !== undefined && answerKey(original) === answerKey(question);
  };
  return [
    summary(
      "unanswered",
      "without an answer",
      questions.filter((question) => question.answer === ""),
    ),
    summary(
      "placeholder-answer",
      "with an answer that only promises one",
      questions.filter((question) => isPlaceholder(question.answer)),
    ),
    summary("repeated", "repeating an earlier one word for word", repeats.filter(sameAnswer)),
    summary(
      "repeated-other-answer",
      "repeating an earlier one with another answer",
      repeats.filter((question) => !sameAnswer(question)),
    ),
  ].flat();
}

const LINES_SHOWN = 5;

function summary(code: ImportWarningCode, what: string, found: readonly ReportedQuestion[]): ImportWarning[] {
  const [first] = found;
  if (first === undefined) return [];
  const shown = found.slice(0, LINES_SHOWN).map(({ place, line }) => place ?? line);
  const more = found.length > LINES_SHOWN ? ` and ${found.length - LINES_SHOWN} more` : "";
  const questions = found.length === 1 ? "1 question" : `${found.length} questions`;
  const places = first.place !== undefined ? "at" : found.length === 1 ? "line" : "lines";
  const text = `${questions} ${what}: ${places} ${shown.join(", ")}${more}`;
  return [{ code, line: first.line, ...(first.place !== undefined && { place: first.place }), text }];
}
