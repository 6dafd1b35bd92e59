import { type Parsed, type PointId, parsePointId, type QuestionId } from "../base/index.ts";
import type { FollowUp, Misconception, Point, Question } from "./question.ts";

/** Takes one problem of the file being parsed; `line` starts at 1. */
export type Report = (line: number, rule: string, what: string) => void;

/** Where the parts of a question stand in its file; the question itself: its title. Lines start at 1. */
export type PartLines = Map<Question | Point | Misconception | FollowUp, number>;

/** The lines below a level-2 heading. */
export interface Block {
  /** Index of the first of them in the file. */
  readonly start: number;
  readonly lines: readonly string[];
}

/** The parsed id, or null after reporting why not. */
export function accept<T extends QuestionId | PointId>(
  parsed: Parsed<T>,
  line: number,
  report: Report,
): T | null {
  if (parsed.ok) return parsed.value;
  report(line, "id-form", parsed.problem);
  return null;
}

/** A point's id, or null after reporting why not. */
export function acceptPointId(text: string, line: number, report: Report): PointId | null {
  return accept(parsePointId(text), line, report);
}

/** The beginning of a text, quoted, for a message. */
export function shorten(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
