import { listStarts } from "./list-starts.ts";
import type { Heading, Item, Outline } from "./outline.ts";
import type { Start } from "./question-start.ts";

/** Fewer list items than this in a part of its own are no change of habit. */
const AT_LEAST = 3;
/** A list item must read like a question this much: nothing else says that it is one. */
const SURELY = 0.8;

/**
 * Questions in lists, in the parts of a document whose questions are headings that have no such heading: an author who
 * has collected from several places goes on in another shape. `starts` in order of their lines.
 */
export function listsBesides(outline: Outline, starts: readonly Start[]): Start[] {
  const parts = partsWithout(outline, starts);
  if (parts.length === 0) return [];
  let next = 0;
  const isInside = (item: Item): boolean => {
    while ((parts[next]?.to ?? item.at) < item.at) next++;
    const part = parts[next];
    return part !== undefined && part.from < item.at && item.at < part.to;
  };
  const found = listStarts(outline, isInside, true).filter(
    ({ likeness, start, bold, link }) => likeness >= SURELY && !link && (bold || start.number !== null),
  );
  // A list that says the headings over again is a table of contents without links.
  const titles = new Set(starts.map(({ title }) => formOf(title)));
  const fresh = found.filter(({ start }) => !titles.has(formOf(start.title)));
  const isNew = fresh.length >= AT_LEAST && fresh.length > found.length / 2;
  return isNew ? fresh.map(({ start }) => start) : [];
}

/** A title without case, blanks and marks, which a table of contents has otherwise. */
const formOf = (title: string): string => title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Lines from a heading that stands no deeper than the questions, without one of them, to the next such heading. */
function partsWithout(outline: Outline, starts: readonly Start[]): { from: number; to: number }[] {
  const level = starts.reduce((deepest, start) => Math.max(deepest, start.level ?? 0), 0);
  const asked = new Set(starts.map((start) => start.at));
  const isOuter = (heading: Heading) => heading.depth === 0 && heading.level <= level;
  const outer = outline.blocks.filter(
    (block): block is Heading => block.kind === "heading" && (asked.has(block.at) || isOuter(block)),
  );
  return outer.flatMap((heading, i) =>
    asked.has(heading.at) ? [] : [{ from: heading.at, to: outer[i + 1]?.at ?? outline.lines.length }],
  );
}
