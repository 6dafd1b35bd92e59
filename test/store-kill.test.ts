import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { seededRandom } from "../src/base/index.ts";
import { openSqliteStore, type Store } from "../src/store/index.ts";
import { bundleFixture } from "./fixtures/bundle-fixture.ts";
import { ANN, idOf, review, simpleRecall } from "./fixtures/store-entries.ts";
import { temporaryFolders } from "./fixtures/store-folders.ts";
import { questionOf } from "./fixtures/store-reviews.ts";

const { storeFile, removeAll } = temporaryFolders();
after(removeAll);

const KILLS = 200;
/** Each chain has its file, and one child at a time. */
const CHAINS = 2;
/** Between the numbers of one child's reviews and the next's: more than it lives to write. */
const FAR = 10_000;
/** Milliseconds after the first acknowledgement: some ten events. */
const LONGEST_LIFE = 12;

// A minute where nothing else runs; the limit is for machines where much does.
const limit = { timeout: 600_000 };
test(
  `an event that was acknowledged is there after the process was killed, ${KILLS} times`,
  limit,
  async () => {
    const program = await bundleFixture("store-writer", dirname(storeFile()));
    const random = seededRandom("kill");
    const chain = async () => {
      const file = storeFile();
      const acknowledged: number[] = [];
      for (let kill = 0; kill < KILLS / CHAINS; kill++) {
        const said = await writeUntilKilled(program, file, kill * FAR + 1, random() * LONGEST_LIFE);
        assert.ok(said.length > 0, "the writer wrote");
        acknowledged.push(...said);
        await verify(file, said);
      }
      await verify(file, acknowledged);
      const sqlite = new DatabaseSync(file);
      assert.deepEqual({ ...sqlite.prepare("pragma integrity_check").get() }, { integrity_check: "ok" });
      sqlite.close();
    };
    await Promise.all(Array.from({ length: CHAINS }, chain));
  },
);

/** The numbers of the reviews whose ids the writer printed before its end. */
async function writeUntilKilled(
  program: string,
  file: string,
  first: number,
  lifeMs: number,
): Promise<number[]> {
  const child: ChildProcess = spawn(process.execPath, [program, file, String(first)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(program), "cache") },
  });
  assert.ok(child.stdout);
  let said = "";
  const started = new Promise<void>((resolve) => {
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      resolve();
    });
  });
  const ended = once(child, "close");
  await Promise.race([started, ended]);
  await setTimeout(lifeMs);
  child.kill("SIGKILL");
  await ended;
  assert.equal(child.signalCode, "SIGKILL");
  // The last line may be half of one.
  const ids = said
    .slice(0, said.lastIndexOf("\n") + 1)
    .split("\n")
    .filter((line) => line !== "");
  return ids.map((id, at) => {
    assert.equal(id, idOf(first + at));
    return first + at;
  });
}

/** Looks for each of them with its words, and at the index; also of the next, which may be kept and not acknowledged. */
async function verify(file: string, numbers: readonly number[]): Promise<void> {
  const store = await openSqliteStore({ file });
  for (const number of numbers) {
    const found = await store.events.find(ANN, idOf(number));
    assert.ok(found, `review ${number} is there`);
    assert.deepEqual(found.turns, [`answer ${number}`, "more words ".repeat(20)]);
    assert.deepEqual(found.event, review(number, { question: questionOf(number) }).event);
  }
  const next = Math.max(...numbers) + 1;
  for (const question of new Set([...numbers, next].map(questionOf))) await verifyIndex(store, question);
  await store.close();
}

async function verifyIndex(store: Store, question: ReturnType<typeof questionOf>): Promise<void> {
  const events = await store.events.ofQuestion(ANN, question);
  const derived = simpleRecall(events.map(({ event }) => event));
  assert.deepEqual(await store.recalls.of(ANN, [question]), derived === null ? [] : [derived]);
}
