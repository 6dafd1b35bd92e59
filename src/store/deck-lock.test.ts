import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import type { DeckName } from "../base/index.ts";
import { withDeckLock } from "./deck-lock.ts";

const MINE = "mine" as DeckName;
const HOUR = 60 * 60 * 1000;

const made: string[] = [];
async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "viva-lock-"));
  made.push(path);
  return path;
}
after(() => Promise.all(made.map((path) => rm(path, { recursive: true, force: true }))));

/** A lock whose holder was killed at that time. */
async function leaveLock(home: string, at: number): Promise<void> {
  const lock = join(home, ".lock-mine");
  await mkdir(lock);
  await writeFile(join(lock, "somebody"), "");
  await setTime(home, at);
}

/** As if the holder had last been seen at that time. */
async function setTime(home: string, at: number): Promise<void> {
  const lock = join(home, ".lock-mine");
  for (const path of [...(await readdir(lock)).map((name) => join(lock, name)), lock])
    await utimes(path, new Date(at), new Date(at));
}

/** Counts who works at once. */
class Room {
  most = 0;
  visits = 0;
  private inside = 0;
  readonly work = async () => {
    this.most = Math.max(this.most, ++this.inside);
    this.visits++;
    await setTimeout(3);
    this.inside--;
  };
}

for (const [age, what] of [
  [HOUR, "a lock that a crash left"],
  [-HOUR, "a lock from a clock that was ahead"],
] as const) {
  test(`of eight who wait for ${what}, one works at a time, and nothing is left`, {
    timeout: 60_000,
  }, async () => {
    for (let round = 0; round < 25; round++) {
      const home = await folder();
      await leaveLock(home, Date.now() - age);
      const room = new Room();
      await Promise.all(Array.from({ length: 8 }, () => withDeckLock(home, MINE, room.work)));
      assert.deepEqual([room.most, room.visits], [1, 8], `round ${round}`);
      assert.deepEqual(await readdir(home), []);
    }
  });
}

test("who was taken for dead leaves the lock of the next one alone", async () => {
  const home = await folder();
  const room = new Room();
  const gate = Promise.withResolvers<void>();
  const inside = Promise.withResolvers<void>();
  const late = withDeckLock(home, MINE, async () => {
    inside.resolve();
    await gate.promise;
  });
  await inside.promise;
  await setTime(home, Date.now() - HOUR);
  const next = withDeckLock(home, MINE, async () => {
    gate.resolve();
    await late;
    const third = withDeckLock(home, MINE, room.work);
    await setTimeout(60);
    assert.equal(room.visits, 0);
    return { third };
  });
  await (await next).third;
  assert.equal(room.visits, 1);
  assert.deepEqual(await readdir(home), []);
});

test("a lock is given back when the work fails, and one deck's lock is not another's", async () => {
  const home = await folder();
  await withDeckLock(home, MINE, async () => {
    await withDeckLock(home, "other" as DeckName, async () => {});
  });
  await assert.rejects(
    withDeckLock(home, MINE, async () => {
      throw new Error("no");
    }),
    /^Error: no$/,
  );
  await withDeckLock(home, MINE, async () => {});
  assert.deepEqual(await readdir(home), []);
});
