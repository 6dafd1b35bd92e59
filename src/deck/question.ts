import { type PointId, parseQuestionId, type QuestionId } from "../base/index.ts";

/**
 * How much a point counts: a positive whole number for an essential point (what a fair interviewer must hear for
 * full marks), or `bonus` for one that is praised and never missed.
 */
export type Weight = number | "bonus";

/** One claim that a complete answer makes. */
export interface Point {
  readonly id: PointId;
  /** The claim in one sentence, Markdown, one line. */
  readonly text: string;
  readonly weight: Weight;
  /** Other wordings of the same claim, one line each. */
  readonly variants: readonly string[];
}

/** A known wrong claim about a point, with its correction; one line each. */
export interface Misconception {
  readonly point: PointId;
  readonly claim: string;
  readonly correction: string;
}

/** A further question aimed at one point, or (`*`) at somebody who covered everything. */
export interface FollowUp {
  readonly point: PointId | "*";
  readonly text: string;
}

/** How hard: 1 junior, 2 mid, 3 senior. */
export type Level = 1 | 2 | 3;

/** Something of the front matter that is kept as it was written. */
export interface KeptLine {
  /** The key it belongs to; "" for a comment below the last one. */
  readonly key: string;
  /** All lines of a key that this program does not know, or a comment above or beside an entry. */
  readonly place: "entry" | "above" | "beside";
  readonly text: string;
}

/** A question as its deck file holds it. All texts are canonical: see `canonicalQuestion`. */
export interface Question {
  readonly id: QuestionId;
  /** The part of the deck it belongs to; "" when the deck has none. */
  readonly section: string;
  readonly level: Level | null;
  readonly tags: readonly string[];
  readonly refs: readonly string[];
  readonly related: readonly QuestionId[];
  /** The prompt's first line, without the heading mark. */
  readonly title: string;
  /** What else belongs to the prompt, code or options included: Markdown, "" when nothing. */
  readonly body: string;
  /** The reference answer, Markdown; "" when the question came without one. */
  readonly answer: string;
  readonly points: readonly Point[];
  /** True when the points were derived from the reference, not written by an author. */
  readonly proposed: boolean;
  readonly misconceptions: readonly Misconception[];
  readonly followUps: readonly FollowUp[];
  /** Where an imported question was found, as in `notes.md:120`; "" when it was written here. */
  readonly source: string;
  /** What the document said when it was last imported, as `fingerprintOf` prints it; "" when it was written here. */
  readonly imported: string;
  readonly lab: string;
  /** Why no honest lab exists. */
  readonly noLab: string;
  /** Files and tests of the platform where the answer is true. */
  readonly shown: readonly string[];
  /** Why the platform itself cannot show it. */
  readonly noShown: string;
  /**
   * Which shipped question it is judged by while its own points are only proposed: an id, or `none`; "" when one that asks
   * the same may be looked for.
   */
  readonly borrows: string;
  /** Front-matter keys that this program does not know, and comments, in the order they are printed. */
  readonly unknown: readonly KeptLine[];
}

/** Whether a text may stand under `borrows`. */
export function isBorrowing(text: string): boolean {
  return text === "" || text === "none" || parseQuestionId(text).ok;
}

/** Title and body as one Markdown text. */
export function promptOf(question: Pick<Question, "title" | "body">): string {
  return question.body === "" ? question.title : `${question.title}\n\n${question.body}`;
}
