import { setImmediate } from "node:timers/promises";
import type { Transaction } from "kysely";
import type { PersonId, QuestionId } from "../../base/index.ts";
import type { PracticeEvent } from "../../recall/index.ts";
import type { Derive } from "../event-store.ts";
import type { RecallRow } from "../recall-index.ts";
import { eventOfRow } from "./entry-row.ts";
import { rowOfRecall } from "./sqlite-recall-index.ts";
import type { EventTable, Tables } from "./tables.ts";

/** Events read at a time: half a megabyte. */
const PAGE = 500;

interface Asked {
  readonly person: PersonId;
  readonly question: QuestionId;
}

/** Puts what was derived for a question into the index. */
export async function keepRecall(
  write: Transaction<Tables>,
  { person, question }: Asked,
  recall: RecallRow | null,
): Promise<void> {
  if (recall === null) {
    await write.deleteFrom("recall").where("person", "=", person).where("question", "=", question).execute();
    return;
  }
  const row = rowOfRecall(recall);
  await write
    .insertInto("recall")
    .values(row)
    .onConflict((conflict) => conflict.columns(["person", "question"]).doUpdateSet(row))
    .execute();
}

/** Derives the whole index anew, reading the log question by question. */
export async function rebuildRecall(
  write: Transaction<Tables>,
  derive: Derive,
  progress: (questions: number) => void,
  file: string,
): Promise<{ events: number; questions: number }> {
  await write.deleteFrom("recall").execute();
  let questions = 0;
  let events = 0;
  // The events of one question, which may go on in the next page.
  let open: PracticeEvent[] = [];
  const finish = async () => {
    const [first] = open;
    if (first === undefined) return;
    await keepRecall(write, first, derive(open));
    questions += 1;
    open = [];
  };
  for await (const page of byQuestion(write)) {
    events += page.length;
    for (const event of page.map((row) => eventOfRow(row, file))) {
      const isNext = open[0]?.person !== event.person || open[0].question !== event.question;
      if (isNext) await finish();
      open.push(event);
    }
    progress(questions);
  }
  await finish();
  progress(questions);
  return { events, questions };
}

async function* byQuestion(write: Transaction<Tables>): AsyncIterable<EventTable[]> {
  let last: EventTable | undefined;
  do {
    let query = write.selectFrom("event").selectAll();
    if (last !== undefined) {
      const { person, question, at, id } = last;
      query = query.where((eb) =>
        eb(eb.refTuple("person", "question", "at", "id"), ">", eb.tuple(person, question, at, id)),
      );
    }
    const rows = await query
      .orderBy("person")
      .orderBy("question")
      .orderBy("at")
      .orderBy("id")
      .limit(PAGE)
      .execute();
    yield rows;
    last = rows.length < PAGE ? undefined : rows.at(-1);
    // A signal to stop, or a timer, gets its turn.
    await setImmediate();
  } while (last !== undefined);
}
