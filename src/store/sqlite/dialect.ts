import { statSync } from "node:fs";
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { VivaError } from "../../base/index.ts";
import { patiently } from "./patiently.ts";
import { storeError } from "./store-error.ts";

/** Statements kept prepared; there are fewer, save for lists of many lengths. */
const MOST_STATEMENTS = 64;

/**
 * Kysely over `node:sqlite`. There is one connection, so Kysely lets one query or transaction through at a time. Every
 * transaction is one that writes; it takes the lock at its beginning, where it can wait for it, and not midway, where it
 * could not. Errors are those of the catalogue.
 */
export function nodeSqliteDialect(sqlite: DatabaseSync, file: string, refuseMoved: () => void): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new NodeSqliteDriver(sqlite, file, refuseMoved),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class NodeSqliteDriver implements Driver {
  readonly #sqlite: DatabaseSync;
  readonly #file: string;
  readonly #refuseMoved: () => void;
  readonly #connection: DatabaseConnection;

  constructor(sqlite: DatabaseSync, file: string, refuseMoved: () => void) {
    this.#sqlite = sqlite;
    this.#file = file;
    this.#refuseMoved = refuseMoved;
    const prepare = preparer(sqlite);
    this.#connection = {
      executeQuery: (query) => this.#wait(() => run(prepare(query.sql), query.parameters)),
      async *streamQuery() {
        yield* [];
        throw new TypeError("a query is not streamed here: a page at a time lets others in between");
      },
    };
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(): Promise<void> {
    this.#refuseMoved();
    await this.#wait(() => this.#sqlite.exec("begin immediate"));
  }

  async commitTransaction(): Promise<void> {
    await this.#wait(() => this.#sqlite.exec("commit"));
  }

  async rollbackTransaction(): Promise<void> {
    // A full disk ends the transaction by itself.
    if (this.#sqlite.isTransaction) this.#sqlite.exec("rollback");
  }

  async destroy(): Promise<void> {
    this.#sqlite.close();
  }

  async #wait<T>(work: () => T): Promise<T> {
    try {
      return await patiently(work);
    } catch (error) {
      throw storeError(error, this.#file);
    }
  }
}

/** Throws when a file is not the one any more that it was: a write to it would succeed, and be lost with it. */
export function moveGuard(file: string): () => void {
  const { ino } = statSync(file, { bigint: true });
  return () => {
    const found = statSync(file, { bigint: true, throwIfNoEntry: false });
    if (found?.ino === ino) return;
    throw new VivaError(
      "VIVA_STORE_UNWRITABLE",
      `${file} was moved, removed or replaced while it was open: start again. Nothing was kept`,
    );
  };
}

function preparer(sqlite: DatabaseSync): (sql: string) => StatementSync {
  const prepared = new Map<string, StatementSync>();
  return (sql) => {
    const statement = prepared.get(sql) ?? sqlite.prepare(sql);
    // Set anew, so that the first in the map is the one not used for longest.
    prepared.delete(sql);
    prepared.set(sql, statement);
    const [oldest] = prepared.size > MOST_STATEMENTS ? prepared.keys() : [];
    if (oldest !== undefined) prepared.delete(oldest);
    return statement;
  };
}

function run<R>(statement: StatementSync, parameters: readonly unknown[]): QueryResult<R> {
  // The types of the tables hold text and numbers only.
  const values = parameters as readonly SQLInputValue[];
  // The row's type is the query's, which Kysely computed.
  if (statement.columns().length > 0) return { rows: statement.all(...values) as R[] };
  return { rows: [], numAffectedRows: BigInt(statement.run(...values).changes) };
}
