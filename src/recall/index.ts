/**
 * Reviews -> when to ask again, and what will be known on a date. Pure: the events come in as arguments, the time too.
 * Start reading at `event.ts` (what is kept), then `recall.ts`.
 */
export type {
  Confidence,
  CorrectionEvent,
  PracticeEvent,
  Rating,
  RetractionEvent,
  Review,
  ReviewEvent,
  ReviewVerdict,
} from "./event.ts";
export type { Recall } from "./recall.ts";
