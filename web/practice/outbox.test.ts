import assert from "node:assert/strict";
import { test } from "node:test";
import { VivaProblem } from "../../clients/typescript/index.ts";
import { memoryStorage, type Storage } from "../kept/storage.ts";
import type { NewReview, Review } from "../shapes.ts";
import { createOutbox } from "./outbox.ts";

const FIRST = "01a20c99-9fd2-76b7-9a22-1d5b54d33926";
const SECOND = "01a20c99-9fd3-7000-9a22-1d5b54d33926";
const body: NewReview = {
  question: "docker-002",
  turns: ["one kernel"],
  firstKeyMs: 900,
  confidence: "sure",
  corrections: [{ point: "kernel", verdict: "covered" }],
};
const kept = (id: string): Review => ({
  id,
  at: "2026-11-24T09:00:00.000Z",
  deck: "docker",
  outcome: "answered",
  score: 1,
  label: "covered",
  doubt: 0,
  rating: "good",
  judge: "test",
  corrected: false,
  verdicts: [],
  due: "2026-11-27T09:00:00.000Z",
  ...body,
});
const THIRD = "01a20c99-9fd4-7000-9a22-1d5b54d33926";
const problem = (status: number, code: string | null = null) =>
  new VivaProblem({
    type: "about:blank",
    title: "No",
    status,
    detail: "no, because",
    code,
    errors: [],
  });

/** An outbox whose server answers as `answers` say, one after another, and then accepts; its waits are let go by hand. */
function outboxOf(answers: Error[] = [], storage: Storage = memoryStorage()) {
  const sent: string[] = [];
  const waits: { callback: () => void; ms: number }[] = [];
  const outbox = createOutbox({
    storage,
    async send(id) {
      sent.push(id);
      const error = answers.shift();
      if (error !== undefined) throw error;
      return kept(id);
    },
    newId: () => THIRD,
    later(callback, ms) {
      waits.push({ callback, ms });
      return () => {};
    },
  });
  return { outbox, sent, waits, storage };
}

test("outbox: what is acknowledged is gone, and its review is known", async () => {
  const { outbox, storage } = outboxOf();
  outbox.add(FIRST, "Kernel?", body);
  assert.equal(outbox.state().waiting.length, 1);
  await outbox.flush();
  assert.deepEqual(storage.keys(), []);
  assert.equal(outbox.state().kept.get(FIRST)?.due, "2026-11-27T09:00:00.000Z");
});

for (const [name, error] of [
  ["no connection", new TypeError("Failed to fetch")],
  ["a server that is stopping", problem(503)],
  ["a server with a mistake", problem(500)],
  ["too many requests", problem(429)],
] as const) {
  test(`outbox: with ${name} it is kept, tried again after longer and longer, and sent once`, async () => {
    const { outbox, sent, waits } = outboxOf([error, error, error]);
    outbox.add(FIRST, "Kernel?", body);
    await outbox.flush();
    assert.equal(outbox.state().trouble, "away");
    for (const wait of [0, 1, 2]) {
      waits[wait]?.callback();
      await outbox.flush();
    }
    assert.deepEqual(
      waits.map(({ ms }) => ms),
      [1000, 2000, 4000],
    );
    assert.equal(outbox.state().trouble, null);
    assert.deepEqual(outbox.state().waiting, []);
    assert.deepEqual(sent, [FIRST, FIRST, FIRST, FIRST]);
  });
}

test("outbox: who is signed out keeps everything", async () => {
  const { outbox } = outboxOf([problem(401)]);
  outbox.add(FIRST, "Kernel?", body);
  await outbox.flush();
  assert.equal(outbox.state().trouble, "signed-out");
  assert.equal(outbox.state().waiting.length, 1);
  // Signed in again, in another window.
  await outbox.flush();
  assert.deepEqual([outbox.state().trouble, outbox.state().waiting], [null, []]);
});

test("outbox: one that is refused stays with the reason and does not hold up the next", async () => {
  const { outbox, sent } = outboxOf([problem(409)]);
  outbox.add(FIRST, "Kernel?", body);
  outbox.add(SECOND, "Image?", body);
  await outbox.flush();
  assert.deepEqual(sent, [FIRST, SECOND]);
  const [refused] = outbox.state().waiting;
  assert.equal(refused?.refusal, "no, because");
  assert.deepEqual(refused?.body, body);
  outbox.drop(FIRST);
  assert.deepEqual(outbox.state().waiting, []);
});

test("outbox: what an earlier page left is sent, oldest first", async () => {
  const storage = memoryStorage();
  const before = outboxOf([problem(503), problem(503), problem(503)], storage);
  before.outbox.add(SECOND, "Image?", body);
  before.outbox.add(FIRST, "Kernel?", body);
  await before.outbox.flush();
  const after = outboxOf([], storage);
  assert.equal(after.outbox.state().waiting.length, 2);
  await after.outbox.flush();
  assert.deepEqual(after.sent, [FIRST, SECOND]);
});

test("outbox: what cannot be read is left alone", async () => {
  const storage = memoryStorage();
  storage.write(`viva.outbox.${FIRST}`, "{");
  const { outbox, sent } = outboxOf([], storage);
  await outbox.flush();
  assert.deepEqual(sent, []);
  assert.deepEqual(storage.keys(), [`viva.outbox.${FIRST}`]);
});

test("outbox: who watches is told", async () => {
  const { outbox } = outboxOf();
  const seen: number[] = [];
  const stop = outbox.subscribe(() => seen.push(outbox.state().waiting.length));
  outbox.add(FIRST, "Kernel?", body);
  await outbox.flush();
  stop();
  outbox.add(SECOND, "Image?", body);
  await outbox.flush();
  assert.deepEqual(seen, [1, 0]);
});

test("outbox: one whose id another window has used goes out again as a review of its own", async () => {
  const { outbox, sent, storage } = outboxOf([problem(409, "VIVA_REVIEW_CONFLICT")]);
  outbox.add(FIRST, "Kernel?", body);
  await outbox.flush();
  assert.equal(outbox.state().waiting[0]?.code, "VIVA_REVIEW_CONFLICT");
  outbox.sendAnew(FIRST);
  await outbox.flush();
  assert.deepEqual([sent, storage.keys()], [[FIRST, THIRD], []]);
  assert.deepEqual(outbox.state().kept.get(THIRD)?.turns, body.turns);
});

test("outbox: what an earlier page was refused, without a code, is still there", () => {
  const storage = memoryStorage();
  storage.write(
    `viva.outbox.${FIRST}`,
    JSON.stringify({ review: FIRST, title: "Kernel?", body, refusal: "no" }),
  );
  assert.equal(outboxOf([], storage).outbox.state().waiting[0]?.refusal, "no");
});

test("outbox: when the server has answered something else, it does not wait for its turn", async () => {
  const { outbox, sent } = outboxOf([new TypeError("Failed to fetch")]);
  outbox.retry();
  outbox.add(FIRST, "Kernel?", body);
  await outbox.flush();
  assert.equal(outbox.state().trouble, "away");
  outbox.retry();
  await outbox.flush();
  assert.deepEqual([sent, outbox.state().trouble], [[FIRST, FIRST], null]);
});
