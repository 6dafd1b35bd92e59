import type { StoreSize } from "./sqlite/describe.ts";
import type { Migration } from "./sqlite/migrations.ts";
import type { Restored } from "./sqlite/restore.ts";
import type { Store } from "./store.ts";

// SQLite and the query builder are loaded when the first store is opened: most commands open none.

/**
 * Opens the store in a file, which is made when it is not there, and brings it to the newest form, after a copy. Any
 * number of processes may have it open. The file, and its folder when it is made, are for the owner alone.
 * @throws VivaError VIVA_STORE_NEWER with the file untouched, VIVA_STORE_BUSY when another process holds it for more than
 * some seconds, VIVA_STORE_DAMAGED, VIVA_STORE_UNWRITABLE
 */
export async function openSqliteStore({
  file,
  migrations,
}: {
  file: string;
  migrations?: readonly Migration[];
}): Promise<Store> {
  const { sqliteStore } = await import("./sqlite/sqlite-store.ts");
  return sqliteStore(file, migrations);
}

/**
 * Copies a store, as it is at one moment, into one new file, while others go on writing to it. A file of that name is
 * replaced when the copy is whole. Links and sessions are left out: a backup lets nobody in.
 * @throws VivaError VIVA_FILE_NOT_FOUND when there is no store; those of {@link openSqliteStore}
 */
export async function backUpStore(file: string, to: string): Promise<void> {
  const { backUp } = await import("./sqlite/back-up.ts");
  await backUp(file, to);
}

/**
 * What is in a store or in a copy of one.
 * @throws VivaError VIVA_STORE_DAMAGED
 */
export async function describeStore(file: string): Promise<StoreSize> {
  const { describe } = await import("./sqlite/describe.ts");
  return describe(file);
}

/**
 * Brings a backup back: its events, words and recall take the place of those in the store, in one transaction, also
 * under processes that have the store open. Links, sessions and the id of the store stay. An older backup is brought to
 * the newest form first. A store too damaged for that is set aside and replaced. When it fails, the store is as it was.
 * @param options `called` is the path by which the person knows the backup, for messages; `from` when not given
 * @throws VivaError VIVA_FILE_NOT_FOUND, VIVA_BACKUP_UNREADABLE; those of {@link openSqliteStore}
 */
export async function restoreStore(
  file: string,
  from: string,
  options: { migrations?: readonly Migration[]; called?: string } = {},
): Promise<Restored> {
  const [{ restore }, { migrations }] = await Promise.all([
    import("./sqlite/restore.ts"),
    import("./sqlite/migrations.ts"),
  ]);
  return restore(file, from, options.migrations ?? migrations, options.called);
}
