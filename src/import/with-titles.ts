import type { Draft, DraftQuestion, ImportWarning } from "./reader.ts";

/**
 * A draft in which every question asks something: where the title is empty, the first line of the rest of the prompt
 * becomes it; where there is no prompt at all, the question is left out, and said.
 */
export function withTitles(draft: Draft): Draft {
  if (draft.questions.every(({ title }) => title.trim() !== "")) return draft;
  const asked: DraftQuestion[] = [];
  const empty: DraftQuestion[] = [];
  for (const question of draft.questions) {
    if (question.title.trim() !== "") asked.push(question);
    else {
      const lines = question.body.split("\n");
      const first = lines.findIndex((line) => /[\p{L}\p{N}]/u.test(line) && !/^\s*(?:```|~~~)/.test(line));
      const title = lines[first];
      if (title === undefined || isInCode(lines, first)) empty.push(question);
      else
        asked.push({
          ...question,
          title: title.trim(),
          body: lines
            .slice(first + 1)
            .join("\n")
            .trim(),
        });
    }
  }
  const [one] = empty;
  if (one === undefined) return { ...draft, questions: asked };
  const count = empty.length === 1 ? "1 question" : `${empty.length} questions`;
  const warning: ImportWarning = {
    code: "left-out",
    line: one.line,
    ...(one.place !== undefined && { place: one.place }),
    text: `${count} without a word to ask left out`,
  };
  return { ...draft, questions: asked, warnings: [...draft.warnings, warning] };
}

const isInCode = (lines: readonly string[], at: number): boolean =>
  lines.slice(0, at).filter((line) => /^\s*(?:```|~~~)/.test(line)).length % 2 === 1;
