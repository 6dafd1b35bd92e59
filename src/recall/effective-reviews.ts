import type { EventId, PointId, QuestionId } from "../base/index.ts";
import type { CorrectionEvent, PracticeEvent, Regrade, Review, ReviewEvent } from "./event.ts";
import { ratingOf } from "./rating.ts";
import { labelOf, scoreAgain } from "./score.ts";

/** A review as it stands: the corrections are in its verdicts, score, label and rating; doubt and `p` stay the judge's. */
export interface EffectiveReview extends Review {
  readonly id: EventId;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly question: QuestionId;
  readonly questionHash: string;
  /** Whether any correction changes it. */
  readonly corrected: boolean;
  /** Those that change a verdict, in the order of its points. */
  readonly corrections: readonly { readonly point: PointId; readonly verdict: "covered" | "missing" }[];
}

/**
 * What holds of a log: its reviews in order of (`at`, `id`), without those that were taken back, as they were judged last
 * and as their corrections left them. Of two corrections of one point the later one holds. What refers to something that is not there, or to a
 * point that was not judged, changes nothing. The order of the input does not matter.
 */
export function effectiveReviews(events: readonly PracticeEvent[]): EffectiveReview[] {
  const inOrder = events.toSorted(byTime);
  const gone = new Set(inOrder.flatMap((each) => (each.kind === "retraction" ? [each.payload.of] : [])));
  const corrections = new Map<EventId, Map<PointId, Verdict>>();
  for (const event of inOrder) {
    if (event.kind !== "correction" || gone.has(event.id)) continue;
    const { review, point, verdict } = event.payload;
    const ofReview = corrections.get(review) ?? new Map<PointId, Verdict>();
    corrections.set(review, ofReview.set(point, verdict));
  }
  const last = lastRegrades(inOrder, gone);
  return inOrder
    .filter((event) => event.kind === "review")
    .filter(({ id }) => !gone.has(id))
    .map((event) => corrected(event, last.get(event.id), corrections.get(event.id) ?? new Map()));
}

/** A review as it was judged last, without the person's corrections; undefined when it is not there (any more). */
export function judgedReview(events: readonly PracticeEvent[], review: EventId): Review | undefined {
  const withoutCorrections = events.filter(({ kind }) => kind !== "correction");
  return effectiveReviews(withoutCorrections).find(({ id }) => id === review);
}

function lastRegrades(
  inOrder: readonly PracticeEvent[],
  gone: ReadonlySet<EventId>,
): ReadonlyMap<EventId, Regrade> {
  const out = new Map<EventId, Regrade>();
  for (const event of inOrder) {
    if (event.kind === "regrade" && !gone.has(event.id)) out.set(event.payload.review, event.payload);
  }
  return out;
}

function regraded(review: Review, { judge, score, label, doubt, verdicts }: Regrade): Review {
  const again = { ...review, judge, score, label, doubt, verdicts };
  return { ...again, rating: ratingOf(again) };
}

type Verdict = CorrectionEvent["payload"]["verdict"];

function byTime(a: PracticeEvent, b: PracticeEvent): number {
  if (a.at !== b.at) return a.at - b.at;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

function corrected(
  event: ReviewEvent,
  last: Regrade | undefined,
  wanted: ReadonlyMap<PointId, Verdict>,
): EffectiveReview {
  const { id, at, question, questionHash } = event;
  const payload = last === undefined ? event.payload : regraded(event.payload, last);
  const corrections = payload.verdicts.flatMap(({ point, verdict: judged }) => {
    const verdict = wanted.get(point);
    return verdict === undefined || verdict === judged ? [] : [{ point, verdict }];
  });
  const isCorrected = corrections.length > 0;
  const review = isCorrected ? judgedAgain(payload, wanted) : payload;
  return { ...review, id, at, question, questionHash, corrected: isCorrected, corrections };
}

function judgedAgain(review: Review, wanted: ReadonlyMap<PointId, Verdict>): Review {
  const again = { ...review, ...overruled(review, wanted) };
  return { ...again, rating: ratingOf(again) };
}

/** The verdicts of a review, and what follows from them, when the person overrules some. */
export function overruled(
  review: Pick<Review, "score" | "verdicts">,
  wanted: ReadonlyMap<PointId, Verdict>,
): Pick<Review, "score" | "label" | "verdicts"> {
  const verdicts = review.verdicts.map((each) => ({
    ...each,
    verdict: wanted.get(each.point) ?? each.verdict,
  }));
  const score = scoreAgain(review, verdicts);
  return { verdicts, score, label: labelOf(score, verdicts) };
}
