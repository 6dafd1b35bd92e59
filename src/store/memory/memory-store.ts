import type { Store } from "../store.ts";
import { memoryEventStore } from "./memory-event-store.ts";
import { memoryRecallIndex, type Recalls } from "./memory-recall-index.ts";
import { memorySessionStore } from "./memory-session-store.ts";

/** A store that ends with the process: for tests and the worlds of labs. */
export function memoryStore({ device }: { device: string }): Store {
  const recalls: Recalls = new Map();
  return {
    events: memoryEventStore(recalls),
    recalls: memoryRecallIndex(recalls),
    sessions: memorySessionStore(),
    device,
    async check() {},
    async close() {},
  };
}
