/**
 * What every folder may lean on: errors (one catalogue), ids, clock, random. A closed list; nothing else moves in.
 * Start reading at `errors.ts`.
 */
export { errorCatalogue, VivaError, type VivaErrorCode } from "./errors.ts";
export {
  type DeckName,
  type Parsed,
  type PointId,
  parseDeckName,
  parsePointId,
  parseQuestionId,
  type QuestionId,
  slug,
} from "./ids.ts";
export { type Random, seededRandom, shuffle } from "./random.ts";
