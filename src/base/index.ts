/**
 * What every folder may lean on: errors (one catalogue), ids, clock, random. A closed list; nothing else moves in.
 * Start reading at `errors.ts`.
 */
export { type Clock, DAY_MS } from "./clock.ts";
export { errorCatalogue, VivaError, type VivaErrorCode } from "./errors.ts";
export {
  type DeckName,
  type Parsed,
  type PersonId,
  type PointId,
  parseDeckName,
  parsePointId,
  parseQuestionId,
  type QuestionId,
  slug,
} from "./ids.ts";
export { type Random, seededRandom, shuffle } from "./random.ts";
export { type EventId, eventIds, parseEventId } from "./uuid.ts";
