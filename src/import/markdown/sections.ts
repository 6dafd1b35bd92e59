import type { ImportWarning } from "../reader.ts";
import { isBlank } from "../text/block.ts";
import { isOuterTitle } from "./furniture.ts";
import type { Heading, Outline } from "./outline.ts";
import type { Start } from "./question-start.ts";
import { bareTitle } from "./title.ts";

/** Lines with text between a section's heading and its first question. */
const LONGEST_INTRODUCTION = 3;

/** The section of each start, the lines (from 0) at which a question ends because a heading of the document begins. */
export interface Sections {
  readonly sections: readonly string[];
  readonly boundaries: readonly number[];
  /** Headings that name a section, their parents and the document's title. */
  readonly used: number;
  readonly warnings: readonly ImportWarning[];
}

/** Parts a document by the headings that are not questions. `starts` in order of their lines. */
export function sectionsOf(outline: Outline, starts: readonly Start[]): Sections {
  const headings = outerHeadings(outline, starts);
  const bounds = boundaryHeadings(outline, headings, starts);
  const title = documentTitle(bounds, starts);
  const leads = new Set(headings.filter((heading, i) => isDirect(outline, heading, headings[i + 1], starts)));
  // "Table of Contents" names no section, "Introduction" may when it leads straight to a question.
  const names = (heading: Heading) =>
    heading !== title && (leads.has(heading) || !isOuterTitle(bareTitle(heading.text)));
  const paths: Heading[][] = [];
  const used = new Set<Heading>();
  let stack: Heading[] = [];
  let next = 0;
  for (const start of starts) {
    for (let bound = bounds[next]; bound !== undefined && bound.at < start.at; bound = bounds[++next]) {
      const { level } = bound;
      stack = [...stack.filter((above) => above.level < level), bound];
    }
    const path = stack.filter((heading) => names(heading) && isAbove(heading, start));
    for (const heading of path) used.add(heading);
    paths.push(path);
  }
  const empty = bounds.filter((bound) => !used.has(bound) && names(bound) && bareTitle(bound.text) !== "");
  return {
    sections: namePaths(paths),
    boundaries: bounds.map((bound) => bound.at),
    used: used.size + (title === null ? 0 : 1),
    warnings: emptyWarning(empty),
  };
}

/** A section stands above the level of its questions, or beside it when it has the same. */
const isAbove = (heading: Heading, start: Start): boolean =>
  start.level === null || heading.level <= start.level;

/** Headings that are neither a question nor inside one that says where it ends. */
function outerHeadings(outline: Outline, starts: readonly Start[]): Heading[] {
  const found: Heading[] = [];
  let next = 0;
  let coveredTo = 0;
  for (const block of outline.blocks) {
    if (block.kind !== "heading" || block.depth > 0) continue;
    for (let start = starts[next]; start !== undefined && start.at <= block.at; start = starts[++next]) {
      coveredTo = Math.max(coveredTo, start.end ?? start.titleEnd);
    }
    if (block.at >= coveredTo) found.push(block);
  }
  return found;
}

function boundaryHeadings(
  outline: Outline,
  headings: readonly Heading[],
  starts: readonly Start[],
): Heading[] {
  const levels = starts.flatMap((start) => (start.level === null ? [] : [start.level]));
  const last = starts.at(-1)?.at ?? 0;
  const nearStart = (heading: Heading, after: Heading | undefined) =>
    isDirect(outline, heading, after, starts);
  if (levels.length > 0) {
    const level = mostCommon(levels);
    const strays = strayLevels(outline, headings, starts);
    return headings.filter((heading, i) => {
      if (heading.level !== level) return heading.level < level && !strays.has(heading.level);
      // Beside the questions: a section leads straight to one, a part of an answer does not.
      return heading.at > last || nearStart(heading, headings[i + 1]) || heading.at < (starts[0]?.at ?? 0);
    });
  }
  const deepest = sectionLevel(headings, nearStart);
  // A deeper one parts the questions too where a question follows at once.
  return headings.filter(
    (heading, i) => heading.level <= deepest || isDirect(outline, heading, headings[i + 1], starts, 0),
  );
}

/** Headings of a level between two questions that are too few to part a document. */
const FEW_STRAYS = 2;

