import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { ANN, collect, review, simpleRecall } from "../../../test/fixtures/store-entries.ts";
import { temporaryFolders } from "../../../test/fixtures/store-folders.ts";
import { openSqliteStore } from "../sqlite-store.ts";
import { numberOf } from "./file-version.ts";
import { type Migration, migrations } from "./migrations.ts";
import { openFile, using } from "./open-file.ts";

const { storeFile, removeAll } = temporaryFolders();
after(removeAll);

const nextVersion = migrations.length + 1;
const step = (up: Migration["up"]): readonly Migration[] => [...migrations, { version: nextVersion, up }];
const addColumn = step((sqlite) => sqlite.exec("alter table event add column mood text"));

async function oldStore(): Promise<string> {
  const file = storeFile();
  const store = await openSqliteStore({ file });
  await store.events.append([review(1), review(2)], simpleRecall);
  await store.close();
  return file;
}
const versionOf = (file: string) =>
  using(openFile(file, { readOnly: true }), (sqlite) => numberOf(sqlite, "pragma user_version"));
const copyOf = (file: string) => `${file}.before-v${nextVersion}`;

test("the steps have the versions 1, 2, 3 and so on", () => {
  assert.deepEqual(
    migrations.map(({ version }) => version),
    migrations.map((_, at) => at + 1),
  );
});

test("an older store is brought to the newest form, after a copy that only its owner can read", async () => {
  const file = await oldStore();
  const store = await openSqliteStore({ file, migrations: addColumn });
  assert.deepEqual(await collect(store.events.all(ANN)), [review(1), review(2)]);
  await store.close();
  assert.equal(versionOf(file), nextVersion);
  assert.equal(versionOf(copyOf(file)), nextVersion - 1);
  if (process.platform !== "win32") assert.equal(statSync(copyOf(file)).mode & 0o777, 0o600);
  const copied = await openSqliteStore({ file: copyOf(file) });
  assert.deepEqual(await collect(copied.events.all(ANN)), [review(1), review(2)]);
  await copied.close();
});

test("a new store is not copied, and nothing is copied when nothing is to be done", async () => {
  const file = storeFile();
  for (let times = 0; times < 2; times++)
    await (await openSqliteStore({ file, migrations: addColumn })).close();
  assert.deepEqual(readdirSync(dirname(file)), ["vivarium.db"]);
});

test("a step may rebuild a table that others refer to without losing their rows", async () => {
  const file = await oldStore();
  const rebuild = step((sqlite) =>
    sqlite.exec(`create table event_new as select * from event; drop table event;
      alter table event_new rename to event; create unique index event_id on event (id);`),
  );
  const store = await openSqliteStore({ file, migrations: rebuild });
  assert.deepEqual(await collect(store.events.all(ANN)), [review(1), review(2)]);
  await store.close();
});

for (const [what, up] of [
  ["fails", (sqlite: DatabaseSync) => sqlite.exec("create table half (a); select nonsense from nowhere")],
  [
    "throws",
    (sqlite: DatabaseSync) => {
      sqlite.exec("delete from event");
      throw new RangeError("no");
    },
  ],
  [
    "leaves words without their event",
    (sqlite: DatabaseSync) => sqlite.exec("delete from event where id like '%1'"),
  ],
] as const) {
  test(`a step that ${what} leaves the store as it was`, async () => {
    const file = await oldStore();
    const before = readFileSync(file);
    await assert.rejects(openSqliteStore({ file, migrations: step(up) }), {
      code: "VIVA_STORE_DAMAGED",
      message: /Nothing was changed/,
    });
    assert.deepEqual(readFileSync(file), before);
    const store = await openSqliteStore({ file });
    assert.deepEqual(await collect(store.events.all(ANN)), [review(1), review(2)]);
    await store.close();
  });
}

test("of several that open an older store at once one migrates, the others find it done", async () => {
  const file = await oldStore();
  let runs = 0;
  const counted = step((sqlite) => {
    runs += 1;
    sqlite.exec("alter table event add column mood text");
  });
  const stores = await Promise.all(
    Array.from({ length: 5 }, () => openSqliteStore({ file, migrations: counted })),
  );
  assert.equal(runs, 1);
  for (const store of stores) assert.equal((await collect(store.events.all(ANN))).length, 2);
  await Promise.all(stores.map((store) => store.close()));
  assert.equal(versionOf(copyOf(file)), nextVersion - 1);
});

test("a program of the older version that has the store open goes on working until it is started again", async () => {
  const file = await oldStore();
  const older = await openSqliteStore({ file });
  await (await openSqliteStore({ file, migrations: addColumn })).close();
  await older.events.append([review(3)], simpleRecall);
  await older.close();
  await assert.rejects(openSqliteStore({ file }), { code: "VIVA_STORE_NEWER" });
  assert.ok(existsSync(copyOf(file)));
  using(new DatabaseSync(file), (sqlite) => assert.equal(numberOf(sqlite, "select count(*) from event"), 3));
});
