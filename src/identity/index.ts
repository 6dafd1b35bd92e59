/**
 * Who somebody is. On one's own machine there is one person, let in by a one-time link that the command prints. Start
 * reading at `local-sign-in.ts`.
 */
export { endSession, newLink, openSession, type SignedIn, sessionOf } from "./local-sign-in.ts";
