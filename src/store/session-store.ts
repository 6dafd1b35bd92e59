import type { PersonId } from "../base/index.ts";

/** A secret that lets somebody in, kept as its SHA-256 (hex): the secret itself is never stored. */
export interface StoredSecret {
  readonly hash: string;
  readonly person: PersonId;
  /** Milliseconds since 1970 UTC, both. */
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** One-time links and the sessions they open. Every adapter passes `storeContract`. */
export interface SessionStore {
  addLink(link: StoredSecret): Promise<void>;
  /** Takes a link that has not expired; of several who try at once, one gets it. Null for the others. */
  useLink(hash: string, now: number): Promise<StoredSecret | null>;
  addSession(session: StoredSecret): Promise<void>;
  /** Null when there is none or it has expired. */
  session(hash: string, now: number): Promise<StoredSecret | null>;
  endSession(hash: string): Promise<void>;
  /** Removes everything of a person. */
  endAll(person: PersonId): Promise<void>;
}
