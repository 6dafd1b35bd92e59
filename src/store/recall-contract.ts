import assert from "node:assert/strict";
import { ANN, BEN, MINE, review, simpleRecall } from "../../test/fixtures/store-entries.ts";
import { storeTests } from "../../test/fixtures/store-tests.ts";
import { DAY_MS, type DeckName, type QuestionId } from "../base/index.ts";
import type { Entry } from "./event-store.ts";
import type { RecallRow } from "./recall-index.ts";
import type { Store } from "./store.ts";

const OTHER = "other" as DeckName;
const questionOf = (number: number) => `mine-${String(number).padStart(4, "0")}` as QuestionId;

/** Reviewed once at this time, so due a day later. */
const asked = (number: number, at: number, more: { deck?: DeckName; person?: typeof ANN } = {}): Entry =>
  review(number, { at, question: questionOf(number), ...more });
const numbersOf = (rows: readonly RecallRow[]) => rows.map(({ question }) => Number(question.slice(5)));

/** What an adapter's recall index must do. */
export function recallContract(name: string, open: () => Promise<Store>): void {
  const withStore = storeTests(name, open);

  withStore(
    "due are those of the deck and the person in the span, soonest first",
    async ({ events, recalls }) => {
      const log = [asked(1, 30), asked(2, 10), asked(3, 20), asked(4, 20), asked(5, 40)];
      const others = [asked(6, 20, { deck: OTHER }), asked(7, 20, { person: BEN })];
      await events.append([...log, ...others], simpleRecall);
      const span = { from: DAY_MS + 10, to: DAY_MS + 40 };
      const rows = await recalls.due(ANN, MINE, span, { limit: 9 });
      assert.deepEqual(numbersOf(rows), [2, 3, 4, 1], "from is included, to is not");
      assert.deepEqual(rows[0], simpleRecall([asked(2, 10).event]));
      assert.deepEqual(numbersOf(await recalls.due(ANN, MINE, span, { limit: 2 })), [2, 3]);
      assert.deepEqual(numbersOf(await recalls.due(ANN, OTHER, span, { limit: 9 })), [6]);
      assert.deepEqual(await recalls.due(ANN, MINE, { from: 0, to: 0 }, { limit: 9 }), []);
      const [first = null] = await recalls.due(ANN, MINE, { from: 0, to: span.to }, { limit: 1 });
      const later = { ...span, from: DAY_MS + 11 };
      assert.deepEqual(numbersOf(await recalls.due(ANN, MINE, later, { limit: 9, after: first })), [3, 4, 1]);
    },
  );

  withStore("pages of what is due meet without gap or repetition, also at one moment", async (store) => {
    const { events, recalls } = store;
    const log = Array.from({ length: 23 }, (_, each) => asked(each + 1, Math.floor(each / 9)));
    await events.append(log, simpleRecall);
    const seen = [];
    let after: RecallRow | null = null;
    for (;;) {
      const page: RecallRow[] = await recalls.due(
        ANN,
        MINE,
        { from: 0, to: DAY_MS + 2 },
        { limit: 4, after },
      );
      seen.push(...numbersOf(page));
      after = page.at(-1) ?? null;
      if (after === null) break;
    }
    assert.deepEqual(
      seen,
      Array.from({ length: 18 }, (_, each) => each + 1),
    );
  });

  withStore("counting goes up to the limit and no further", async ({ events, recalls }) => {
    await events.append(
      Array.from({ length: 30 }, (_, each) => asked(each + 1, each)),
      simpleRecall,
    );
    const span = { from: DAY_MS + 10, to: DAY_MS + 25 };
    for (const [atMost, wanted] of [
      [100, 15],
      [15, 15],
      [4, 4],
      [0, 0],
    ] as const) {
      assert.equal(await recalls.count(ANN, MINE, span, atMost), wanted);
    }
    assert.equal(await recalls.count(ANN, OTHER, span, 9), 0);
    assert.equal(await recalls.count(BEN, MINE, span, 9), 0);
  });

  withStore(
    "rows are found for many questions at once, each once, none for those never asked",
    async (store) => {
      const { events, recalls } = store;
      await events.append([asked(1, 1), asked(1200, 2), asked(3, 3, { person: BEN })], simpleRecall);
      const many = Array.from({ length: 1300 }, (_, each) => questionOf(each));
      const rows = await recalls.of(ANN, [...many, questionOf(1)]);
      assert.deepEqual(numbersOf(rows).sort(), [1, 1200]);
      assert.deepEqual(await recalls.of(ANN, []), []);
    },
  );
}
