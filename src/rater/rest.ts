import type { Clock } from "../base/index.ts";

/** Failures in a row after which nobody is asked for a while. */
const FAILURES = 3;
const REST_MS = 60_000;

/** Spares people the wait for an endpoint that is not there. */
export interface Rest {
  isResting(): boolean;
  /** After a rest, the first failure begins the next one: it is one more in the same row. */
  heard(isWell: boolean): void;
}

/** Begins awake. */
export function restAfterFailures(clock: Clock): Rest {
  let failures = 0;
  let since: number | null = null;
  return {
    isResting() {
      if (since === null) return false;
      const passed = clock() - since;
      // A clock that was put back ends the rest rather than to prolong it.
      return passed >= 0 && passed < REST_MS;
    },
    heard(isWell) {
      failures = isWell ? 0 : failures + 1;
      since = failures >= FAILURES ? clock() : null;
    },
  };
}
