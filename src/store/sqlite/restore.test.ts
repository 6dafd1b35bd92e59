import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { ANN, BEN, collect, Q1, review, simpleRecall } from "../../../test/fixtures/store-entries.ts";
import { temporaryFolders } from "../../../test/fixtures/store-folders.ts";
import { backUpStore, openSqliteStore, restoreStore } from "../sqlite-store.ts";
import { type Migration, migrations } from "./migrations.ts";
import { using } from "./open-file.ts";

const { storeFile, removeAll } = temporaryFolders();
after(removeAll);

const newest: readonly Migration[] = [
  ...migrations,
  {
    version: migrations.length + 1,
    up: (sqlite) => sqlite.exec("alter table event add column mood text; update event set mood = 'calm'"),
  },
];

/** A store with these reviews, and its backup. */
async function backedUp(...numbers: readonly number[]): Promise<string> {
  const file = storeFile();
  const store = await openSqliteStore({ file });
  await store.events.append(
    numbers.map((number) => review(number)),
    simpleRecall,
  );
  await store.close();
  const to = join(dirname(storeFile()), "backup.db");
  await backUpStore(file, to);
  return to;
}

test("a backup takes the place of what was there, under a process that has the store open", async () => {
  const from = await backedUp(1, 2);
  const file = storeFile();
  const store = await openSqliteStore({ file });
  await store.events.append(
    [review(5), review(6, { person: BEN }), review(1, { turns: ["other"] })],
    simpleRecall,
  );
  await store.sessions.addSession({ hash: "h", person: ANN, createdAt: 1, expiresAt: 1000 });
  assert.deepEqual(await restoreStore(file, from), { events: 2, setAside: null });
  assert.deepEqual(await collect(store.events.all(ANN)), [review(1), review(2)]);
  assert.deepEqual(await collect(store.events.all(BEN)), []);
  assert.deepEqual(await store.recalls.of(ANN, [Q1]), [simpleRecall([review(1).event, review(2).event])]);
  assert.deepEqual(await store.recalls.of(BEN, [Q1]), []);
  assert.ok(await store.sessions.session("h", 2), "who is signed in stays so");
  await store.events.append([review(3)], simpleRecall);
  await store.close();
  const again = await openSqliteStore({ file });
  assert.equal(again.device, store.device);
  assert.equal((await collect(again.events.all(ANN))).length, 3);
  await again.close();
  assert.deepEqual(readdirSync(dirname(file)), ["vivarium.db"]);
});

test("a backup is brought back where no store is yet, and is itself untouched", async () => {
  const from = await backedUp(1);
  const before = readFileSync(from);
  const file = join(dirname(storeFile()), "new", "home", "vivarium.db");
  assert.deepEqual(await restoreStore(file, from), { events: 1, setAside: null });
  assert.deepEqual(readFileSync(from), before);
  assert.deepEqual(readdirSync(dirname(from)), ["backup.db"]);
  assert.deepEqual(readdirSync(dirname(file)), ["vivarium.db"]);
});

test("an older backup is brought to the newest form", async () => {
  const from = await backedUp(1, 2);
  const file = storeFile();
  assert.deepEqual(await restoreStore(file, from, { migrations: newest }), { events: 2, setAside: null });
  using(new DatabaseSync(file), (sqlite) => {
    assert.equal(sqlite.prepare("select min(mood) as mood from event").get()?.mood, "calm");
  });
  assert.deepEqual(readdirSync(dirname(file)), ["vivarium.db"]);
});

const spoil = (change: (bytes: Buffer) => void) => (file: string) => {
  const bytes = readFileSync(file);
  change(bytes);
  writeFileSync(file, bytes);
};
const change = (sql: string) => (file: string) =>
  using(new DatabaseSync(file, { defensive: false }), (sqlite) => sqlite.exec(sql));
for (const [what, make, code] of [
  ["is not there", null, "VIVA_FILE_NOT_FOUND"],
  ["is text", (file: string) => writeFileSync(file, "words ".repeat(500)), "VIVA_BACKUP_UNREADABLE"],
  ["is empty", (file: string) => writeFileSync(file, ""), "VIVA_BACKUP_UNREADABLE"],
  ["ends early", spoil((bytes) => bytes.fill(0, 8192)), "VIVA_BACKUP_UNREADABLE"],
  [
    "has an index that lies",
    change(
      "pragma writable_schema = on; update sqlite_schema set sql = replace(sql, 'at, id', 'id, at') where name = 'event_of_person'",
    ),
    "VIVA_BACKUP_UNREADABLE",
  ],
  [
    "has words without their event",
    change("pragma foreign_keys = off; delete from event"),
    "VIVA_BACKUP_UNREADABLE",
  ],
  ["is of another program", change("pragma application_id = 7"), "VIVA_BACKUP_UNREADABLE"],
  ["is of a newer program", change("pragma user_version = 99"), "VIVA_STORE_NEWER"],
  [
    "cannot be brought to the newest form",
    change("alter table event add column mood text"),
    "VIVA_BACKUP_UNREADABLE",
  ],
] as const) {
  test(`a backup that ${what} leaves the store as it was`, async () => {
    const from = make === null ? "/nowhere/backup.db" : await backedUp(1, 2);
    make?.(from);
    const file = storeFile();
    const store = await openSqliteStore({ file, migrations: newest });
    await store.events.append([review(7)], simpleRecall);
    await assert.rejects(restoreStore(file, from, { migrations: newest }), { code });
    assert.deepEqual(await collect(store.events.all(ANN)), [review(7)]);
    await store.close();
    assert.deepEqual(readdirSync(dirname(file)), ["vivarium.db"]);
  });
}

