import { draftFrom, emptyDraft } from "./markdown-draft.ts";
import { listStarts } from "./markdown-list-starts.ts";
import { type Outline, outlineOf } from "./markdown-outline.ts";
import type { Start } from "./question-start.ts";
import type { Draft, SourceText } from "./reader.ts";
import { isBlank } from "./text-block.ts";

const READER = "markdown-bullets";

/** Below this share of bullets with text under them, the document is a list of bare questions. */
const FEW_ANSWERED = 0.25;

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

/** Says of each start whether what follows belongs to the prompt. */
export function bareStarts(outline: Outline, starts: readonly Start[]): Start[] {
  const followed = starts.map((start, i) =>
    followers(outline, start, starts[i + 1]?.at ?? outline.lines.length),
  );
  const answered = followed.filter((kind) => kind === "text").length;
  const allBare = answered < starts.length * FEW_ANSWERED;
  return starts.map((start, i) =>
    allBare || followed[i] === "questions" ? { ...start, bare: true } : start,
  );
}

/** What stands between a bullet and the next: nothing, further questions and code, or text. */
function followers(outline: Outline, start: Start, next: number): "nothing" | "questions" | "text" {
  let kind: "nothing" | "questions" | "text" = "nothing";
  for (let at = start.titleEnd; at < next; at++) {
    const line = outline.lines[at] ?? "";
    if (isBlank(line) || outline.isCode(at)) continue;
    if (/^#{1,6}\s/.test(line)) break;
    if (!/^\s+(?:[-*+]|\d+[.)])\s.*[?？]\W*$/u.test(line)) return "text";
    kind = "questions";
  }
  return kind;
}
