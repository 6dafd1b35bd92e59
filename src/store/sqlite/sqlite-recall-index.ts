import { type Kysely, sql } from "kysely";
import type { DeckName, PersonId } from "../../base/index.ts";
import type { RecallIndex, RecallRow } from "../recall-index.ts";
import type { RecallTable, Tables } from "./tables.ts";

/** Questions asked for in one statement. SQLite takes 32,766 values. */
const MOST_AT_ONCE = 500;

/** The recall index in SQLite. */
export function sqliteRecallIndex(db: Kysely<Tables>): RecallIndex {
  const ofDeck = (person: PersonId, deck: DeckName, to: number) =>
    db.selectFrom("recall").where("person", "=", person).where("deck", "=", deck).where("due", "<", to);
  return {
    async due(person, deck, { from, to }, { limit, after = null }) {
      const before = ofDeck(person, deck, to).selectAll();
      // One lower bound: of two, SQLite enters the index by `due`, and reads all that are due at the same moment.
      const query =
        after === null || after.due < from
          ? before.where("due", ">=", from)
          : before.where((eb) =>
              eb(eb.refTuple("due", "question"), ">", eb.tuple(after.due, after.question)),
            );
      return (await query.orderBy("due").orderBy("question").limit(limit).execute()).map(recallOfRow);
    },
    async count(person, deck, { from, to }, atMost) {
      const found = ofDeck(person, deck, to)
        .where("due", ">=", from)
        .select(sql`1`.as("one"))
        .limit(atMost)
        .as("found");
      const { rows } = await db
        .selectFrom(found)
        .select((eb) => eb.fn.countAll<number>().as("rows"))
        .executeTakeFirstOrThrow();
      return rows;
    },
    async of(person, questions) {
      const rows: RecallRow[] = [];
      const asked = [...new Set(questions)];
      for (let at = 0; at < asked.length; at += MOST_AT_ONCE) {
        const found = await db
          .selectFrom("recall")
          .selectAll()
          .where("person", "=", person)
          .where("question", "in", asked.slice(at, at + MOST_AT_ONCE))
          .execute();
        rows.push(...found.map(recallOfRow));
      }
      return rows;
    },
  };
}

/** What is remembered, as a row. */
export function rowOfRecall({ questionHash, lastRating, ...same }: RecallRow): RecallTable {
  return { ...same, question_hash: questionHash, last_rating: lastRating };
}

function recallOfRow({ question_hash, last_rating, ...same }: RecallTable): RecallRow {
  return { ...same, questionHash: question_hash, lastRating: last_rating };
}
