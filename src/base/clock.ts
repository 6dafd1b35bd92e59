/** The time, in milliseconds since 1970-01-01 UTC. Passed in, so that a test can be any day it likes. */
export type Clock = () => number;
