import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { ANN, collect, idsOf, Q1, review, simpleRecall } from "../../../test/fixtures/store-entries.ts";
import { temporaryFolders } from "../../../test/fixtures/store-folders.ts";
import { backUpStore, describeStore, openSqliteStore } from "../sqlite-store.ts";

const { storeFile, removeAll } = temporaryFolders();
after(removeAll);

test("a backup taken while others write holds all of what was there, and opens as a store", async () => {
  const file = storeFile();
  const to = join(dirname(storeFile()), "copy.db");
  const store = await openSqliteStore({ file });
  for (let number = 1; number <= 20; number++) await store.events.append([review(number)], simpleRecall);
  const writing = Array.from({ length: 20 }, (_, at) => store.events.append([review(21 + at)], simpleRecall));
  await backUpStore(file, to);
  await Promise.all(writing);
  await store.close();
  if (process.platform !== "win32") assert.equal(statSync(to).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(dirname(to)), ["copy.db"]);
  const copy = await openSqliteStore({ file: to });
  const events = await copy.events.ofQuestion(ANN, Q1);
  assert.ok(events.length >= 20);
  assert.equal((await copy.recalls.of(ANN, [Q1]))[0]?.reviews, events.length, "of one moment");
  assert.deepEqual(idsOf(await collect(copy.events.all(ANN))), idsOf(events));
  await copy.close();
  assert.deepEqual(await describeStore(to), { schema: 1, events: events.length, answers: events.length });
});

test("a backup lets nobody in", async () => {
  const file = storeFile();
  const to = `${file}.copy`;
  const store = await openSqliteStore({ file });
  const secret = { person: ANN, createdAt: 1, expiresAt: 1000 };
  await store.sessions.addSession({ ...secret, hash: "hash-of-session" });
  await store.sessions.addLink({ ...secret, hash: "hash-of-link" });
  await backUpStore(file, to);
  assert.ok(!readFileSync(to).includes("hash-of-"));
  assert.ok(await store.sessions.session("hash-of-session", 2), "the store itself keeps them");
  await store.close();
});

test("without a store there is nothing to back up, and none is made", async () => {
  const file = storeFile();
  await assert.rejects(backUpStore(file, `${file}.copy`), { code: "VIVA_FILE_NOT_FOUND" });
  assert.deepEqual(readdirSync(dirname(file)), []);
});

test("what cannot be backed up leaves the older backup as it was", async () => {
  const file = storeFile();
  const to = `${file}.copy`;
  writeFileSync(to, "older");
  writeFileSync(file, "no store. ".repeat(100));
  await assert.rejects(backUpStore(file, to), { code: "VIVA_STORE_DAMAGED" });
  assert.equal(readFileSync(to, "utf8"), "older");
  const other = storeFile();
  await (await openSqliteStore({ file: other })).close();
  await assert.rejects(backUpStore(other, join(dirname(to), "nowhere", "copy.db")), {
    code: "VIVA_STORE_UNWRITABLE",
  });
});
