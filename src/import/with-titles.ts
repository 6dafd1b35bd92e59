import type { Draft, DraftQuestion, ImportWarning } from "./reader.ts";
import { FenceTracker, trimBlankLines } from "./text/block.ts";

/**
 * A draft in which every question asks something: where the title is empty, the first line of words outside code
 * becomes it; where there is no prompt at all, the question is left out, and said.
 */
export function withTitles(draft: Draft): Draft {
  if (draft.questions.every(({ title }) => title.trim() !== "")) return draft;
  const asked: DraftQuestion[] = [];
  const empty: DraftQuestion[] = [];
  for (const question of draft.questions) {
    const whole = question.title.trim() !== "" ? question : withTitle(question);
    if (whole === null) empty.push(question);
    else asked.push(whole);
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

/** Code above the line that becomes the title stays in the body. Null when there are no words outside code. */
function withTitle(question: DraftQuestion): DraftQuestion | null {
  const lines = question.body.split("\n");
  const fences = new FenceTracker();
  let code = -1;
  for (const [at, line] of lines.entries()) {
    if (fences.take(line)) {
      if (code < 0) code = at;
    } else if (/[\p{L}\p{N}]/u.test(line)) {
      const above = code < 0 ? [] : trimBlankLines(lines.slice(code, at));
      const below = trimBlankLines(lines.slice(at + 1));
      const body = [...above, ...(above.length > 0 && below.length > 0 ? [""] : []), ...below].join("\n");
      return { ...question, title: line.trim(), body: body.trim() };
    }
  }
  return null;
}