/** Levels with only one or two headings between the questions, none of which leads to a question: parts of answers. */
function strayLevels(
  outline: Outline,
  headings: readonly Heading[],
  starts: readonly Start[],
): ReadonlySet<number> {
  const first = starts[0]?.at ?? 0;
  const last = starts.at(-1)?.at ?? 0;
  const levels = new Map<number, { count: number; leads: boolean }>();
  let below = false;
  for (const [i, heading] of [...headings.entries()].toReversed()) {
    const after = headings[i + 1];
    const next = starts[firstAfter(starts, heading.at)];
    const holds: boolean =
      below && after !== undefined && after.level > heading.level && after.at < (next?.at ?? 0);
    below = holds || isDirect(outline, heading, after, starts);
    const level = levels.get(heading.level) ?? { count: 0, leads: false };
    const isBetween = heading.at > first && heading.at < last;
    levels.set(heading.level, {
      count: level.count + (isBetween ? 1 : 0),
      leads: level.leads || below || heading.at < first,
    });
  }
  return new Set(
    [...levels].flatMap(([level, { count, leads }]) =>
      !leads && count > 0 && count <= FEW_STRAYS ? level : [],
    ),
  );
}

/** The deepest level at which at least half of the headings lead straight to a question. */
function sectionLevel(
  headings: readonly Heading[],
  nearStart: (heading: Heading, after: Heading | undefined) => boolean,
): number {
  let deepest = Math.min(2, ...headings.map(({ level }) => level));
  for (let level = 1; level <= 6; level++) {
    let all = 0;
    let direct = 0;
    for (const [i, heading] of headings.entries()) {
      if (heading.level !== level || isOuterTitle(bareTitle(heading.text))) continue;
      all++;
      if (nearStart(heading, headings[i + 1])) direct++;
    }
    if (all > 0 && direct >= all / 2) deepest = Math.max(deepest, level);
  }
  return deepest;
}

/** Whether a question follows a heading with at most a short introduction and no other heading between. */
function isDirect(
  outline: Outline,
  heading: Heading,
  after: Heading | undefined,
  starts: readonly Start[],
  longest = LONGEST_INTRODUCTION,
): boolean {
  const start = starts[firstAfter(starts, heading.at)];
  if (start === undefined || (after !== undefined && after.at < start.at)) return false;
  let texts = 0;
  for (let at = heading.end; at < start.at && texts <= longest; at++) {
    if (!isBlank(outline.lines[at] ?? "")) texts++;
  }
  return texts <= longest;
}

function firstAfter(starts: readonly Start[], at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.at ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The heading that names the document: the first, above all others, with no question before it. */
function documentTitle(bounds: readonly Heading[], starts: readonly Start[]): Heading | null {
  const first = bounds[0];
  if (first === undefined || first.at > (starts[0]?.at ?? 0)) return null;
  return bounds.every((bound, i) => i === 0 || bound.level > first.level) ? first : null;
}

/** Nearest heading as name; where two headings of one name stand under different parents, the parent's name first. */
function namePaths(paths: readonly Heading[][]): string[] {
  const parents = new Map<string, Set<string>>();
  const nameAt = (path: readonly Heading[], back: number) =>
    bareTitle(path.at(-1 - back)?.text ?? "").replace(/\s*[:：]$/, "");
  for (const path of paths) {
    const name = nameAt(path, 0);
    parents.set(name, (parents.get(name) ?? new Set()).add(nameAt(path, 1)));
  }
  return paths.map((path) => {
    const name = nameAt(path, 0);
    const parent = nameAt(path, 1);
    return (parents.get(name)?.size ?? 0) > 1 && parent !== "" ? `${parent} / ${name}` : name;
  });
}

function emptyWarning(empty: readonly Heading[]): ImportWarning[] {
  const first = empty[0];
  if (first === undefined) return [];
  const more = empty.length > 1 ? ` and ${empty.length - 1} more` : "";
  const holds = empty.length > 1 ? "hold" : "holds";
  return [
    {
      code: "section-dropped",
      line: first.at + 1,
      text: `"${bareTitle(first.text).slice(0, 60)}"${more} ${holds} no question`,
    },
  ];
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
