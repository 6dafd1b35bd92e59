import { refuseTooMany } from "../most-questions.ts";
import type { Draft, DraftQuestion, ImportWarning, SourceText } from "../reader.ts";
import { isBlank, wordCount } from "../text/block.ts";
import { labelsOf, splitInlineAnswer } from "../text/labels.ts";
import { takeLevel } from "../text/level-marks.ts";
import { isPage } from "../text/page-start.ts";
import { proseBlock, splitPrompt } from "./block.ts";
import { type FoundSection, findSection, lastText } from "./find-sections.ts";
import { findMarks, type Mark } from "./label-marks.ts";
import { answerEnd } from "./last-answer.ts";
import { isTitleLike, type Layout, layoutOf, listedForm, UNUSUAL } from "./sections-between.ts";

const READER = "labelled-text";

/** A question label, its answer label if it has one, and the line after its last. Lines from 0. */
interface Entry {
  readonly question: Mark;
  readonly answer: Mark | null;
  /** The next question label, or the end of the document. */
  readonly next: number;
}

const HEADING = /^\s*#{1,6}\s/;

/** With more lines than this to a pair of labels, the pairs can stand in a document about something else. */
const LINES_PER_PAIR = 200;

/** 0 without labels, near 1 when questions and answers alternate. */
export function sniffLabelled(source: SourceText): number {
  // Labels between tags are read once the tags are gone.
  if (isPage(source.text)) return 0;
  const counts = { question: 0, answer: 0 };
  const inHeadings = { question: 0, answer: 0 };
  let weak = 0;
  for (const [at, label] of labelsOf(source.lines).entries()) {
    if (label === null) continue;
    if (label.weak) weak++;
    else counts[label.kind]++;
    if (HEADING.test(source.lines[at] ?? "")) inHeadings[label.kind]++;
  }
  const { question, answer } = counts;
  // Under `### Q1: ...` the headings say more than labels do: where sections begin, and what is code.
  if (inHeadings.question > (question + weak) / 2 && inHeadings.answer < inHeadings.question / 2) return 0.1;
  if (question > 0 && answer > 0) {
    const pairs = Math.min(question, answer);
    const isSparse = source.lines.length > pairs * LINES_PER_PAIR;
    return 0.6 + ((isSparse ? 0.2 : 0.4) * pairs) / Math.max(question, answer);
  }
  if (question > 0 || weak > 1) return 0.4;
  return 0;
}

/** Reads numbered or plain `Question:` and `Answer:` labels; sections are short lines that stand alone. */
export function readLabelled(source: SourceText): Draft {
  const { lines } = source;
  const { marks, warnings } = findMarks(lines);
  refuseTooMany(source, marks.length / 2);
  const entries = entriesOf(marks, lines.length);
  const margin = median(entries.map((entry) => entry.question.indent));
  const answered = entries.filter((entry) => entry.answer !== null);
  // The last answer may run into the page's footer: it says nothing about answers, unless it is the only one.
  const typical = answered.length > 1 ? answered.slice(0, -1) : answered;
  const layout = layoutOf(
    typical.map((entry) => lines.slice(entry.answer?.at, entry.next)),
    margin,
  );
  const sections = sectionsOf(lines, entries, layout);
  const questions: DraftQuestion[] = [];
  let section = "";
  let kept = 0;
  for (const [i, entry] of entries.entries()) {
    const begins = sections[i];
    if (begins) section = begins.title;
    for (const empty of begins?.dropped ?? []) {
      warnings.push({
        code: "section-dropped",
        line: empty.at + 1,
        text: `"${empty.title}" holds no question`,
      });
    }
    const end = endOf(lines, entry, sections[i + 1] ?? null, i === entries.length - 1 ? layout : null);
    if (end.leftOut > 0) warnings.push(leftOut(lines, end.at, end.leftOut));
    questions.push(toQuestion(lines, entry, end.at, section));
    for (let at = entry.question.at; at < end.at; at++) if (!isBlank(lines[at] ?? "")) kept++;
  }
  const texts = lines.reduce((count, line) => count + (isBlank(line) ? 0 : 1), 0);
  const preface = prefaceWarning(lines, entries[0]?.question.at ?? 0);
  return {
    reader: READER,
    questions,
    warnings: preface ? [preface, ...warnings] : warnings,
    evidence: questions.length === 0 ? 0 : answered.length > 0 ? 1 : 0.6,
    accounted: texts === 0 ? 0 : kept / texts,
  };
}

function entriesOf(marks: readonly Mark[], end: number): Entry[] {
  const entries: Entry[] = [];
  for (let i = 0; i < marks.length; i++) {
    const question = marks[i];
    if (question?.kind !== "question") continue;
    const follower = marks[i + 1];
    const answer = follower?.kind === "answer" ? follower : null;
    const next = marks[answer === null ? i + 1 : i + 2];
    entries.push({ question, answer, next: next?.at ?? end });
  }
  return entries;
}

