import { eventIds } from "../../src/base/index.ts";

/** A number from 0 up to, never reaching, 1, of the browser's secure source. */
const random = (): number => {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return drawn / 2 ** 32;
};

/** A new id for a review (UUID v7): whoever sends a review twice sends it under the same id. */
export const newReviewId = eventIds(Date.now, random);
