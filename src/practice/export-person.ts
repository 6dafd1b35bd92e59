import type { PersonId } from "../base/index.ts";
import type { Entry } from "../store/index.ts";
import type { Workplace } from "./workplace.ts";

/**
 * Everything that is kept of a person, as lines of JSON: a header, one line an event with its words, and a closing line
 * with counts, by whose absence a cut file shows. Documented in docs/reference/export.md.
 * @throws VivaError those of the store
 */
export async function* exportPerson(workplace: Workplace, person: PersonId): AsyncGenerator<string> {
  const store = await workplace.store();
  const at = instant(workplace.clock());
  yield JSON.stringify({ format: "vivarium-export", v: 1, at, person, device: store.device });
  let events = 0;
  let answers = 0;
  for await (const entry of store.events.all(person)) {
    events += 1;
    if (entry.turns.length > 0) answers += 1;
    yield JSON.stringify(eventLine(entry));
  }
  yield JSON.stringify({ end: true, events, answers });
}

/** An event with its words, as exports have it. */
export function eventLine({ event, turns }: Entry): object {
  return { ...event, at: instant(event.at), turns };
}

const instant = (ms: number): string => new Date(ms).toISOString();
