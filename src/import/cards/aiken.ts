import { choiceOf } from "../data/choices.ts";
import type { Draft, DraftQuestion, ImportWarning, SourceText } from "../reader.ts";
import { AIKEN_ANSWER, AIKEN_OPTION } from "./sniff-quiz-text.ts";

const READER = "aiken";

/** Reads Aiken: a question, options `A.` or `A)`, a line `ANSWER: B` that ends it. */
export async function readAiken({ lines }: SourceText): Promise<Draft> {
  const questions: DraftQuestion[] = [];
  const rejected: number[] = [];
  let prompt: string[] = [];
  let options: { key: string; text: string; right: null }[] = [];
  let start = 0;
  let used = 0;
  let texts = 0;
  for (const [at, line] of lines.entries()) {
    const text = line.trim();
    if (text === "") continue;
    texts++;
    const [, letters] = AIKEN_ANSWER.exec(text) ?? [];
    const [, key = "", option] = AIKEN_OPTION.exec(text) ?? [];
    if (letters !== undefined) {
      const [title = "", ...body] = prompt;
      if (title === "" || options.length < 2) rejected.push(start + 1);
      else {
        const choice = choiceOf(options, [letters.trim()], 1);
        used += prompt.length + options.length + 1;
        questions.push({
          section: "",
          title: title.replace(/^\d{1,4}[.)]\s+/, ""),
          body: [...(body.length === 0 ? [] : [body.join("\n")]), choice.body].join("\n\n"),
          answer: choice.answer,
          number: /^\d{1,4}[.)]\s/.test(title) ? Number.parseInt(title, 10) : null,
          line: start + 1,
        });
      }
      prompt = [];
      options = [];
    } else if (option !== undefined && prompt.length > 0) options.push({ key, text: option, right: null });
    else {
      if (options.length > 0) {
        // Options that no answer ended: the question before was not finished.
        rejected.push(start + 1);
        prompt = [];
        options = [];
      }
      if (prompt.length === 0) start = at;
      prompt.push(text);
    }
  }
  if (options.length > 0) rejected.push(start + 1);
  return {
    reader: READER,
    questions,
    warnings: rejectedWarnings(rejected),
    evidence: questions.length > 0 ? 0.95 : 0,
    accounted: texts === 0 ? 0 : used / texts,
  };
}

function rejectedWarnings(lines: readonly number[]): ImportWarning[] {
  const [first] = lines;
  if (first === undefined) return [];
  const more = lines.length > 10 ? ` and ${lines.length - 10} more` : "";
  return [
    {
      code: "rejected",
      line: first,
      text: `questions without two options and an answer: lines ${lines.slice(0, 10).join(", ")}${more}`,
    },
  ];
}
