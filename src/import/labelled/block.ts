import {
  endsSentence,
  FenceTracker,
  fenceOf,
  indentOf,
  isBlank,
  outdent,
  trimBlankLines,
} from "../text/block.ts";

const LIST_ITEM = /^\s*(?:[-*+•]\s|\(?[a-z0-9]{1,2}[.):]\s)/i;
/** Options of a multiple choice belong to the prompt. */
const OPTION = /^\s*(?:[-*+]\s*)?\(?[a-hA-H][.):]\s/;

/**
 * Turns the lines below a label into Markdown. The indent that all of them share is layout; what is set in deeper
 * (code, nested lists) stays so. `textColumn` is where the text after the label starts.
 */
export function proseBlock(first: string, below: readonly string[], textColumn: number): string {
  const lines = trimBlankLines(below.map((line) => (isBlank(line) ? "" : line.trimEnd())));
  const gap = lines.length > 0 && first !== "" && isBlank(below[0] ?? "") ? [""] : [];
  const aligned = alignedLines(lines, gap.length === 0 && first !== "", textColumn);
  const rest = outdentProse(lines.slice(aligned));
  const text = [
    ...(first === "" ? [] : [first]),
    ...gap,
    ...lines.slice(0, aligned).map((line) => line.trim()),
    ...rest,
  ];
  return trimBlankLines(text).join("\n");
}

/** How many lines right below the label continue its text at the column where that text began. */
function alignedLines(lines: readonly string[], continues: boolean, textColumn: number): number {
  if (!continues) return 0;
  let count = 0;
  while (count < lines.length) {
    const line = lines[count] ?? "";
    if (isBlank(line) || fenceOf(line) !== null || LIST_ITEM.test(line) || indentOf(line) !== textColumn)
      break;
    count++;
  }
  return count;
}

/** Code inside a fence may stand at the margin while the prose round it is set in: it has no say in the common indent. */
function outdentProse(lines: readonly string[]): string[] {
  const fences = new FenceTracker();
  let least = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const wasInside = fences.inside;
    fences.take(line);
    if (!wasInside && !isBlank(line)) least = Math.min(least, indentOf(line));
  }
  return lines.map((line) => (isBlank(line) ? "" : outdent(line, least)));
}

/**
 * Splits what stands between a question label and its answer label into the title and the rest of the prompt. Without
 * an answer label, what follows the first paragraph is `rest`: the answer.
 */
export function splitPrompt(
  first: string,
  below: readonly string[],
  hasAnswer: boolean,
): { title: string; body: string; rest: string[] } {
  const lines = first === "" ? trimBlankLines(below) : [first, ...below];
  let end = 1;
  // A prompt that goes on at the next line without a blank one is wrapped, unless code, a list or a new sentence starts.
  while (end < lines.length) {
    const line = lines[end] ?? "";
    const above = lines[end - 1] ?? "";
    if (isBlank(line) || fenceOf(line) !== null || LIST_ITEM.test(line)) break;
    if (endsSentence(above) && (!hasAnswer || /[?？:：]\W*$/u.test(above))) break;
    end++;
  }
  const title = lines
    .slice(0, end)
    .map((line) => line.trim())
    .join(" ")
    .trim();
  const remaining = lines.slice(end);
  const options = remaining.filter((line) => !isBlank(line));
  const isBody = hasAnswer || options.every((line) => OPTION.test(line));
  if (!isBody) return { title, body: "", rest: remaining };
  return {
    title,
    body: trimBlankLines(outdentProse(remaining.map((line) => line.trimEnd()))).join("\n"),
    rest: [],
  };
}
