import type { EventId } from "../base/index.ts";
import type { PracticeEvent } from "../recall/index.ts";
import type { Workplace } from "./workplace.ts";

/**
 * Id and time of an event that comes after others of its question in the log's order (`at`, `id`). The clock may have
 * gone back since, and the id of a review is made by the client, whose clock may be ahead.
 */
export function nextAfter(
  workplace: Workplace,
  events: readonly Pick<PracticeEvent, "at" | "id">[],
): { id: EventId; at: number } {
  const id = workplace.newId();
  const at = Math.max(workplace.clock(), ...events.map((event) => event.at));
  const isLast = events.every((event) => event.at < at || event.id < id);
  return { id, at: isLast ? at : at + 1 };
}
