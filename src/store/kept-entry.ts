import type { Entry } from "./event-store.ts";

/** The last instant that has four digits for its year: texts of instants sort as the instants do up to here. */
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * An entry as every adapter keeps it: half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD.
 * @throws TypeError when its time is not a whole number of milliseconds from 1970 to 9999
 */
export function keptEntry({ event, turns }: Entry): Entry {
  const { id, at } = event;
  if (!Number.isInteger(at) || at < 0 || at > LAST_INSTANT) {
    throw new TypeError(`the event ${id} is at ${at}: wanted whole milliseconds from 1970 to 9999`);
  }
  return { event: structuredClone(event), turns: turns.map((turn) => turn.toWellFormed()) };
}
