import type { Kysely } from "kysely";
import type { SessionStore, StoredSecret } from "../session-store.ts";
import type { SecretTable, Tables } from "./tables.ts";

/** Links and sessions in SQLite. */
export function sqliteSessionStore(db: Kysely<Tables>): SessionStore {
  const add = (table: "link" | "session", secret: StoredSecret) =>
    db.transaction().execute(async (write) => {
      // Those that have expired are swept away by those that come.
      await write.deleteFrom(table).where("expires_at", "<=", secret.createdAt).execute();
      await write.insertInto(table).values(rowOf(secret)).execute();
    });
  return {
    addLink: (link) => add("link", link),
    async useLink(hash, now) {
      const [row] = await db
        .transaction()
        .execute((write) => write.deleteFrom("link").where("hash", "=", hash).returningAll().execute());
      return valid(row, now);
    },
    addSession: (session) => add("session", session),
    async session(hash, now) {
      return valid(
        await db.selectFrom("session").selectAll().where("hash", "=", hash).executeTakeFirst(),
        now,
      );
    },
    async endSession(hash) {
      await db
        .transaction()
        .execute((write) => write.deleteFrom("session").where("hash", "=", hash).execute());
    },
    async endAll(person) {
      await db.transaction().execute(async (write) => {
        await write.deleteFrom("link").where("person", "=", person).execute();
        await write.deleteFrom("session").where("person", "=", person).execute();
      });
    },
  };
}

function valid(row: SecretTable | undefined, now: number): StoredSecret | null {
  if (row === undefined || row.expires_at <= now) return null;
  const { hash, person, created_at, expires_at } = row;
  return { hash, person, createdAt: created_at, expiresAt: expires_at };
}

function rowOf({ hash, person, createdAt, expiresAt }: StoredSecret): SecretTable {
  return { hash, person, created_at: createdAt, expires_at: expiresAt };
}
