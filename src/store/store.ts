import type { EventStore } from "./event-store.ts";
import type { RecallIndex } from "./recall-index.ts";
import type { SessionStore } from "./session-store.ts";

/** All that is kept of what people did, in one place with one life. Decks are kept apart: see `deck-store.ts`. */
export interface Store {
  readonly events: EventStore;
  readonly recalls: RecallIndex;
  readonly sessions: SessionStore;
  /** An opaque id of this store, made once: the `device` of its events. */
  readonly device: string;
  /** Whether it answers: for readiness. @throws VivaError when it does not */
  check(): Promise<void>;
  close(): Promise<void>;
}
