import type { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import type { Store } from "../store.ts";
import { connect } from "./connect.ts";
import { moveGuard, nodeSqliteDialect } from "./dialect.ts";
import { type Migration, migrations } from "./migrations.ts";
import { sqliteEventStore } from "./sqlite-event-store.ts";
import { sqliteRecallIndex } from "./sqlite-recall-index.ts";
import { sqliteSessionStore } from "./sqlite-session-store.ts";
import { damaged, storeError } from "./store-error.ts";
import type { Tables } from "./tables.ts";

/** See `openSqliteStore`, the door to this. */
export async function sqliteStore(file: string, steps: readonly Migration[] = migrations): Promise<Store> {
  const sqlite = await connect(file, steps);
  const device = readDevice(sqlite, file);
  const refuseMoved = moveGuard(file);
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(sqlite, file, refuseMoved) });
  return {
    events: sqliteEventStore(db, sqlite, file),
    recalls: sqliteRecallIndex(db),
    sessions: sqliteSessionStore(db),
    device,
    async check() {
      refuseMoved();
      await db.selectFrom("meta").select("value").execute();
    },
    async close() {
      if (!sqlite.isOpen) return;
      // Waits for its turn: what was begun is finished before.
      await db.connection().execute(async () => sqlite.isOpen && sqlite.close());
    },
  };
}

function readDevice(sqlite: DatabaseSync, file: string): string {
  try {
    const device = sqlite.prepare("select value from meta where key = 'device'").get()?.value;
    if (typeof device === "string") return device;
    throw damaged(file, "its own id is missing");
  } catch (error) {
    sqlite.close();
    throw storeError(error, file);
  }
}
