import type { Clock } from "./clock.ts";
import type { Brand, Parsed } from "./ids.ts";
import type { Random } from "./random.ts";

/** Names an event: a UUID of version 7 in lower case, so that ids made later sort later. */
export type EventId = Brand<string, "EventId">;

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The only place where a string becomes an {@link EventId}. */
export function parseEventId(text: string): Parsed<EventId> {
  return FORM.test(text)
    ? { ok: true, value: text as EventId }
    : {
        ok: false,
        problem: `not an event id: ${JSON.stringify(text.slice(0, 80))} (wanted a UUID of version 7)`,
      };
}

/**
 * A source of event ids, each greater than the one before, also within a millisecond and when the clock steps back
 * (RFC 9562 §5.7 and §6.2 method 1: the 12 bits of `rand_a` count, and carry into the time).
 */
export function eventIds(clock: Clock, random: Random): () => EventId {
  let time = 0;
  let counter = 0;
  return () => {
    const now = clock();
    if (now > time) {
      time = now;
      // The upper half is left for counting.
      counter = bits(random, 11);
    } else if (++counter > 0xfff) {
      time += 1;
      counter = 0;
    }
    const head = hex(time, 12);
    const variant = 0x8000 | bits(random, 14);
    const node = hex(bits(random, 24), 6) + hex(bits(random, 24), 6);
    return `${head.slice(0, 8)}-${head.slice(8)}-7${hex(counter, 3)}-${hex(variant, 4)}-${node}` as EventId;
  };
}

const bits = (random: Random, count: number): number => Math.floor(random() * 2 ** count);
const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");
