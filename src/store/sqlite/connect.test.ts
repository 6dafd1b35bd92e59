import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { ANN, idOf, review, simpleRecall } from "../../../test/fixtures/store-entries.ts";
import { temporaryFolders } from "../../../test/fixtures/store-folders.ts";
import { openSqliteStore } from "../sqlite-store.ts";
import { connect } from "./connect.ts";
import { numberOf } from "./file-version.ts";
import { migrations } from "./migrations.ts";
import { using } from "./open-file.ts";

const { storeFile, removeAll } = temporaryFolders();
after(removeAll);

const isPosix = process.platform !== "win32";

test("a store is opened in a folder that is not there yet, and keeps its id", async () => {
  const file = join(dirname(storeFile()), "a", "b", "vivarium.db");
  const first = await openSqliteStore({ file });
  await first.check();
  await first.close();
  await first.close();
  const second = await openSqliteStore({ file });
  assert.match(first.device, /^[0-9a-f]{32}$/);
  assert.equal(second.device, first.device);
  const other = await openSqliteStore({ file: storeFile() });
  assert.notEqual(other.device, first.device);
  await Promise.all([second.close(), other.close()]);
});

test("file, log and new folders are for the owner alone", { skip: !isPosix }, async () => {
  const file = join(dirname(storeFile()), "home", "vivarium.db");
  const before = process.umask(0);
  try {
    const store = await openSqliteStore({ file });
    await store.events.append([review(1)], simpleRecall);
    for (const path of [file, `${file}-wal`, `${file}-shm`]) assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.equal(statSync(dirname(file)).mode & 0o777, 0o700);
    await store.close();
  } finally {
    process.umask(before);
  }
});

test("a commit waits for the disk, what is deleted is overwritten, keys are checked", async () => {
  using(await connect(storeFile(), migrations), (sqlite) => {
    assert.equal(sqlite.prepare("pragma journal_mode").get()?.journal_mode, "wal");
    assert.equal(numberOf(sqlite, "pragma synchronous"), 2);
    assert.equal(numberOf(sqlite, "pragma secure_delete"), 1);
    assert.equal(numberOf(sqlite, "pragma foreign_keys"), 1);
    assert.ok(numberOf(sqlite, "pragma busy_timeout") > 0);
  });
});

for (const [what, content] of [
  ["text", Buffer.from("These are my notes, and they are no database at all. ".repeat(20))],
  [
    "half a header",
    Buffer.from("SQLite format 3\0 and then nothing that makes sense, for some bytes more".repeat(9)),
  ],
] as const) {
  test(`a file that holds ${what} is damaged, and stays as it is`, async () => {
    const file = storeFile();
    writeFileSync(file, content);
    await assert.rejects(openSqliteStore({ file }), (error: Error & { code?: string }) => {
      assert.equal(error.code, "VIVA_STORE_DAMAGED");
      assert.match(error.message, /viva restore/);
      return true;
    });
    assert.deepEqual(readFileSync(file), content);
  });
}

test("a damaged page is told when it is met", async () => {
  const file = storeFile();
  const store = await openSqliteStore({ file });
  const many = Array.from({ length: 300 }, (_, each) => review(each + 1));
  await store.events.append(many, simpleRecall);
  await store.close();
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 4096, bytes.length);
  writeFileSync(file, bytes);
  const reopened = openSqliteStore({ file }).then(async (opened) => {
    try {
      await opened.events.find(ANN, idOf(1));
    } finally {
      await opened.close();
    }
  });
  await assert.rejects(reopened, { code: "VIVA_STORE_DAMAGED" });
});

test("the database of another program is left alone", async () => {
  const file = storeFile();
  using(new DatabaseSync(file), (sqlite) => sqlite.exec("create table bookmarks (url text)"));
  const before = readFileSync(file);
  await assert.rejects(openSqliteStore({ file }), /another program/);
  assert.deepEqual(readFileSync(file), before);
});

test("a newer store is refused and untouched", async () => {
  const file = storeFile();
  using(await connect(file, migrations), (sqlite) => sqlite.exec("pragma user_version = 99"));
  const before = readFileSync(file);
  await assert.rejects(openSqliteStore({ file }), {
    code: "VIVA_STORE_NEWER",
    message: /99.*Nothing was changed/,
  });
  assert.deepEqual(readFileSync(file), before);
});

test("an event of a kind this program does not know is one of a newer program", async () => {
  const file = storeFile();
  const store = await openSqliteStore({ file });
  await store.events.append([review(1)], simpleRecall);
  using(new DatabaseSync(file), (sqlite) => sqlite.exec("update event set kind = 'dance'"));
  await assert.rejects(store.events.find(ANN, idOf(1)), { code: "VIVA_STORE_NEWER", message: /dance/ });
  await store.close();
});

