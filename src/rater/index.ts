/**
 * The second rater: a language model behind an OpenAI-compatible endpoint that the person names, asked only of points
 * that the judge is in doubt of, and heeded by one step at most. Off unless it is configured. Start reading at
 * `opinion.ts` (what is asked and told), then `rater.ts` (how it is asked) and `move-verdict.ts` (what it may change).
 */
export type { Environment } from "./environment.ts";
export { pointsInDoubt } from "./in-doubt.ts";
export { openRater } from "./open-rater.ts";
export type { Opinion, RateRequest, Rater } from "./opinion.ts";
export { withSecondOpinion } from "./with-second-opinion.ts";
