import {
  type DeckName,
  type EventId,
  type Parsed,
  type PointId,
  parseDeckName,
  parseEventId,
  parsePointId,
  parseQuestionId,
  type QuestionId,
  VivaError,
} from "../base/index.ts";
import { invalid } from "./problem.ts";

/** A name in a path that cannot be one names nothing. @throws VivaError VIVA_QUESTION_NOT_FOUND */
export function questionIn(path: string): QuestionId {
  return found(parseQuestionId(path), "VIVA_QUESTION_NOT_FOUND");
}

/** @throws VivaError VIVA_REVIEW_NOT_FOUND */
export function reviewIn(path: string): EventId {
  return found(parseEventId(path), "VIVA_REVIEW_NOT_FOUND");
}

/** The id that a new review is to have. @throws VivaError VIVA_INVALID */
export function newReviewIn(path: string): EventId {
  return found(parseEventId(path), "VIVA_INVALID");
}

/** @throws RequestError VIVA_INVALID */
export function questionOf(pointer: string, text: string): QuestionId {
  return valid(pointer, parseQuestionId(text));
}

/** @throws RequestError VIVA_INVALID */
export function pointOf(pointer: string, text: string): PointId {
  return valid(pointer, parsePointId(text));
}

/** @throws RequestError VIVA_INVALID */
export function deckNameOf(pointer: string, text: string): DeckName {
  return valid(pointer, parseDeckName(text));
}

function found<T>(
  parsed: Parsed<T>,
  code: "VIVA_QUESTION_NOT_FOUND" | "VIVA_REVIEW_NOT_FOUND" | "VIVA_INVALID",
): T {
  if (!parsed.ok) throw new VivaError(code, parsed.problem);
  return parsed.value;
}

function valid<T>(pointer: string, parsed: Parsed<T>): T {
  if (!parsed.ok) throw invalid(pointer, `is ${parsed.problem}`);
  return parsed.value;
}
