import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { AnkiRows } from "./out-rows.ts";

/** Tables of schema 11 and their columns, all of them wanted; those with a star are texts. */
const TABLES = {
  col: "id crt mod scm ver dty usn ls *conf *models *decks *dconf *tags",
  notes: "id *guid mid mod usn *tags *flds sfld csum flags *data",
  cards: "id nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags *data",
  revlog: "id cid usn ease ivl lastIvl factor time type",
  graves: "-usn oid type",
} as const;
const INDEXES = [
  "ix_notes_usn on notes (usn)",
  "ix_notes_csum on notes (csum)",
  "ix_cards_usn on cards (usn)",
  "ix_cards_nid on cards (nid)",
  "ix_cards_sched on cards (did, queue, due)",
  "ix_revlog_usn on revlog (usn)",
  "ix_revlog_cid on revlog (cid)",
];

/** The rows as the file of a SQLite database: written to a private folder, read, and removed. */
export async function collectionBytes(rows: AnkiRows): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "viva-export-"));
  try {
    const path = join(folder, "collection.anki2");
    const sqlite = new DatabaseSync(path);
    try {
      sqlite.exec("pragma journal_mode = off; pragma synchronous = off; begin");
      for (const [name, columns] of Object.entries(TABLES)) sqlite.exec(createTable(name, columns));
      for (const index of INDEXES) sqlite.exec(`create index ${index}`);
      insert(sqlite, "col", [rows.col]);
      insert(sqlite, "notes", rows.notes);
      insert(sqlite, "cards", rows.cards);
      insert(sqlite, "revlog", rows.revlog);
      sqlite.exec("commit");
    } finally {
      sqlite.close();
    }
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The first column is the key, unless a hyphen says that there is none. */
function createTable(name: string, columns: string): string {
  const typed = columns.split(" ").map((column, at) => {
    if (column.startsWith("*")) return `${column.slice(1)} text not null`;
    if (column.startsWith("-")) return `${column.slice(1)} integer not null`;
    return at === 0 ? `${column} integer primary key` : `${column} integer not null`;
  });
  return `create table ${name} (${typed.join(", ")})`;
}

function insert(sqlite: DatabaseSync, table: string, rows: readonly (readonly (string | number)[])[]): void {
  const [first] = rows;
  if (first === undefined) return;
  const statement = sqlite.prepare(`insert into ${table} values (${first.map(() => "?").join(", ")})`);
  for (const row of rows) statement.run(...row);
}
