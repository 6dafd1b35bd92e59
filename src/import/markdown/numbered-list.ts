import type { Draft, SourceText } from "../reader.ts";
import { sequenceAgreement } from "../text/numbering.ts";
import { draftFrom, emptyDraft } from "./draft.ts";
import { listStarts } from "./list-starts.ts";
import { outlineOf } from "./outline.ts";
import type { Start } from "./question-start.ts";

const READER = "markdown-numbered-list";

/** Reads `1. **Question?**` or `1. Question?` with the answer in the item or below it. */
export function readNumberedList(source: SourceText): Draft {
  const outline = outlineOf(source);
  const found = listStarts(outline, (item) => item.number !== null);
  if (found.length === 0) return emptyDraft(READER);
  const starts: Start[] = found.map(({ start }) => start);
  const likeness = found.reduce((sum, one) => sum + one.likeness, 0) / found.length;
  const agreement = sequenceAgreement(starts.map((start) => start.number));
  return draftFrom(outline, READER, starts, likeness * (0.7 + 0.3 * agreement));
}
