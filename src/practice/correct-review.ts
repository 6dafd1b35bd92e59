import type { EventId, PersonId, PointId } from "../base/index.ts";
import { type CorrectionEvent, judgedReview, type PracticeEvent } from "../recall/index.ts";
import type { Entry, Store } from "../store/index.ts";
import { deriveRecall } from "./derive.ts";
import { noSuchReview, reviewById } from "./history.ts";
import type { Correction } from "./new-review.ts";
import { nextAfter } from "./next-event.ts";
import { noSuchPoint } from "./record-review.ts";
import { retract } from "./retract.ts";
import { type ReviewRecord, recordOfEntry } from "./review-record.ts";
import type { Workplace } from "./workplace.ts";

/**
 * Overrules one verdict of a review, or (null) lets the judge's stand again. Nothing is appended when nothing changes.
 * @throws VivaError VIVA_REVIEW_NOT_FOUND, VIVA_INVALID for a point that was not judged; those of the store
 */
export async function correctReview(
  workplace: Workplace,
  person: PersonId,
  { review, point, verdict }: { review: EventId; point: PointId; verdict: Correction["verdict"] | null },
): Promise<ReviewRecord> {
  const store = await workplace.store();
  const entry = await reviewEntry(store, person, review);
  const record = await recordOfEntry(store, person, entry);
  if (record === null || entry.event.kind !== "review") throw noSuchReview(review);
  const events = await eventsOf(store, person, entry);
  const judged = judgedReview(events, review)?.verdicts.find((each) => each.point === point);
  const stands = record.verdicts.find((each) => each.point === point);
  if (judged === undefined || stands === undefined) throw noSuchPoint(point, record.question);

  if (verdict === null || verdict === judged.verdict) {
    const live = corrections(events).filter(
      ({ payload }) => payload.review === review && payload.point === point,
    );
    await retract(workplace, store, events, live);
  } else if (verdict !== stands.verdict) {
    const { id: _id, at: _at, kind: _kind, payload: _payload, ...common } = entry.event;
    const event: CorrectionEvent = {
      ...common,
      kind: "correction",
      device: store.device,
      ...nextAfter(workplace, events),
      payload: { review, point, verdict },
    };
    await store.events.append([{ event, turns: [] }], deriveRecall);
  }
  return reviewById(workplace, person, review);
}

/**
 * Takes a review back, as if it had not been; what was taken back already stays so.
 * @throws VivaError VIVA_REVIEW_NOT_FOUND when there never was one; those of the store
 */
export async function takeBackReview(workplace: Workplace, person: PersonId, id: EventId): Promise<void> {
  const store = await workplace.store();
  const entry = await reviewEntry(store, person, id);
  if ((await recordOfEntry(store, person, entry)) === null) return;
  await retract(workplace, store, await eventsOf(store, person, entry), [entry.event]);
}

/** The corrections that were not taken back. */
function corrections(events: readonly PracticeEvent[]): CorrectionEvent[] {
  const gone = new Set(events.flatMap((event) => (event.kind === "retraction" ? [event.payload.of] : [])));
  return events.filter((event) => event.kind === "correction").filter(({ id }) => !gone.has(id));
}

async function reviewEntry(store: Store, person: PersonId, id: EventId): Promise<Entry> {
  const entry = await store.events.find(person, id);
  if (entry === null || entry.event.kind !== "review") throw noSuchReview(id);
  return entry;
}

async function eventsOf(store: Store, person: PersonId, entry: Entry): Promise<PracticeEvent[]> {
  return (await store.events.ofQuestion(person, entry.event.question)).map(({ event }) => event);
}
