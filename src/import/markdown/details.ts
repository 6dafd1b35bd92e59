import { summaryFrom } from "../html/details.ts";
import type { Draft, SourceText } from "../reader.ts";
import { questionLikeness } from "../text/question-words.ts";
import { bareStarts } from "./bullets.ts";
import { draftFrom, emptyDraft } from "./draft.ts";
import { listStarts } from "./list-starts.ts";
import { type Outline, outlineOf } from "./outline.ts";
import type { Start } from "./question-start.ts";
import { titleParts } from "./title.ts";

const READER = "markdown-details";

/** Reads `<details><summary>Question</summary>answer</details>`. */
export function readDetails(source: SourceText): Draft {
  const outline = outlineOf(source);
  const found = detailsStarts(outline);
  if (found.length === 0) return emptyDraft(READER);
  const likeness = found.reduce((sum, one) => sum + one.likeness, 0) / found.length;
  const starts = found.map(({ start }) => start);
  return draftFrom(outline, READER, [...starts, ...bulletsElsewhere(outline, starts)], likeness);
}

function detailsStarts(outline: Outline): { start: Start; likeness: number }[] {
  const found: { start: Start; likeness: number }[] = [];
  let coveredTo = 0;
  for (const [at, line] of outline.lines.entries()) {
    // What is unfolded inside an answer belongs to it.
    if (at < coveredTo || outline.isCode(at) || !/<details\b/i.test(line)) continue;
    const summary = summaryFrom(outline.lines, at);
    if (summary === null || outline.isAnswerSummary(summary.text)) continue;
    const [first = "", ...below] = summary.text.split(/\n(?=\s*(?:\n|```|~~~))/);
    const { number, rest } = titleParts(first);
    if (rest === "") continue;
    const isBold = /^<(?:b|strong|h[1-6])>/i.test(summary.text.trim());
    const likeness = Math.max(questionLikeness(rest), number !== null || isBold ? 0.6 : 0);
    const end = outline.detailsEnds.get(at);
    coveredTo = end ?? summary.line + 1;
    found.push({
      start: {
        at,
        titleEnd: summary.line + 1,
        title: rest,
        number,
        level: null,
        nested: false,
        after: summary.after,
        body: below.join("\n").trim(),
        ...(end === undefined ? {} : { end }),
      },
      likeness,
    });
  }
  return found;
}

/** A document that unfolds its answers may open with a section of questions that have none. */
function bulletsElsewhere(outline: Outline, starts: readonly Start[]): Start[] {
  const titles = new Set(starts.map((start) => start.title));
  const inside = new Uint8Array(outline.lines.length);
  for (const start of starts) inside.fill(1, start.at, start.end ?? start.titleEnd);
  const free = listStarts(outline, (item) => item.number === null && inside[item.at] !== 1, true);
  return bareStarts(
    outline,
    free.map(({ start }) => start),
  ).filter((start) => !titles.has(start.title));
}
