import { fenceOf, indentOf, isBlank } from "../text/block.ts";
import { isChrome } from "../text/page-chrome.ts";
import {
  type Layout,
  listedForm,
  SECTION_AT,
  type Surroundings,
  sectionScore,
  sectionTitle,
  UNUSUAL,
} from "./sections-between.ts";

/** The space between the end of one answer's first paragraph and the next question label. Line numbers from 0. */
export interface Gap {
  readonly from: number;
  /** The line of the question label below. */
  readonly to: number;
  /** See {@link lastText}. */
  readonly last: number;
  /** The numbers start again at 1 below. */
  readonly restarts: boolean;
  /** Above the first question: what stands here cannot be part of an answer. */
  readonly preface: boolean;
  /** See {@link Surroundings}. */
  readonly rare: boolean;
  /** The section of the first question; null when it has none or is this gap's. */
  readonly first: Pick<FoundSection, "tight"> | null;
  /** The lines above the first question, each as {@link listedForm} has it. */
  readonly listed: ReadonlySet<string>;
}

/** A section found in a gap. */
export interface FoundSection {
  readonly title: string;
  /** The line of its title, from 0. */
  readonly at: number;
  /** Where the answer above ends: titles, furniture and rules from here on belong to no answer. */
  readonly cut: number;
  readonly score: number;
  /** The question follows without a blank line. */
  readonly tight: boolean;
  /** Titles that stand above this one and hold no question. */
  readonly dropped: readonly { title: string; at: number }[];
}

/** Above the first question a line needs less to be a section: the alternative is furniture, not an answer. */
const PREFACE_AT = 3;
/** A title with an introduction below it must be clearer than one right above the question. */
const INTRODUCED_AT = 6;
/** Lines of an introduction between a section's title and its first question. */
const LONGEST_INTRODUCTION = 6;

const RULE = /^\s*(?:[-=*_~]\s?){3,}\s*$/;

/** Finds the section that begins in a gap: the nearest line above the question that reads like a title. */
export function findSection(lines: readonly string[], gap: Gap, layout: Layout): FoundSection | null {
  const needed = gap.preface ? PREFACE_AT : SECTION_AT;
  let at = gap.last;
  let score = at < 0 ? 0 : scoreAt(lines, at, gap, layout);
  if (score < needed) {
    at = introducedTitle(lines, gap, layout);
    if (at < 0) return null;
    score = INTRODUCED_AT;
  }
  const dropped: { title: string; at: number }[] = [];
  let cut = at;
  for (;;) {
    const above = lastText(lines, gap.from, cut);
    if (above < 0) break;
    if (scoreAt(lines, above, gap, layout) < SECTION_AT + 1) break;
    if (!gap.preface) dropped.push({ title: sectionTitle(lines[above] ?? ""), at: above });
    cut = above;
  }
  return { title: sectionTitle(lines[at] ?? ""), at, cut, score, dropped, tight: blanks(lines, at, 1) === 0 };
}

/** The last line with text before `to` that is neither a rule nor furniture at the margin; -1 when none. */
export function lastText(lines: readonly string[], from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    const line = lines[i] ?? "";
    if (isBlank(line) || RULE.test(line) || isChrome(line)) continue;
    return i;
  }
  return -1;
}

function scoreAt(lines: readonly string[], at: number, gap: Gap, layout: Layout): number {
  const blanksAfter = blanks(lines, at, 1);
  const same = gap.preface || gap.first?.tight === (blanksAfter === 0);
  const near: Surroundings = {
    first: same ? "same" : gap.first === null ? "none" : "other",
    blanksBefore: gap.preface ? Math.max(1, blanks(lines, at, -1)) : blanks(lines, at, -1),
    blanksAfter,
    above: gap.preface ? "" : (lines[at - 1] ?? ""),
    restarts: gap.restarts,
    rare: gap.rare,
    listed: !gap.preface && gap.listed.has(listedForm(lines[at] ?? "")),
  };
  const score = sectionScore(lines[at] ?? "", near, layout);
  const underlined = /^\s*(?:={3,}|-{3,}|~{3,})\s*$/.test(lines[at + 1] ?? "");
  return score > 0 && underlined ? score + 4 : score;
}

function blanks(lines: readonly string[], at: number, step: 1 | -1): number {
  let count = 0;
  for (let i = at + step; i >= 0 && i < lines.length && isBlank(lines[i] ?? ""); i += step) count++;
  return count;
}

/** A title with a few lines of introduction between it and the question; -1 when there is none. */
function introducedTitle(lines: readonly string[], gap: Gap, layout: Layout): number {
  if (!gap.preface && !gap.restarts && layout.marginShare > UNUSUAL) return -1;
  let seen = 0;
  for (let i = gap.to - 1; i >= gap.from && seen <= LONGEST_INTRODUCTION; i--) {
    const line = lines[i] ?? "";
    if (isBlank(line)) continue;
    if (fenceOf(line) !== null || indentOf(line) > layout.margin) return -1;
    // Between furniture and a title nothing can be told apart: only a line with blank lines on both sides counts.
    const alone = blanks(lines, i, -1) > 0 && blanks(lines, i, 1) > 0;
    if (seen > 0 && alone && scoreAt(lines, i, gap, layout) >= INTRODUCED_AT) return i;
    seen++;
  }
  return -1;
}
