/**
 * Reviews -> when to ask again, and what will be known on a date. Pure: the events come in as arguments, the time too.
 * Start reading at `event.ts` (what is kept), then `effective-reviews.ts`, `recall.ts` and `forecast.ts`.
 */
export { cappedDue, placeOf } from "./capped-due.ts";
export type { FirstAnswers } from "./cold-chance.ts";
export { type EffectiveReview, effectiveReviews, judgedReview, overruled } from "./effective-reviews.ts";
export type { Estimate } from "./estimate.ts";
export type {
  Confidence,
  CorrectionEvent,
  PracticeEvent,
  Rating,
  Regrade,
  RegradeEvent,
  RetractionEvent,
  Review,
  ReviewEvent,
  ReviewVerdict,
} from "./event.ts";
export { type Forecast, type Foreseen, forecast, type Outlook } from "./forecast.ts";
export { keepPlan, keepPlanOfNew, paceOfNew } from "./keep-plan.ts";
export { ratingOf } from "./rating.ts";
export { type Recall, recallOf } from "./recall.ts";