for (const [what, sql, named] of [
  ["lacks a table", "drop table recall", /lacks the .*recall/],
  ["lacks a column", "alter table event drop column device", /lacks the column device of the table event/],
  ["has one more", "alter table event add column hidden text as (upper(id))", /the column hidden/],
  [
    "has a view in place of a table, which need not end",
    `drop table recall; create view recall as
     with recursive row (n) as (select 1 union all select n + 1 from row where n < 9)
     select 'ann' as person, 'q' || n as question, 'mine' as deck, '' as question_hash, 1.0 as stability,
     5.0 as difficulty, 1 as due, 1 as last, 'good' as last_rating, 1 as reviews, 0 as lapses from row`,
    /the view recall/,
  ],
  [
    "has a trigger",
    "create trigger forget after insert on event begin delete from event where id < new.id; end",
    /the trigger forget/,
  ],
] as const) {
  for (const isDamaged of [false, true]) {
    test(`a backup that ${what} is refused${isDamaged ? " for a damaged store too" : ""}`, async () => {
      const from = await backedUp(1, 2);
      change(sql)(from);
      const file = storeFile();
      const store = await openSqliteStore({ file });
      await store.events.append([review(7)], simpleRecall);
      await store.close();
      if (isDamaged) writeFileSync(file, "words ".repeat(500));
      const before = readFileSync(file);
      const isRefused = { code: "VIVA_BACKUP_UNREADABLE", message: named };
      await assert.rejects(restoreStore(file, from), isRefused);
      assert.deepEqual(readFileSync(file), before);
      assert.deepEqual(readdirSync(dirname(file)), ["vivarium.db"]);
    });
  }
}

for (const [what, sql, code, named] of [
  [
    "an event without a time",
    "update event set at = 'then' where id like '%2'",
    "VIVA_BACKUP_UNREADABLE",
    /has no time/,
  ],
  [
    "an event that is not whole",
    "update event set payload = '{}' where id like '%2'",
    "VIVA_BACKUP_UNREADABLE",
    /is not whole/,
  ],
  ["an event of a newer program", "update event set kind = 'dance'", "VIVA_STORE_NEWER", /dance/],
  [
    "a date that is none",
    "update recall set due = 9007199254740993",
    "VIVA_BACKUP_UNREADABLE",
    /recalling mine-001/,
  ],
  ["endless memory", "update recall set stability = 9e999", "VIVA_BACKUP_UNREADABLE", /recalling mine-001/],
] as const) {
  test(`a backup that holds ${what} leaves the store as it was`, async () => {
    const from = await backedUp(1, 2);
    change(sql)(from);
    const file = storeFile();
    const store = await openSqliteStore({ file });
    await store.events.append([review(7)], simpleRecall);
    await assert.rejects(restoreStore(file, from), { code, message: named });
    assert.deepEqual(await collect(store.events.all(ANN)), [review(7)]);
    await store.close();
    assert.deepEqual(readdirSync(dirname(file)), ["vivarium.db"]);
  });
}

test("a newer store is not replaced", async () => {
  const from = await backedUp(1);
  const file = storeFile();
  await (await openSqliteStore({ file, migrations: newest })).close();
  const before = readFileSync(file);
  await assert.rejects(restoreStore(file, from), { code: "VIVA_STORE_NEWER" });
  assert.deepEqual(readFileSync(file), before);
});

for (const [what, damage] of [
  ["whole", spoil((bytes) => bytes.fill(0x5a))],
  ["in its pages", spoil((bytes) => bytes.fill(0x5a, 4096 * 2))],
] as const) {
  test(`a store that is damaged ${what} is set aside, and the backup takes its place`, async () => {
    const from = await backedUp(1, 2);
    const file = storeFile();
    const store = await openSqliteStore({ file });
    const many = Array.from({ length: 200 }, (_, at) => review(at + 1));
    await store.events.append(many, simpleRecall);
    await store.close();
    damage(file);
    const restored = await restoreStore(file, from);
    assert.deepEqual(restored, { events: 2, setAside: `${file}.damaged-1` });
    assert.ok(existsSync(`${file}.damaged-1`));
    const again = await openSqliteStore({ file });
    assert.deepEqual(await collect(again.events.all(ANN)), [review(1), review(2)]);
    await again.close();
  });
}

test("a store that is being written for too long is as it was", async () => {
  const from = await backedUp(1);
  const file = storeFile();
  const store = await openSqliteStore({ file });
  await store.events.append([review(7)], simpleRecall);
  const other = new DatabaseSync(file);
  other.exec("begin immediate");
  await assert.rejects(restoreStore(file, from), { code: "VIVA_STORE_BUSY" });
  other.exec("commit");
  other.close();
  assert.deepEqual(await collect(store.events.all(ANN)), [review(7)]);
  await store.close();
  assert.deepEqual(readdirSync(dirname(file)), ["vivarium.db"]);
});
