import type { EventId, PersonId, QuestionId } from "../base/index.ts";
import { type EffectiveReview, effectiveReviews, type Review, type ReviewVerdict } from "../recall/index.ts";
import type { Entry, Store } from "../store/index.ts";

/** One point's verdict as it stands, with the words it rests on. */
export interface VerdictRecord extends Omit<ReviewVerdict, "evidence"> {
  readonly evidence: (NonNullable<ReviewVerdict["evidence"]> & { readonly text: string }) | null;
  /** Whether the person overruled the judge here. */
  readonly corrected: boolean;
}

/** A review as it stands: corrections are in its verdicts, score, label and rating. */
export interface ReviewRecord extends Omit<Review, "verdicts"> {
  readonly id: EventId;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly question: QuestionId;
  /** What was said, oldest first; none when it was "I don't know". */
  readonly turns: readonly string[];
  readonly corrected: boolean;
  readonly verdicts: readonly VerdictRecord[];
  /** When its question comes back: ms since 1970 UTC. */
  readonly due: number | null;
}

/** All reviews of a question that were not taken back, in order. */
export async function recordsOfQuestion(
  store: Store,
  person: PersonId,
  question: QuestionId,
): Promise<ReviewRecord[]> {
  const entries = await store.events.ofQuestion(person, question);
  const [row] = await store.recalls.of(person, [question]);
  const turns = new Map(entries.map((entry) => [entry.event.id, entry.turns]));
  return effectiveReviews(entries.map(({ event }) => event)).map((review) =>
    recordOf(review, turns.get(review.id) ?? [], row?.due ?? null),
  );
}

/** The review of an event; null when it was taken back. */
export async function recordOfEntry(
  store: Store,
  person: PersonId,
  { event }: Entry,
): Promise<ReviewRecord | null> {
  const records = await recordsOfQuestion(store, person, event.question);
  return records.find(({ id }) => id === event.id) ?? null;
}

function recordOf(review: EffectiveReview, turns: readonly string[], due: number | null): ReviewRecord {
  const { id, at, question, deck, outcome, judge, score, label, doubt, rating } = review;
  const { firstKeyMs, confidence, corrected, corrections } = review;
  const verdicts = review.verdicts.map((verdict) => ({
    ...verdict,
    evidence: withText(verdict.evidence, turns),
    corrected: corrections.some(({ point }) => point === verdict.point),
  }));
  return {
    id,
    at,
    question,
    deck,
    turns,
    outcome,
    score,
    label,
    doubt,
    rating,
    judge,
    firstKeyMs,
    confidence,
    corrected,
    verdicts,
    due,
  };
}

function withText(evidence: ReviewVerdict["evidence"], turns: readonly string[]): VerdictRecord["evidence"] {
  if (evidence === null) return null;
  return { ...evidence, text: (turns[evidence.turn] ?? "").slice(evidence.start, evidence.end) };
}
