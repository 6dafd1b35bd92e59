import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { ANN, BEN, review, simpleRecall } from "../../../test/fixtures/store-entries.ts";
import { temporaryFolders } from "../../../test/fixtures/store-folders.ts";
import { openSqliteStore } from "../sqlite-store.ts";
import { type Migration, migrations } from "./migrations.ts";

const { storeFile, removeAll } = temporaryFolders();
after(removeAll);

const SECRET = "quetzalcoatlus";
const spoken = (number: number) =>
  review(number, { turns: [`I said ${SECRET} ${number}`, "x".repeat(3000)] });

/** The files of a store's folder in which the words stand. */
function filesWith(file: string, words: string): string[] {
  return readdirSync(dirname(file)).filter((name) => readFileSync(join(dirname(file), name)).includes(words));
}

test("after erasing, the words are in no file of the store, and those of others are", async () => {
  const file = storeFile();
  const store = await openSqliteStore({ file });
  for (let number = 1; number < 60; number++) await store.events.append([spoken(number)], simpleRecall);
  await store.events.append([review(900, { person: BEN, turns: ["ordinary words"] })], simpleRecall);
  assert.notDeepEqual(filesWith(file, SECRET), []);
  assert.deepEqual(await store.events.erase(ANN), { events: 59, answers: 59, copies: 0 });
  assert.deepEqual(filesWith(file, SECRET), []);
  assert.deepEqual(filesWith(file, "ordinary words"), ["vivarium.db"]);
  const sqlite = new DatabaseSync(file, { readOnly: true });
  assert.deepEqual(
    { ...sqlite.prepare("pragma freelist_count").get() },
    { freelist_count: 0 },
    "written anew",
  );
  sqlite.close();
  await store.close();
  assert.deepEqual(filesWith(file, SECRET), []);
});

test("erasing removes the copies that we made, and no other file", async () => {
  const file = storeFile();
  const first = await openSqliteStore({ file });
  await first.events.append([spoken(1)], simpleRecall);
  await first.close();
  const more: readonly Migration[] = [
    ...migrations,
    { version: migrations.length + 1, up: (sqlite) => sqlite.exec("create table more (a)") },
  ];
  const store = await openSqliteStore({ file, migrations: more });
  for (const end of [".restoring-77", ".restoring-77-wal", ".damaged-1", ".before-v9.part"]) {
    writeFileSync(file + end, SECRET);
  }
  const others = [".mine", "-before-v2", ".before-v2.txt", ".restoring-x"];
  for (const end of others) writeFileSync(file + end, "kept");
  assert.equal((await store.events.erase(ANN)).copies, 5);
  assert.deepEqual(filesWith(file, SECRET), []);
  for (const end of others) assert.ok(existsSync(file + end), end);
  await store.close();
});

test("a reader that keeps the words in the log is told of; erasing again removes them", async () => {
  const file = storeFile();
  const store = await openSqliteStore({ file });
  await store.events.append([spoken(1)], simpleRecall);
  const reader = new DatabaseSync(file, { readOnly: true });
  reader.exec("begin; select count(*) from event");
  await assert.rejects(store.events.erase(ANN), { code: "VIVA_STORE_BUSY", message: /erase again/ });
  reader.exec("commit");
  reader.close();
  assert.deepEqual(await store.events.erase(ANN), { events: 0, answers: 0, copies: 0 });
  assert.deepEqual(filesWith(file, SECRET), []);
  await store.close();
});
