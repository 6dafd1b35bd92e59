import { VivaProblem } from "../clients/typescript/index.ts";

const TOO_MANY_REQUESTS = 429;
const NOT_SIGNED_IN = 401;
const NOT_FOUND = 404;
const SERVER_ERROR = 500;

/** Whether the server could not answer now, so that asking again later may help. */
export function isAway(error: unknown): boolean {
  // What `fetch` throws when there is no connection.
  if (error instanceof TypeError) return true;
  return error instanceof VivaProblem && (error.status === TOO_MANY_REQUESTS || error.status >= SERVER_ERROR);
}

/** Whether the person has to sign in first. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof VivaProblem && error.status === NOT_SIGNED_IN;
}

/** Whether what was asked for is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof VivaProblem && error.status === NOT_FOUND;
}

const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

/** How long to wait before asking again, after so many failures in a row: ms. */
export function pauseMs(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
}
