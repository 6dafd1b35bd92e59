import type { DatabaseSync } from "node:sqlite";
import type { Migration } from "./migrations.ts";
import { openFile, using } from "./open-file.ts";

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
