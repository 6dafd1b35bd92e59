import assert from "node:assert/strict";
import {
  ANN,
  BEN,
  collect,
  idOf,
  idsOf,
  MINE,
  Q1,
  Q2,
  retraction,
  review,
  simpleRecall,
  spyOn,
} from "../../test/fixtures/store-entries.ts";
import { storeTests } from "../../test/fixtures/store-tests.ts";
import type { Store } from "./store.ts";

const ALWAYS = { from: 0, to: Number.MAX_SAFE_INTEGER };

/** What an adapter's log must do. */
export function eventContract(name: string, open: () => Promise<Store>): void {
  const withStore = storeTests(name, open);

  withStore("what was appended is found, with its words as they were", async ({ events }) => {
    const turns = ["", "two\r\nlines", "a\u0000b", "é 😀 \u2028", "x".repeat(100_000)];
    const entry = review(1, { turns, at: Date.UTC(2026, 1, 28, 23, 59, 59, 999) });
    assert.deepEqual(await events.append([entry, retraction(2, 1)], simpleRecall), [idOf(1), idOf(2)]);
    assert.deepEqual(await events.find(ANN, idOf(1)), entry);
    assert.deepEqual(await events.find(ANN, idOf(2)), retraction(2, 1));
    assert.equal(await events.find(ANN, idOf(3)), null);
    assert.equal(await events.find(BEN, idOf(1)), null);
  });

  withStore("half a surrogate pair is kept as U+FFFD", async ({ events }) => {
    await events.append([review(1, { turns: ["a\ud800b"] })], simpleRecall);
    assert.deepEqual((await events.find(ANN, idOf(1)))?.turns, ["a\ufffdb"]);
  });

  withStore(
    "an id that is there stays as it was, also within one call and of another person",
    async (store) => {
      const { events, recalls } = store;
      await events.append([review(1)], simpleRecall);
      const added = await events.append(
        [
          review(1, { turns: ["other"] }),
          review(2),
          review(2, { turns: ["again"] }),
          review(1, { person: BEN }),
        ],
        simpleRecall,
      );
      assert.deepEqual(added, [idOf(2)]);
      assert.deepEqual(await collect(events.all(ANN)), [review(1), review(2)]);
      assert.deepEqual(await collect(events.all(BEN)), []);
      assert.deepEqual(await recalls.of(BEN, [Q1]), []);
      assert.deepEqual(await events.append([], simpleRecall), []);
    },
  );

  withStore("order is by time, then by id, whatever the order of appending", async ({ events }) => {
    const inOrder = [review(5, { at: 1 }), review(2, { at: 7 }), review(3, { at: 7 }), review(1, { at: 8 })];
    for (const at of [2, 0, 3, 1]) await events.append(inOrder.slice(at, at + 1), simpleRecall);
    assert.deepEqual(await collect(events.all(ANN)), inOrder);
    assert.deepEqual(await events.ofQuestion(ANN, Q1), inOrder);
    assert.deepEqual(await events.ofQuestion(ANN, Q2), []);
    assert.deepEqual(await events.ofQuestion(BEN, Q1), []);
    assert.deepEqual(await events.reviews(ANN, { limit: 9 }), inOrder.toReversed());
  });

  withStore("pages of reviews meet without gap or repetition, and hold reviews only", async ({ events }) => {
    const made = [1, 2, 3, 4, 5, 6, 7].map((each) =>
      review(each, { at: Math.floor(each / 3), question: each % 2 === 0 ? Q2 : Q1 }),
    );
    await events.append([...made, retraction(8, 1), review(9, { person: BEN })], simpleRecall);
    for (const [question, wanted] of [
      [null, [7, 6, 5, 4, 3, 2, 1]],
      [Q2, [6, 4, 2]],
    ] as const) {
      const seen = [];
      let before = null;
      for (;;) {
        const page = await events.reviews(ANN, { limit: 2, before, question });
        seen.push(...idsOf(page));
        const last = page.at(-1);
        if (last === undefined) break;
        before = last.event;
      }
      assert.deepEqual(seen, wanted.map(idOf));
    }
  });

  withStore(
    "the index is derived from all events of each question touched, once, in order",
    async (store) => {
      const { events, recalls } = store;
      await events.append([review(3), review(4, { question: Q2 })], simpleRecall);
      const spy = spyOn(simpleRecall);
      await events.append([review(5), review(1), review(6, { person: BEN })], spy.derive);
      assert.deepEqual(
        spy.given.map((given) => given.map(({ person, id }) => [person, id])),
        [
          [
            [ANN, idOf(1)],
            [ANN, idOf(3)],
            [ANN, idOf(5)],
          ],
          [[BEN, idOf(6)]],
        ],
      );
      const [row] = await recalls.of(ANN, [Q1]);
      assert.deepEqual(row, simpleRecall([1, 3, 5].map((each) => review(each).event)));
      spy.given.length = 0;
      await events.append([review(5)], spy.derive);
      assert.equal(spy.given.length, 0, "nothing new, nothing derived");
    },
  );

  withStore("a question whose reviews were all taken back leaves the index", async ({ events, recalls }) => {
    await events.append([review(1)], simpleRecall);
    assert.equal(await recalls.count(ANN, MINE, ALWAYS, 9), 1);
    await events.append([retraction(2, 1)], simpleRecall);
    assert.deepEqual(await recalls.of(ANN, [Q1]), []);
    assert.equal(await recalls.count(ANN, MINE, ALWAYS, 9), 0);
  });

  withStore("when deriving or one entry fails, nothing of the call is kept", async ({ events, recalls }) => {
    await events.append([review(1)], simpleRecall);
    const before = await recalls.of(ANN, [Q1, Q2]);
    const failing = () => {
      throw new RangeError("no");
    };
    const both = [review(2), review(3, { question: Q2 })];
    await assert.rejects(events.append(both, failing), RangeError);
    for (const at of [Number.NaN, 1.5, -1, 8.64e15]) {
      await assert.rejects(events.append([...both, review(4, { at })], simpleRecall), TypeError);
    }
    assert.deepEqual(idsOf(await collect(events.all(ANN))), [idOf(1)]);
    assert.deepEqual(await recalls.of(ANN, [Q1, Q2]), before);
    assert.equal((await events.append(both, simpleRecall)).length, 2, "and it can be tried again");
  });

  withStore("calls made at once are all kept, and each sees those before it", async ({ events, recalls }) => {
    const numbers = Array.from({ length: 40 }, (_, each) => each + 1);
    const added = await Promise.all(numbers.map((each) => events.append([review(each)], simpleRecall)));
    assert.deepEqual(added.flat(), numbers.map(idOf));
    assert.equal((await recalls.of(ANN, [Q1]))[0]?.reviews, 40);
  });

  withStore("a long log is read whole, in order, and more can be written meanwhile", async ({ events }) => {
    const numbers = Array.from({ length: 1203 }, (_, each) => each + 1);
    // Many at one moment: a page may end among them.
    await events.append(
      numbers.map((each) => review(each, { at: Math.floor(each / 700) })),
      simpleRecall,
    );
    const seen = [];
    for await (const { event, turns } of events.all(ANN)) {
      seen.push(event.id);
      assert.deepEqual(turns, [`answer ${seen.length}`]);
      if (seen.length === 600) await events.append([review(9999, { at: 0, question: Q2 })], simpleRecall);
    }
    assert.deepEqual(seen, numbers.map(idOf));
  });

  withStore("the index is rebuilt from the log alone, to the same rows", async ({ events, recalls }) => {
    const log = Array.from({ length: 1300 }, (_, each) =>
      review(each + 1, {
        at: 5000 - each,
        person: each % 5 === 0 ? BEN : ANN,
        question: each < 700 ? Q1 : Q2,
      }),
    );
    await events.append([...log, retraction(2000, 3)], simpleRecall);
    const rows = async () => [...(await recalls.of(ANN, [Q1, Q2])), ...(await recalls.of(BEN, [Q1, Q2]))];
    const before = (await rows()).sort((a, b) =>
      `${a.person}${a.question}` < `${b.person}${b.question}` ? -1 : 1,
    );
    const told: number[] = [];
    assert.deepEqual(await events.rebuild(() => null), { events: 1301, questions: 4 });
    assert.deepEqual(await rows(), []);
    const done = await events.rebuild(simpleRecall, (questions) => told.push(questions));
    assert.deepEqual(done, { events: 1301, questions: 4 });
    assert.equal(told.at(-1), 4);
    const after = (await rows()).sort((a, b) =>
      `${a.person}${a.question}` < `${b.person}${b.question}` ? -1 : 1,
    );
    assert.deepEqual(after, before);
    await assert.rejects(
      events.rebuild(() => {
        throw new RangeError("no");
      }),
      RangeError,
    );
    assert.equal((await rows()).length, 4, "a rebuild that fails leaves the index as it was");
  });

  withStore("erasing removes everything of that person, and only of them", async ({ events, recalls }) => {
    const spoken = [review(1), review(2, { question: Q2, turns: ["a", "b"] }), review(3, { turns: [] })];
    await events.append([...spoken, retraction(4, 1), review(5, { person: BEN })], simpleRecall);
    assert.deepEqual(await events.count(ANN), { events: 4, answers: 2 });
    assert.deepEqual(await events.erase(ANN), { events: 4, answers: 2, copies: 0 });
    assert.deepEqual(await events.count(ANN), { events: 0, answers: 0 });
    assert.deepEqual(await collect(events.all(ANN)), []);
    assert.equal(await events.find(ANN, idOf(1)), null);
    assert.deepEqual(await events.reviews(ANN, { limit: 9 }), []);
    assert.deepEqual(await recalls.of(ANN, [Q1, Q2]), []);
    assert.equal(await recalls.count(ANN, MINE, ALWAYS, 9), 0);
    assert.deepEqual(await collect(events.all(BEN)), [review(5, { person: BEN })]);
    assert.equal((await recalls.of(BEN, [Q1])).length, 1);
    assert.deepEqual(await events.erase(ANN), { events: 0, answers: 0, copies: 0 });
    assert.deepEqual(await events.append([review(1)], simpleRecall), [idOf(1)], "the id is free again");
  });
}
