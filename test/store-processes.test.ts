import assert from "node:assert/strict";
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Readable, Writable } from "node:stream";
import { after, before, test } from "node:test";
import { openSqliteStore } from "../src/store/index.ts";
import { bundleFixture } from "./fixtures/bundle-fixture.ts";
import { ANN, collect, idOf, review, simpleRecall } from "./fixtures/store-entries.ts";
import { temporaryFolders } from "./fixtures/store-folders.ts";
import { questionOf } from "./fixtures/store-reviews.ts";

const { storeFile, removeAll } = temporaryFolders();
after(removeAll);

let folder = "";
before(async () => {
  folder = dirname(storeFile());
  for (const name of ["store-writer", "store-migrator"]) await bundleFixture(name, folder);
});

/** A process that is ready to append `count` reviews from `first` on, when it is told "go". */
const writer = (file: string, first: number, count: number): Promise<Waiting> =>
  start("store-writer", file, `${first}`, `${count}`, "go");

async function start(name: string, ...args: readonly string[]): Promise<Waiting> {
  const child = spawn(process.execPath, [join(folder, `${name}.mjs`), ...args], { stdio: "pipe" });
  let said = "";
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = once(child, "close").then(() => ({ said, errors, code: child.exitCode }));
  await Promise.race([once(child.stdout, "data"), ended]);
  return { child, ended };
}
interface Waiting {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly ended: Promise<{ said: string; errors: string; code: number | null }>;
}

const WRITERS = 4;
const EACH = 25;

for (const round of [1, 2, 3]) {
  test(`processes that open a new file at once and write lose nothing and fail nowhere (${round})`, async () => {
    const file = storeFile();
    const numbers = Array.from({ length: WRITERS }, (_, at) => at * 1000 + 1);
    const writers = await Promise.all(numbers.map((first) => writer(file, first, EACH)));
    for (const { child } of writers) child.stdin.write("go\n");
    for (const { ended } of writers) {
      const { said, errors, code } = await ended;
      assert.equal(errors, "");
      assert.equal(code, 0);
      assert.equal(said.trim().split("\n").length, EACH + 1);
    }
    const store = await openSqliteStore({ file });
    const kept = await collect(store.events.all(ANN));
    const wanted = numbers.flatMap((first) => Array.from({ length: EACH }, (_, at) => idOf(first + at)));
    assert.deepEqual(
      kept.map(({ event }) => event.id),
      wanted,
    );
    for (const question of new Set(kept.map(({ event }) => event.question))) {
      const events = await store.events.ofQuestion(ANN, question);
      assert.deepEqual(await store.recalls.of(ANN, [question]), [
        simpleRecall(events.map(({ event }) => event)),
      ]);
    }
    await store.close();
  });
}

test("a process that holds the lock for a second only delays another", async () => {
  const file = storeFile();
  const store = await openSqliteStore({ file });
  await store.events.append([review(1, { question: questionOf(1) })], simpleRecall);
  const { child, ended } = await writer(file, 2, 3);
  const holder = new DatabaseSync(file);
  holder.exec("begin immediate");
  const started = performance.now();
  child.stdin.write("go\n");
  const release = setTimeout(() => holder.exec("commit"), 1000);
  const { errors, code } = await ended;
  clearTimeout(release);
  assert.ok(performance.now() - started >= 1000);
  assert.equal(errors, "");
  assert.equal(code, 0);
  holder.close();
  assert.equal((await collect(store.events.all(ANN))).length, 4);
  await store.close();
});

test("what one process writes, another that has the store open reads at once", async () => {
  const file = storeFile();
  const reader = await openSqliteStore({ file });
  const { child, ended } = await writer(file, 1, 3);
  child.stdin.write("go\n");
  await ended;
  assert.equal((await collect(reader.events.all(ANN))).length, 3);
  await reader.close();
});

test("of processes that open an older store at once one migrates it, and none fails", async () => {
  const file = storeFile();
  const store = await openSqliteStore({ file });
  await store.events.append([review(1)], simpleRecall);
  await store.close();
  const waiting = await Promise.all(Array.from({ length: WRITERS }, () => start("store-migrator", file)));
  for (const { child } of waiting) child.stdin.write("go\n");
  const ran = [];
  for (const { ended } of waiting) {
    const { said, errors } = await ended;
    assert.equal(errors, "");
    ran.push(said.trim().split("\n").at(-1));
  }
  assert.deepEqual(ran.sort(), ["no", "no", "no", "yes"]);
});
