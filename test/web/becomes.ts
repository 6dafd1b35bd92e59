import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";

/** How long a state of the page is waited for. It only guards against waiting for ever. */
export const PATIENCE_MS = 60_000;
const PAUSE_MS = 50;

/**
 * Waits until what is read is what is wanted: equal to it, or words that match it. What is read a moment after an
 * event may still be of before; when it stays so, the failure says what it is.
 * @example await becomes(() => page.title(), /^Question 2/);
 */
export async function becomes<T>(read: () => Promise<T>, wanted: T | RegExp): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = await read();
    try {
      if (wanted instanceof RegExp) assert.match(String(found), wanted);
      else assert.deepEqual(found, wanted);
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await setTimeout(PAUSE_MS);
  }
}