for (const [what, change] of [
  ["is not JSON", "pragma ignore_check_constraints = on; update event set payload = substr(payload, 9)"],
  ["is that of no review", "update event set payload = '{}'"],
  ["has a rating that is none", "update event set payload = json_set(payload, '$.rating', 'brilliant')"],
  ["has half a verdict", "update event set payload = json_set(payload, '$.verdicts', json('[null]'))"],
] as const) {
  test(`an event whose payload ${what} is damage, and is told so by everything that reads it`, async () => {
    const file = storeFile();
    const store = await openSqliteStore({ file });
    await store.events.append([review(1)], simpleRecall);
    using(new DatabaseSync(file), (sqlite) => sqlite.exec(change));
    const isTold = { code: "VIVA_STORE_DAMAGED", message: new RegExp(`${idOf(1)} is not whole`) };
    await assert.rejects(store.events.find(ANN, idOf(1)), isTold);
    await assert.rejects(store.events.rebuild(simpleRecall), isTold);
    await assert.rejects(store.events.append([review(2)], simpleRecall), isTold);
    await store.close();
  });
}

test("a place that cannot be written is one clear error", async () => {
  const folder = dirname(storeFile());
  writeFileSync(join(folder, "file"), "");
  mkdirSync(join(folder, "vivarium.db"));
  for (const path of ["file/home/vivarium.db", "vivarium.db"]) {
    await assert.rejects(openSqliteStore({ file: join(folder, path) }), {
      code: "VIVA_STORE_UNWRITABLE",
      message: /VIVA_HOME/,
    });
  }
});

test("a folder without permission is one clear error", {
  skip: !isPosix || process.getuid?.() === 0,
}, async () => {
  const file = storeFile();
  chmodSync(dirname(file), 0o500);
  await assert.rejects(openSqliteStore({ file }), { code: "VIVA_STORE_UNWRITABLE" });
  chmodSync(dirname(file), 0o700);
});

test("a full disk keeps nothing of the call, and says so", { skip: !isPosix }, async () => {
  const file = storeFile();
  await (await openSqliteStore({ file })).close();
  const program = fileURLToPath(new URL("../../../test/fixtures/store-filler.ts", import.meta.url));
  // Files may grow to this many blocks; the signal that goes with it is ignored, so writing fails as on a full disk.
  const script = `trap '' XFSZ; ulimit -f 4000; exec "$0" "$1" "$2"`;
  const said = execFileSync("sh", ["-c", script, process.execPath, program, file], { encoding: "utf8" });
  const { code, kept } = JSON.parse(said);
  assert.equal(code, "VIVA_STORE_UNWRITABLE");
  const store = await openSqliteStore({ file });
  const found = [];
  for await (const { event } of store.events.all(ANN)) found.push(event.id);
  assert.ok(kept > 0);
  assert.equal(found.length, kept);
  await store.close();
});

test("a lock that is never given back is told after some seconds, and nothing is kept", async () => {
  const file = storeFile();
  const store = await openSqliteStore({ file });
  const other = new DatabaseSync(file);
  other.exec("begin immediate");
  let isFrozen = true;
  const timer = setTimeout(() => {
    isFrozen = false;
  }, 500);
  const started = performance.now();
  await assert.rejects(store.events.append([review(1)], simpleRecall), { code: "VIVA_STORE_BUSY" });
  assert.ok(performance.now() - started > 4000);
  assert.ok(!isFrozen, "other work of the process goes on meanwhile");
  clearTimeout(timer);
  other.exec("commit");
  other.close();
  assert.equal(await store.events.find(ANN, idOf(1)), null);
  assert.deepEqual(await store.events.append([review(1)], simpleRecall), [idOf(1)]);
  await store.close();
});

test("a new file that another process is about to fill is waited for", async () => {
  const file = storeFile();
  const other = new DatabaseSync(file);
  // Not yet a write-ahead log: the change to one is refused at once while somebody writes.
  other.exec("begin immediate");
  const release = setTimeout(() => other.exec("rollback"), 700);
  const store = await openSqliteStore({ file });
  await store.check();
  clearTimeout(release);
  await store.close();
  other.close();
});

for (const [what, change] of [
  ["removed", (file: string) => rmSync(file)],
  ["moved", (file: string) => renameSync(file, `${file}.away`)],
] as const) {
  test(`a write to a file that was ${what} is refused, not lost`, { skip: !isPosix }, async () => {
    const file = storeFile();
    const store = await openSqliteStore({ file });
    change(file);
    await assert.rejects(store.events.append([review(1)], simpleRecall), { code: "VIVA_STORE_UNWRITABLE" });
    await assert.rejects(store.check(), { code: "VIVA_STORE_UNWRITABLE" }, "and it is not ready");
    await store.close();
    assert.ok(!existsSync(file));
  });
}

test("closing waits for what was begun", async () => {
  const file = storeFile();
  const store = await openSqliteStore({ file });
  const writing = store.events.append([review(1)], simpleRecall);
  await store.close();
  assert.deepEqual(await writing, [idOf(1)]);
  const again = await openSqliteStore({ file });
  assert.deepEqual(await again.events.find(ANN, idOf(1)), review(1));
  await again.close();
});
