import type { DatabaseSync } from "node:sqlite";
import { eventOfRow } from "./entry-row.ts";
import type { Migration } from "./migrations.ts";
import { openFile, using } from "./open-file.ts";
import { damaged } from "./store-error.ts";
import type { EventTable } from "./tables.ts";

/** Tables with their columns, and everything else by its name; what SQLite itself adds is left out. */
const FORM = `
select type || ' ' || name as part from sqlite_schema
where type not in ('table', 'index') or name not like 'sqlite^_%' escape '^'
union all
select format('column %s of the %s %s: %s %d %d %d', c.name, t.type, t.name, c.type, c."notnull", c.pk, c.hidden)
from pragma_table_list as t join pragma_table_xinfo(t.name) as c
where t.schema = 'main' and t.name not like 'sqlite^_%' escape '^'`;

/**
 * Refuses a file that has other tables, columns, indexes, views or triggers than the steps up to its version make: what
 * is read of a view need not end, and a trigger changes what is kept later.
 * @throws Error saying which
 */
export function checkForm(backup: DatabaseSync, version: number, steps: readonly Migration[]): void {
  const wanted = using(openFile(":memory:"), (empty) => {
    for (const step of steps) if (step.version <= version) step.up(empty);
    return formOf(empty);
  });
  const found = formOf(backup);
  for (const part of found) if (!wanted.has(part)) throw new Error(`it has what no store has, the ${part}`);
  for (const part of wanted) if (!found.has(part)) throw new Error(`it lacks the ${part}`);
}

function formOf(sqlite: DatabaseSync): Set<string> {
  return new Set(
    sqlite
      .prepare(FORM)
      .all()
      .map(({ part }) => String(part)),
  );
}

/** Of what FSRS remembers: anything else was not derived. The times are those that a date can have, in milliseconds. */
const ODD_RECALL = `
select question from recall where not (stability > 0 and stability < 1e9 and difficulty between 1 and 10
  and due between 0 and 864e13 and last between 0 and 864e13 and reviews between 1 and 1e9 and lapses between 0 and reviews
  and last_rating in ('again', 'hard', 'good', 'easy')) limit 1`;

/**
 * Refuses a file of the newest form in which something could not be read later.
 * @throws VivaError VIVA_STORE_DAMAGED, VIVA_STORE_NEWER
 */
export function checkContent(backup: DatabaseSync, file: string): void {
  for (const row of backup.prepare("select * from event").iterate()) {
    // The form of the table was checked.
    eventOfRow(row as unknown as EventTable, file);
  }
  const odd = backup.prepare(ODD_RECALL).get();
  if (odd !== undefined) throw damaged(file, `what it says of recalling ${odd.question} cannot be`);
}
