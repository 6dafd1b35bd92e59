import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { VivaError } from "../../base/index.ts";
import { schemaPages } from "./schema-pages.ts";

/** Bytes that the texts of all rows together may have. */
const MOST_TEXT = 64 * 1024 * 1024;

export type Cell = string | number | bigint | null | Uint8Array;
export type Row = Readonly<Record<string, Cell>>;

/** A cell as a whole number; 0 when it is none. */
export function numberOf(cell: Cell | undefined): number {
  return typeof cell === "number" && Number.isSafeInteger(cell) ? cell : 0;
}

/** A cell as text; "" when it is none. */
export function textOf(cell: Cell | undefined): string {
  return typeof cell === "string" ? cell : "";
}

/** A database that strangers wrote. Only plain tables are read, whole, in the order they are stored. */
export interface ForeignDatabase {
  /** Whether there is a plain table of that name with these columns: no view, nothing virtual, nothing computed. */
  has(table: string, columns: readonly string[]): boolean;
  /**
   * The rows of a table, `limits.rows` at most and one more so that the caller can tell. A cell with more bytes than
   * `limits.cell` is null.
   * @throws VivaError VIVA_FILE_TOO_LARGE when all that was read is more than a collection of cards has
   */
  rows(
    table: string,
    columns: readonly string[],
    limits: { readonly rows: number; readonly cell: number },
  ): Iterable<Row>;
}

/**
 * Opens a SQLite database that came in a document, lets `use` read it, and leaves nothing behind. SQLite reads files,
 * so it stands for that long in a private folder.
 *
 * Its schema is untrusted: it is opened for reading only and as immutable (no journal of its own is replayed), its views
 * and triggers never run, no function but one that measures may be called, no extension loaded.
 * @throws VivaError VIVA_FILE_UNREADABLE, one sentence, whatever is wrong with it
 */
export async function withForeignDatabase<T>(
  document: string,
  bytes: Uint8Array,
  use: (database: ForeignDatabase) => T,
): Promise<T> {
  const pages = schemaPages(bytes);
  if (pages === null) throw unreadable(document, "it is no database, or its list of tables is damaged");
  const { DatabaseSync } = await import("node:sqlite");
  let folder: string | null = null;
  let sqlite: DatabaseSync | null = null;
  try {
    // Only its owner may enter it.
    folder = await mkdtemp(join(tmpdir(), "viva-import-"));
    const path = join(folder, "collection");
    await writePrivately(path, bytes, pages);
    const address = pathToFileURL(path);
    address.searchParams.set("immutable", "1");
    sqlite = new DatabaseSync(address, {
      readOnly: true,
      defensive: true,
      allowExtension: false,
      enableDoubleQuotedStringLiterals: false,
    });
    const database = await guarded(document, sqlite);
    // It is open: where the system lets the file go now, nothing is left behind even if this thread is ended.
    await rm(folder, { recursive: true, force: true }).catch(() => {});
    return use(database);
  } catch (error) {
    if (error instanceof VivaError) throw error;
    throw unreadable(document, error instanceof Error ? error.message : String(error), error);
  } finally {
    sqlite?.close();
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}

type Pages = readonly { readonly from: number; readonly to: number }[];

async function writePrivately(path: string, bytes: Uint8Array, schema: Pages): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    for (const at of foreignCollations(bytes, schema)) await file.write("nocase ", at);
  } finally {
    await file.close();
  }
}

/**
 * Where the list of tables names `unicase`, an order of names that only Anki knows: SQLite refuses to read some tables
 * that have it. Nothing is compared or sorted here, so another of the same length will do.
 */
function* foreignCollations(bytes: Uint8Array, pages: Pages): Generator<number> {
  for (const { from, to } of pages) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString("latin1");
    for (const { index, 0: found } of text.matchAll(/\bcollate\s{1,9}unicase\b/gi)) {
      yield from + index + found.length - "unicase".length;
    }
  }
}

async function guarded(document: string, sqlite: DatabaseSync): Promise<ForeignDatabase> {
  const { constants } = await import("node:sqlite");
  sqlite.exec("pragma trusted_schema = off; pragma cell_size_check = on; pragma query_only = on");
  const plain = new Map<string, ReadonlySet<string>>();
  for (const { name, sql } of sqlite
    .prepare("select name, sql from sqlite_schema where type = 'table' limit 1000")
    .iterate()) {
    // A virtual table is code that reads its rows from elsewhere.
    if (typeof name !== "string" || typeof sql !== "string" || !/^create table\b/i.test(sql)) continue;
    const columns = sqlite.prepare("select name, hidden from pragma_table_xinfo(?)").all(name);
    // Computed columns run what their author wrote.
    if (columns.some(({ hidden }) => hidden !== 0)) continue;
    plain.set(name.toLowerCase(), new Set(columns.map((column) => String(column.name).toLowerCase())));
  }
  sqlite.setAuthorizer((action, first, second, _database, within) => {
    if (within !== null) return constants.SQLITE_DENY;
    if (action === constants.SQLITE_SELECT) return constants.SQLITE_OK;
    if (action === constants.SQLITE_READ) {
      return plain.has(first?.toLowerCase() ?? "") ? constants.SQLITE_OK : constants.SQLITE_DENY;
    }
    return action === constants.SQLITE_FUNCTION && second === "octet_length"
      ? constants.SQLITE_OK
      : constants.SQLITE_DENY;
  });
  let left = MOST_TEXT;
  return {
    has: (table, columns) => columns.every((column) => plain.get(table)?.has(column) === true),
    *rows(table, columns, limits) {
      const measured = columns.map(
        (column) => `case when octet_length("${column}") <= ? then "${column}" end as "${column}"`,
      );
      const statement = sqlite.prepare(`select ${measured.join(", ")} from "${table}" limit ?`);
      const values: SQLInputValue[] = [...columns.map(() => limits.cell), limits.rows + 1];
      for (const row of statement.iterate(...values)) {
        for (const cell of Object.values(row)) {
          left -= typeof cell === "string" ? cell.length : cell instanceof Uint8Array ? cell.byteLength : 8;
        }
        if (left < 0) {
          throw new VivaError(
            "VIVA_FILE_TOO_LARGE",
            `${document} holds a collection with more than ${MOST_TEXT / 1048576} MB of text: nothing imported; export fewer cards`,
          );
        }
        yield row;
      }
    },
  };
}

function unreadable(document: string, why: string, cause?: unknown): VivaError {
  const reason = why.replace(/\s+/g, " ").slice(0, 120);
  return new VivaError(
    "VIVA_FILE_UNREADABLE",
    `${document} holds a collection that cannot be read (${reason}): nothing imported; export it again`,
    { cause },
  );
}
