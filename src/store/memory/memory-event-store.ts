import type { EventId, PersonId, QuestionId } from "../../base/index.ts";
import type { PracticeEvent } from "../../recall/index.ts";
import type { Amount, Derive, Entry, EventStore } from "../event-store.ts";
import { keptEntry } from "../kept-entry.ts";
import type { RecallRow } from "../recall-index.ts";
import type { Recalls } from "./memory-recall-index.ts";

/** The log in memory, a list for each person in order; keeps `recalls` in step with it. */
export function memoryEventStore(recalls: Recalls): EventStore {
  const ids = new Map<EventId, Entry>();
  let people = new Map<PersonId, readonly Entry[]>();
  const ofPerson = (person: PersonId) => people.get(person) ?? [];
  const rowsOf = (person: PersonId) => {
    const rows = recalls.get(person) ?? new Map<QuestionId, RecallRow>();
    recalls.set(person, rows);
    return rows;
  };
  const count = (person: PersonId): Amount => {
    const entries = ofPerson(person);
    return { events: entries.length, answers: entries.filter(({ turns }) => turns.length > 0).length };
  };
  return {
    async append(entries, derive) {
      const added = new Map<EventId, Entry>();
      for (const entry of entries.map(keptEntry)) {
        const { id } = entry.event;
        if (!ids.has(id) && !added.has(id)) added.set(id, entry);
      }
      // All that can fail comes before anything is changed.
      const next = new Map(people);
      for (const entry of added.values()) {
        const { person } = entry.event;
        next.set(person, [...(next.get(person) ?? []), entry]);
      }
      for (const person of peopleOf(added)) next.set(person, (next.get(person) ?? []).toSorted(inOrder));
      const derived = [...questionsOf(added.values())].flatMap(([person, questions]) =>
        [...questions].map((question) => {
          const events = eventsOf(next.get(person) ?? [], question);
          return { person, question, row: derive(events) };
        }),
      );
      people = next;
      for (const [id, entry] of added) ids.set(id, entry);
      for (const { person, question, row } of derived) {
        if (row === null) rowsOf(person).delete(question);
        else rowsOf(person).set(question, row);
      }
      return [...added.keys()];
    },
    async find(person, id) {
      const entry = ids.get(id);
      return entry?.event.person === person ? entry : null;
    },
    async ofQuestion(person, question) {
      return ofPerson(person).filter(({ event }) => event.question === question);
    },
    async reviews(person, { limit, before = null, question = null }) {
      return ofPerson(person)
        .filter(({ event }) => event.kind === "review" && (question === null || event.question === question))
        .filter(({ event }) => before === null || compare(event, before) < 0)
        .reverse()
        .slice(0, limit);
    },
    async *all(person) {
      yield* ofPerson(person);
    },
    async count(person) {
      return count(person);
    },
    async rebuild(derive, progress) {
      const next: Recalls = new Map();
      let questions = 0;
      for (const [person, asked] of questionsOf(ids.values())) {
        const rows = new Map<QuestionId, RecallRow>();
        for (const question of asked) {
          const row = derive(eventsOf(ofPerson(person), question));
          if (row !== null) rows.set(question, row);
          questions += 1;
        }
        next.set(person, rows);
      }
      recalls.clear();
      for (const [person, rows] of next) recalls.set(person, rows);
      progress?.(questions);
      return { events: ids.size, questions };
    },
    async erase(person) {
      const erased = { ...count(person), copies: 0 };
      for (const { event } of ofPerson(person)) ids.delete(event.id);
      people.delete(person);
      recalls.delete(person);
      return erased;
    },
  };
}

type Place = Pick<PracticeEvent, "at" | "id">;
const compare = (a: Place, b: Place): number => a.at - b.at || (a.id < b.id ? -1 : +(a.id > b.id));
const inOrder = (a: Entry, b: Entry): number => compare(a.event, b.event);

const peopleOf = (entries: ReadonlyMap<EventId, Entry>): Set<PersonId> =>
  new Set([...entries.values()].map(({ event }) => event.person));

function questionsOf(entries: Iterable<Entry>): Map<PersonId, Set<QuestionId>> {
  const found = new Map<PersonId, Set<QuestionId>>();
  for (const { event } of entries) {
    const questions = found.get(event.person) ?? new Set();
    found.set(event.person, questions.add(event.question));
  }
  return found;
}

/** @returns what `derive` is given */
function eventsOf(entries: readonly Entry[], question: QuestionId): Parameters<Derive>[0] {
  return entries.flatMap(({ event }) => (event.question === question ? [event] : []));
}
