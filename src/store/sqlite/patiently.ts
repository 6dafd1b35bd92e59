import { setTimeout } from "node:timers/promises";
import { storeErrorCode } from "./store-error.ts";

/**
 * Milliseconds that SQLite itself waits for a lock. It blocks the process meanwhile, so it waits a little and often.
 */
export const BLOCK_MS = 250;
/** With the pauses these are 6 seconds: about 4 in SQLite, 2 between. */
const TRIES = 16;
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 160;

/** Does something again while another process holds the lock it needs, for some seconds; other work goes on between. */
export async function patiently<T>(work: () => T): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return work();
    } catch (error) {
      if (storeErrorCode(error) !== "VIVA_STORE_BUSY" || tries === TRIES) throw error;
      await setTimeout(Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS));
    }
  }
}
