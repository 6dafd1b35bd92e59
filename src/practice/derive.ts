import { effectiveReviews, recallOf } from "../recall/index.ts";
import type { Derive } from "../store/index.ts";

/** What is remembered of a question, from all that happened with it: the function that the store is given. */
export const deriveRecall: Derive = (events) => {
  const reviews = effectiveReviews(events);
  const recall = recallOf(reviews);
  const [first] = events;
  const last = reviews.at(-1);
  if (recall === null || first === undefined || last === undefined) return null;
  const { question, questionHash, deck } = last;
  return { ...recall, person: first.person, question, deck, questionHash };
};
