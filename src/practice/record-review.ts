import { type PersonId, type PointId, VivaError } from "../base/index.ts";
import type { PracticeEvent, ReviewEvent } from "../recall/index.ts";
import type { Entry } from "../store/index.ts";
import { deriveRecall } from "./derive.ts";
import { type Correction, type NewReview, reviewPayload } from "./new-review.ts";
import { nextAfter } from "./next-event.ts";
import { questionHash } from "./question-hash.ts";
import { type ReviewRecord, recordOfEntry } from "./review-record.ts";
import { LOCAL_WORKSPACE, type Workplace } from "./workplace.ts";

/**
 * Keeps a review with its corrections, all or nothing. The same id with the same words changes nothing, so a caller that
 * heard no answer may try again.
 * @throws VivaError VIVA_REVIEW_CONFLICT when the id stands for other words, another question, or a review that was taken
 * back; VIVA_INVALID when a correction names a point that the question has not; those of the store
 */
export async function recordReview(
  workplace: Workplace,
  person: PersonId,
  review: NewReview,
): Promise<{ review: ReviewRecord; isNew: boolean }> {
  const { events, device } = await workplace.store();
  let isNew = false;
  if ((await events.find(person, review.id)) === null) {
    const { version } = await workplace.grader();
    const isSeconded = review.assessment.verdicts.some(({ second }) => second?.decided === true);
    const judge = isSeconded ? `${version}+second` : version;
    const made = newEntries(workplace, { person, device, judge }, review);
    isNew = (await events.append(made, deriveRecall)).includes(review.id);
  }
  const kept = await events.find(person, review.id);
  return { review: await theSame(workplace, person, review, kept), isNew };
}

interface Made {
  readonly person: PersonId;
  readonly device: string;
  readonly judge: string;
}

function newEntries(workplace: Workplace, made: Made, review: NewReview): Entry[] {
  const { person, device } = made;
  const common = {
    v: 1,
    workspace: LOCAL_WORKSPACE,
    person,
    device,
    question: review.question.id,
    questionHash: questionHash(review.question),
  } as const;
  const event: ReviewEvent = {
    ...common,
    kind: "review",
    id: review.id,
    at: workplace.clock(),
    payload: reviewPayload(review, made.judge),
  };
  const entries: Entry[] = [{ event, turns: review.turns }];
  const before: PracticeEvent[] = [event];
  for (const { point, verdict } of effective(review)) {
    const payload = { review: review.id, point, verdict };
    const correction = { ...common, kind: "correction", ...nextAfter(workplace, before), payload } as const;
    before.push(correction);
    entries.push({ event: correction, turns: [] });
  }
  return entries;
}

/** One correction a point, the last one, and only where it changes something. */
function effective({ corrections, assessment, question }: NewReview): Correction[] {
  const last = new Map(corrections.map((each) => [each.point, each]));
  return [...last.values()].filter(({ point, verdict }) => {
    const judged = assessment.verdicts.find((each) => each.point === point);
    if (judged === undefined) throw noSuchPoint(point, question.id);
    return judged.verdict !== verdict;
  });
}

/** @returns the error for a point that a review has no verdict of */
export function noSuchPoint(point: PointId, question: string): VivaError {
  return new VivaError(
    "VIVA_INVALID",
    `the question ${question} has no point ${JSON.stringify(point)}: name one that was judged`,
  );
}

async function theSame(
  workplace: Workplace,
  person: PersonId,
  { id, question, turns }: NewReview,
  kept: Entry | null,
): Promise<ReviewRecord> {
  const conflict = (what: string) =>
    new VivaError("VIVA_REVIEW_CONFLICT", `the id ${id} ${what}: give a new review a new id`);
  if (kept === null || kept.event.kind !== "review") throw conflict("belongs to something else");
  if (kept.event.question !== question.id) {
    throw conflict(`is that of a review of ${kept.event.question}, not of ${question.id}`);
  }
  const sameWords = kept.turns.length === turns.length && kept.turns.every((turn, at) => turn === turns[at]);
  if (!sameWords) throw conflict("is that of a review with other words");
  const record = await recordOfEntry(await workplace.store(), person, kept);
  if (record === null) throw conflict("is that of a review that was taken back");
  return record;
}
