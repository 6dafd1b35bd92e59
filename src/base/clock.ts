/** The time now, in milliseconds since 1970 UTC. Passed in, so that a test or a lab world has its own. */
export type Clock = () => number;

/** Milliseconds. */
export const DAY_MS = 24 * 60 * 60 * 1000;
