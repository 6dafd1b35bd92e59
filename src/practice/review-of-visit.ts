import type { DeckName, EventId } from "../base/index.ts";
import type { NewReview } from "./new-review.ts";
import type { Judged } from "./visit.ts";

/** What is to be recorded of a visit; that of an open one is as it stands, without its follow-up. */
export function reviewOfVisit(visit: Judged, { id, deck }: { id: EventId; deck: DeckName }): NewReview {
  const { question, assessment, firstKeyMs, confidence, corrections } = visit;
  const turns = visit.outcome === "answered" ? visit.turns : [];
  return { id, deck, question, turns, assessment, firstKeyMs, confidence, corrections };
}
