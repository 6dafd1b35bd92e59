import type { Draft, SourceText } from "../reader.ts";
import { isBlank } from "../text/block.ts";
import { draftFrom, emptyDraft } from "./draft.ts";
import { listStarts } from "./list-starts.ts";
import { type Outline, outlineOf } from "./outline.ts";
import type { Start } from "./question-start.ts";

const READER = "markdown-bullets";

/** Reads bullets that are questions; nested bullets are follow-ups when they ask, else the answer. */
export function readBullets(source: SourceText): Draft {
  const outline = outlineOf(source);
  const found = listStarts(outline, (item) => item.number === null);
  if (found.length === 0) return emptyDraft(READER);
  const likeness = found.reduce((sum, one) => sum + one.likeness, 0) / found.length;
  return draftFrom(
    outline,
    READER,
    bareStarts(
      outline,
      found.map(({ start }) => start),
    ),
    likeness,
  );
}

/** Says of each start whether what follows belongs to the prompt: further questions and code, no text. */
export function bareStarts(outline: Outline, starts: readonly Start[]): Start[] {
  return starts.map((start, i) =>
    followedByText(outline, start, starts[i + 1]?.at ?? outline.lines.length)
      ? start
      : { ...start, bare: true },
  );
}

/** Whether anything but further questions and code stands between a bullet and the next. */
function followedByText(outline: Outline, start: Start, next: number): boolean {
  for (let at = start.titleEnd; at < next; at++) {
    const line = outline.lines[at] ?? "";
    if (isBlank(line) || outline.isCode(at)) continue;
    if (/^#{1,6}\s/.test(line)) return false;
    if (!/^\s+(?:[-*+]|\d+[.)])\s.*[?？]\W*$/u.test(line)) return true;
  }
  return false;
}
