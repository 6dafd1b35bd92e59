import { splitRegion } from "../markdown/answer.ts";
import { titleParts } from "../markdown/title.ts";
import type { DraftQuestion } from "../reader.ts";
import { FenceTracker, isBlank } from "../text/block.ts";
import { parseLabel } from "../text/labels.ts";
import type { RegionLine } from "../text/multiple-choice.ts";
import { takeNumber } from "../text/numbering.ts";
import { questionLikeness } from "../text/question-words.ts";
import { readFront } from "./front-matter.ts";
import { type Note, titleOfName } from "./notes.ts";

/** A file that holds one question, read. */
export interface NoteQuestion {
  readonly question: Omit<DraftQuestion, "section">;
  /** The section that its front matter names; "" when it names none. */
  readonly section: string;
  readonly likeness: number;
}

const HEADING = /^ {0,3}(#{1,6})[ \t]+(\S.*?)[ \t]*#*$/;

/** Where the first heading of a note stands and what it says, outside code. */
export interface NoteTitle {
  readonly at: number;
  readonly text: string;
}

/** The heading that opens a note; null when text comes first. */
export function openingHeading(lines: readonly string[], from: number): NoteTitle | null {
  const at = lines.findIndex(
    (line, i) => i >= from && !isBlank(line) && !/^\s*(?:<!--.*-->|!\[|\[!\[|<a\b)/.test(line),
  );
  const line = lines[at] ?? "";
  const heading = HEADING.exec(line)?.[2];
  if (heading !== undefined) return { at, text: heading };
  const below = lines[at + 1] ?? "";
  return at >= 0 && /^(?:={3,}|-{3,})\s*$/.test(below) && !isBlank(line)
    ? { at: at + 1, text: line.trim() }
    : null;
}

/**
 * Reads a note as one question: what it asks is said by its front matter, its first heading, or its file's name.
 * @param isPrompt the note holds no answer: without a heading its first line is the question
 */
export async function readNote(note: Note, isPrompt = false): Promise<NoteQuestion | null> {
  const { lines } = note.source;
  const front = await readFront(lines);
  const opening = openingHeading(lines, front.end);
  const label = opening === null ? null : parseLabel(opening.text);
  const heading = label?.kind === "question" && label.rest === "" ? null : opening;
  const from = heading === null ? front.end : heading.at + 1;
  const region = withoutQuestionLabel(regionOf(lines, from), isPrompt && heading === null);
  const named = titleOfName(note.stem);
  const candidates = [front.question, region.question, front.title, heading?.text ?? "", named].map((text) =>
    titleParts(text),
  );
  const isPlain = isPrompt && heading === null && front.title === "";
  const asks = isPlain
    ? candidates[1]
    : candidates.find(({ rest, labelled }) => labelled || questionLikeness(rest) >= 0.8);
  const chosen = asks ?? candidates.find(({ rest }) => rest !== "");
  if (chosen === undefined) return null;
  const isFromBelow = chosen.rest !== "" && chosen === candidates[1];
  const { body, answer } = splitRegion(isFromBelow ? region.rest : region.all, true);
  const given = answer === "" && body === "" ? front.answer : answer;
  return {
    question: {
      title: chosen.rest,
      body,
      answer: given,
      number:
        chosen.number ?? front.number ?? takeNumber(note.stem.replace(/^(\d{1,5})[-_ ]/, "$1. ")).number,
      line: (isFromBelow ? region.at : (heading?.at ?? front.end)) + 1,
      place: note.path,
      ...(front.tags.length === 0 ? {} : { tags: front.tags }),
      ...(front.level === undefined ? {} : { level: front.level }),
    },
    section: front.section,
    likeness: questionLikeness(chosen.rest),
  };
}

interface Region {
  readonly all: RegionLine[];
  /** The first line below a heading that says "Question"; "" when there is none. */
  readonly question: string;
  readonly at: number;
  /** What stands below that line. */
  readonly rest: RegionLine[];
}

function regionOf(lines: readonly string[], from: number): (RegionLine & { at: number })[] {
  const fences = new FenceTracker();
  return lines.slice(from).map((text, i) => ({ text, code: fences.take(text), at: from + i }));
}

/** A note may part itself by headings: `## Question`, `## Answer`. The first of them is no text. */
function withoutQuestionLabel(region: (RegionLine & { at: number })[], isPrompt: boolean): Region {
  const first = region.findIndex(({ text }) => !isBlank(text));
  const label = parseLabel(region[first]?.text ?? "");
  const isLabelled = label?.kind === "question" && !label.isLetter;
  if (!isLabelled && !isPrompt) return { all: region, question: "", at: 0, rest: region };
  if (isLabelled && label.rest !== "") {
    const rest = region.slice(first + 1);
    return { all: rest, question: label.rest, at: region[first]?.at ?? 0, rest };
  }
  const below = region.slice(isLabelled ? first + 1 : first);
  const text = below.findIndex((line) => !isBlank(line.text));
  const line = below[text];
  if (line === undefined || line.code) return { all: below, question: "", at: 0, rest: below };
  return { all: below, question: line.text.trim(), at: line.at, rest: below.slice(text + 1) };
}
