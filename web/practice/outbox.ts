import { VivaProblem } from "../../clients/typescript/index.ts";
import { isAway, isSignedOut, pauseMs } from "../away.ts";
import { list, number, type Of, object, optional, orNull, parseKept, text } from "../kept/shape.ts";
import type { Storage } from "../kept/storage.ts";
import type { NewReview, Review } from "../shapes.ts";
import { confidence, corrections, reviewId } from "./kept-visit.ts";

const PREFIX = "viva.outbox.";

const form = object({
  review: reviewId,
  title: text,
  body: object({ question: text, turns: list(text), firstKeyMs: orNull(number), confidence, corrections }),
  /** Why the server will not have it, as a sentence; null while it may. */
  refusal: orNull(text),
  /** The code of the refusal. Kept by earlier pages without one. */
  code: optional(text),
});

/** A review that its server has not acknowledged. */
export type Waiting = Of<typeof form>;

/** How it stands with what was said and is not on the server yet. */
export interface OutboxState {
  readonly waiting: readonly Waiting[];
  readonly trouble: "away" | "signed-out" | null;
  /** Acknowledged while the page is open, by id. */
  readonly kept: ReadonlyMap<string, Review>;
}

/** Sends reviews, and keeps them until they are acknowledged. */
export interface Outbox {
  state(): OutboxState;
  subscribe(listener: () => void): () => void;
  add(review: string, title: string, body: NewReview): void;
  /** Tries now: the network is back, or somebody looks. */
  flush(): Promise<void>;
  /** Tries now, if the last attempt failed: the server has answered something else meanwhile. */
  retry(): void;
  /** Sends one that was refused once more, as a review of its own. */
  sendAnew(review: string): void;
  /** Forgets one that was refused. */
  drop(review: string): void;
}

interface OutboxParts {
  readonly storage: Storage;
  send(review: string, body: NewReview): Promise<Review>;
  /** Makes an id for a review that is sent anew. */
  newId(): string;
  /** Calls back after so many milliseconds; gives what cancels it. */
  later(callback: () => void, ms: number): () => void;
}

/** Makes the outbox of a page; what an earlier page left in the storage is in it. Each review has a key of its own, so two windows do not disturb each other. */
export function createOutbox({ storage, send, newId, later }: OutboxParts): Outbox {
  const listeners = new Set<() => void>();
  let current: OutboxState = { waiting: read(storage), trouble: null, kept: new Map() };
  let failures = 0;
  let running: Promise<void> | null = null;
  let cancel = () => {};

  const change = (part: Partial<OutboxState>) => {
    current = { ...current, ...part, waiting: read(storage) };
    for (const listener of listeners) listener();
  };

  /** @returns whether to go on with the next one */
  const sendOne = async (waiting: Waiting): Promise<boolean> => {
    try {
      const review = await send(waiting.review, waiting.body);
      storage.remove(PREFIX + waiting.review);
      failures = 0;
      change({ trouble: null, kept: new Map(current.kept).set(waiting.review, review) });
      return true;
    } catch (error) {
      if (isSignedOut(error)) {
        change({ trouble: "signed-out" });
        return false;
      }
      if (isAway(error)) {
        failures += 1;
        change({ trouble: "away" });
        cancel = later(() => void flush(), pauseMs(failures));
        return false;
      }
      const refusal = error instanceof Error ? error.message : String(error);
      const code = error instanceof VivaProblem ? error.code : null;
      write(storage, { ...waiting, refusal, code });
      change({ trouble: null });
      return true;
    }
  };

  const sendAll = async () => {
    cancel();
    // Read anew for each: one may be added meanwhile, or sent by another window.
    for (let next = firstOf(storage); next !== null; next = firstOf(storage)) {
      if (!(await sendOne(next))) return;
    }
  };

  const flush = (): Promise<void> => {
    running ??= sendAll().finally(() => {
      running = null;
    });
    return running;
  };

  return {
    state: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    add(review, title, body) {
      write(storage, { review, title, body, refusal: null, code: null });
      change({});
      void flush();
    },
    flush,
    retry() {
      if (current.trouble !== null && running === null) void flush();
    },
    sendAnew(review) {
      const refused = read(storage).find((each) => each.review === review);
      if (refused === undefined) return;
      // First the new one: whatever happens between, the words are somewhere.
      write(storage, { ...refused, review: newId(), refusal: null, code: null });
      storage.remove(PREFIX + review);
      change({});
      void flush();
    },
    drop(review) {
      storage.remove(PREFIX + review);
      change({});
    },
  };
}

const firstOf = (storage: Storage): Waiting | null =>
  read(storage).find(({ refusal }) => refusal === null) ?? null;

/** Oldest first: ids made later sort later. */
function read(storage: Storage): Waiting[] {
  const keys = storage.keys().filter((key) => key.startsWith(PREFIX));
  return keys.sort().flatMap((key) => parseKept(storage.read(key), form) ?? []);
}

function write(storage: Storage, waiting: Waiting): void {
  storage.write(PREFIX + waiting.review, JSON.stringify(waiting));
}