/** The section that begins above each question, or null; too many faint ones are short paragraphs of answers. */
function sectionsOf(
  lines: readonly string[],
  entries: readonly Entry[],
  layout: Layout,
): (FoundSection | null)[] {
  const listed = new Set(lines.slice(0, entries[0]?.question.at).map(listedForm));
  const gaps = entries.map((entry, i) => {
    const before = entries[i - 1];
    const from = before === undefined ? 0 : ownedUntil(lines, before);
    const to = entry.question.at;
    return {
      from,
      to,
      last: lastText(lines, from, to),
      restarts: entry.question.number === 1 && (before?.question.number ?? 1) > 1,
      preface: before === undefined,
      listed,
    };
  });
  const isRare = rarity(
    gaps.slice(1).map(({ last }) => lines[last] ?? ""),
    layout,
  );
  let first: FoundSection | null = null;
  const found = gaps.map((gap) => {
    const rare = gap.preface || isRare(lines[gap.last] ?? "");
    const section = findSection(lines, { ...gap, rare, first }, layout);
    if (gap.preface) first = section;
    return section;
  });
  const faint = (section: FoundSection | null) => section !== null && section.score < CLEAR;
  const titles = new Map<string, number>();
  for (const section of found) if (section) titles.set(section.title, (titles.get(section.title) ?? 0) + 1);
  const crowded = entries.length > 4 && found.slice(1).filter(faint).length > entries.length / 2;
  return found.map((section, i) => {
    if (section === null || i === 0 || !faint(section)) return section;
    return crowded || (titles.get(section.title) ?? 0) > 2 ? null : section;
  });
}

/** Tells of the last line of an answer whether few others end in a title as short as this one. */
function rarity(lastLines: readonly string[], layout: Layout): (line: string) => boolean {
  const byWords: number[] = [];
  for (const line of lastLines) {
    if (!isTitleLike(line, layout)) continue;
    const words = wordCount(line);
    byWords[words] = (byWords[words] ?? 0) + 1;
  }
  const allowed = Math.max(RARE_AT_LEAST, lastLines.length * UNUSUAL);
  return (line) => {
    if (!isTitleLike(line, layout)) return true;
    const own = wordCount(line);
    let alike = 0;
    for (let words = 0; words <= own; words++) alike += byWords[words] ?? 0;
    return alike <= allowed;
  };
}

/** So many titles are rare in a document of any size. */
const RARE_AT_LEAST = 2;

/** A section of this score is believed even when every other question has one above it. */
const CLEAR = 7;

/** The first line that need not belong to an entry: after the label line, or after the paragraph below a bare label. */
function ownedUntil(lines: readonly string[], entry: Entry): number {
  const label = entry.answer ?? entry.question;
  let at = label.at + 1;
  if (label.rest !== "") return at;
  while (at < entry.next && isBlank(lines[at] ?? "")) at++;
  while (at < entry.next && !isBlank(lines[at] ?? "")) at++;
  return at;
}

/** Where an entry ends: before the next section, and without the page furniture below the last answer. */
function endOf(
  lines: readonly string[],
  entry: Entry,
  nextSection: FoundSection | null,
  lastLayout: Layout | null,
): { at: number; leftOut: number } {
  const from = ownedUntil(lines, entry);
  const limit = nextSection?.cut ?? entry.next;
  if (lastLayout === null) return { at: lastText(lines, from, limit) + 1 || from, leftOut: 0 };
  const at = answerEnd(lines, from, limit, lastLayout);
  return { at, leftOut: lines.slice(at, limit).filter((line) => !isBlank(line)).length };
}

function toQuestion(lines: readonly string[], entry: Entry, end: number, section: string): DraftQuestion {
  const { question, answer } = entry;
  const inline = answer === null ? splitInlineAnswer(question.rest) : null;
  const promptEnd = answer?.at ?? end;
  const below = lines.slice(question.at + 1, promptEnd);
  const first = inline?.prompt ?? question.rest;
  const prompt = inline
    ? { title: first, body: "", rest: below }
    : splitPrompt(first, below, answer !== null);
  const given =
    answer === null
      ? proseBlock(inline?.answer ?? "", prompt.rest, question.textColumn)
      : proseBlock(answer.rest, lines.slice(answer.at + 1, end), answer.textColumn);
  const { title, level } = takeLevel(prompt.title);
  return {
    section,
    title,
    ...(level === undefined ? {} : { level }),
    body: prompt.body,
    answer: given,
    number: question.number ?? answer?.number ?? null,
    line: question.at + 1,
  };
}

function prefaceWarning(lines: readonly string[], firstQuestion: number): ImportWarning | null {
  const count = lines.slice(0, firstQuestion).filter((line) => !isBlank(line)).length;
  // One line is a title or the first section.
  return count < 2 ? null : leftOut(lines, 0, count, "above the first question");
}

function leftOut(
  lines: readonly string[],
  from: number,
  count: number,
  where = "below the last answer",
): ImportWarning {
  const at = lines.findIndex((line, i) => i >= from && !isBlank(line));
  const text = (lines[at] ?? "").trim().slice(0, 40);
  return { code: "left-out", line: at + 1, text: `${count} lines ${where} were left out, from "${text}"` };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
