import { type EventId, type PersonId, type QuestionId, VivaError } from "../base/index.ts";
import { type ReviewRecord, recordOfEntry, recordsOfQuestion } from "./review-record.ts";
import type { Workplace } from "./workplace.ts";

/**
 * A review as it stands.
 * @throws VivaError VIVA_REVIEW_NOT_FOUND, also for one that was taken back; those of the store
 */
export async function reviewById(workplace: Workplace, person: PersonId, id: EventId): Promise<ReviewRecord> {
  const store = await workplace.store();
  const entry = await store.events.find(person, id);
  const record = entry === null ? null : await recordOfEntry(store, person, entry);
  if (record === null) throw noSuchReview(id);
  return record;
}

/** @returns the error for a review that is not there */
export function noSuchReview(id: EventId): VivaError {
  return new VivaError("VIVA_REVIEW_NOT_FOUND", `no review ${id}, or it was taken back`);
}

/**
 * A person's reviews as they stand, newest first, without those that were taken back.
 * @param page `before` is the last one of the page before; `question` limits them to one question
 */
export async function reviewHistory(
  workplace: Workplace,
  person: PersonId,
  page: {
    limit: number;
    before?: Pick<ReviewRecord, "at" | "id"> | null;
    question?: QuestionId | null;
  },
): Promise<ReviewRecord[]> {
  const store = await workplace.store();
  const { limit, question = null } = page;
  const read = new Map<QuestionId, Promise<ReadonlyMap<EventId, ReviewRecord>>>();
  const recordsOf = (asked: QuestionId) => {
    const records =
      read.get(asked) ??
      recordsOfQuestion(store, person, asked).then((all) => new Map(all.map((each) => [each.id, each])));
    read.set(asked, records);
    return records;
  };
  const out: ReviewRecord[] = [];
  let before = page.before ?? null;
  while (out.length < limit) {
    const entries = await store.events.reviews(person, { limit, before, question });
    for (const { event } of entries) {
      const record = (await recordsOf(event.question)).get(event.id);
      if (record !== undefined && out.length < limit) out.push(record);
    }
    before = entries.at(-1)?.event ?? null;
    if (before === null || entries.length < limit) break;
  }
  return out;
}
