import type { DatabaseSync } from "node:sqlite";
import { type Kysely, sql, type Transaction } from "kysely";
import type { EventId, PersonId } from "../../base/index.ts";
import type { Amount, Derive, Entry, EventStore } from "../event-store.ts";
import { keptEntry } from "../kept-entry.ts";
import { type EntryRow, entryOfRow, eventOfRow, instantText, rowOfEvent } from "./entry-row.ts";
import { eraseWords } from "./erase-words.ts";
import { keepRecall, rebuildRecall } from "./keep-recall.ts";
import type { Tables } from "./tables.ts";

/** Events read at a time: half a megabyte. */
const PAGE = 500;

/** The log in SQLite. */
export function sqliteEventStore(db: Kysely<Tables>, sqlite: DatabaseSync, file: string): EventStore {
  const read = (row: EntryRow) => entryOfRow(row, file);
  return {
    async append(entries, derive) {
      const kept = entries.map(keptEntry);
      if (kept.length === 0) return [];
      return await db.transaction().execute((write) => appendAll(write, kept, derive, file));
    },
    async find(person, id) {
      const rows = await entries(db, person).where("id", "=", id).execute();
      return rows.map(read)[0] ?? null;
    },
    async ofQuestion(person, question) {
      const rows = await entries(db, person)
        .where("question", "=", question)
        .orderBy("at")
        .orderBy("id")
        .execute();
      return rows.map(read);
    },
    async reviews(person, { limit, before = null, question = null }) {
      let query = entries(db, person).where("kind", "=", "review");
      if (question !== null) query = query.where("question", "=", question);
      if (before !== null) {
        const { at, id } = before;
        query = query.where((eb) => eb(eb.refTuple("at", "id"), "<", eb.tuple(instantText(at), id)));
      }
      const rows = await query.orderBy("at", "desc").orderBy("id", "desc").limit(limit).execute();
      return rows.map(read);
    },
    async *all(person) {
      let last: EntryRow | undefined;
      do {
        let query = entries(db, person);
        if (last !== undefined) {
          const { at, id } = last;
          query = query.where((eb) => eb(eb.refTuple("at", "id"), ">", eb.tuple(at, id)));
        }
        const rows = await query.orderBy("at").orderBy("id").limit(PAGE).execute();
        yield* rows.map(read);
        last = rows.length < PAGE ? undefined : rows.at(-1);
      } while (last !== undefined);
    },
    async count(person) {
      return await countAll(db, person);
    },
    async rebuild(derive, progress = () => {}) {
      return await db.transaction().execute((write) => rebuildRecall(write, derive, progress, file));
    },
    async erase(person) {
      const removed = await db.transaction().execute((write) => eraseAll(write, person));
      // Holds the connection: nothing else may come between.
      const copies = await db.connection().execute(() => eraseWords(sqlite, file));
      return { ...removed, copies };
    },
  };
}

/** A person's events with their words. */
function entries(db: Kysely<Tables>, person: PersonId) {
  const turns = sql<string>`(select json_group_array(text) from (
    select text from answer where answer.event = event.id order by turn))`;
  return db.selectFrom("event").selectAll().select(turns.as("turns")).where("person", "=", person);
}

async function appendAll(
  write: Transaction<Tables>,
  entries: readonly Entry[],
  derive: Derive,
  file: string,
): Promise<EventId[]> {
  const added: Entry[] = [];
  for (const entry of entries) {
    const inserted = await write
      .insertInto("event")
      .values(rowOfEvent(entry.event))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returning("id")
      .execute();
    if (inserted.length === 0) continue;
    added.push(entry);
    for (const [turn, text] of entry.turns.entries()) {
      await write.insertInto("answer").values({ event: entry.event.id, turn, text }).execute();
    }
  }
  const touched = new Map(added.map(({ event }) => [`${event.person}\n${event.question}`, event]));
  for (const { person, question } of touched.values()) {
    const rows = await write
      .selectFrom("event")
      .selectAll()
      .where("person", "=", person)
      .where("question", "=", question)
      .orderBy("at")
      .orderBy("id")
      .execute();
    await keepRecall(write, { person, question }, derive(rows.map((row) => eventOfRow(row, file))));
  }
  return added.map(({ event }) => event.id);
}

async function countAll(db: Kysely<Tables>, person: PersonId): Promise<Amount> {
  const all = db
    .selectFrom("event")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("person", "=", person);
  const { count: events } = await all.executeTakeFirstOrThrow();
  const { count: answers } = await all
    .where((eb) =>
      eb.exists(eb.selectFrom("answer").select("turn").whereRef("answer.event", "=", "event.id")),
    )
    .executeTakeFirstOrThrow();
  return { events, answers };
}

async function eraseAll(write: Transaction<Tables>, person: PersonId): Promise<Amount> {
  const amount = await countAll(write, person);
  // The words go with their events: see the table `answer`.
  await write.deleteFrom("event").where("person", "=", person).execute();
  await write.deleteFrom("recall").where("person", "=", person).execute();
  return amount;
}
