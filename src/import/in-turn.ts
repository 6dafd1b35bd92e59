import { setImmediate } from "node:timers/promises";
import { VivaError } from "../base/index.ts";

/** Documents that are read and that wait for it. A page asks for one. */
const MOST_WAITING = 8;

let before: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * Works on one document after the other: the memory and the time that one may take are those of the whole process.
 * Between two, others get their turn.
 * @param name the document's, for messages
 * @throws VivaError VIVA_IMPORT_BUSY when too many wait
 */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (waiting >= MOST_WAITING) {
    throw new VivaError(
      "VIVA_IMPORT_BUSY",
      `${name}: ${waiting} documents are being read already: nothing imported; try again in a moment`,
    );
  }
  waiting++;
  const mine = before.then(work);
  before = mine.catch(() => {}).then(() => setImmediate());
  return mine.finally(() => waiting--);
}
