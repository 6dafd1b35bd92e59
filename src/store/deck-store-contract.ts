import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeckName, PointId, QuestionId } from "../base/index.ts";
import type { DeckInfo, Question } from "../deck/index.ts";
import type { DeckStore } from "./deck-store.ts";

export const INFO: DeckInfo = {
  name: "mine" as DeckName,
  title: "Mine",
  licence: "MIT",
  language: "en",
  sections: ["One", "Two"],
  text: "For me.",
};

/** A question with every kind of part. */
export function exampleQuestion(number: number): Question {
  return {
    id: `mine-${String(number).padStart(3, "0")}` as QuestionId,
    section: number % 2 === 0 ? "Two" : "One",
    level: 2,
    tags: ["a"],
    refs: ["RFC 9110"],
    related: [],
    title: `Question ${number}?`,
    body: "```\n## code\n```",
    answer: "An answer.",
    points: [{ id: "p" as PointId, text: "A claim.", weight: 2, variants: ["so"] }],
    proposed: false,
    misconceptions: [{ point: "p" as PointId, claim: "No.", correction: "Yes." }],
    followUps: [{ point: "*", text: "And?" }],
    source: "notes.md:3",
    lab: "",
    noLab: "",
    shown: [],
    unknown: [],
  };
}

/** What every adapter of {@link DeckStore} must do; `open` gives an empty one. */
export function deckStoreContract(name: string, open: () => Promise<DeckStore>): void {
  test(`${name}: what was saved is loaded, all of it, by section`, async () => {
    const store = await open();
    await store.save(INFO, [1, 2, 3].map(exampleQuestion), { replace: false });
    const loaded = await store.load(INFO.name);
    assert.ok(loaded);
    assert.deepEqual(loaded.deck, { ...INFO, questions: [1, 3, 2].map(exampleQuestion) });
    assert.deepEqual(loaded.problems, []);
  });

  test(`${name}: a deck that is not there is null, and the list is empty`, async () => {
    const store = await open();
    assert.equal(await store.load(INFO.name), null);
    assert.deepEqual(await store.list(), []);
  });

  test(`${name}: a deck is not overwritten unless that is asked for`, async () => {
    const store = await open();
    await store.save(INFO, [exampleQuestion(1)], { replace: false });
    await assert.rejects(store.save(INFO, [], { replace: false }), { code: "VIVA_DECK_EXISTS" });
    assert.equal((await store.load(INFO.name))?.deck.questions.length, 1);
    await store.save(INFO, [exampleQuestion(1), exampleQuestion(2)], { replace: true });
    assert.equal((await store.load(INFO.name))?.deck.questions.length, 2);
  });

  test(`${name}: the list tells names, titles and numbers of questions`, async () => {
    const store = await open();
    await store.save(INFO, [exampleQuestion(1)], { replace: false });
    await store.save({ ...INFO, name: "also" as DeckName, title: "Also" }, [], { replace: false });
    assert.deepEqual(await store.list(), [
      { name: "also", title: "Also", questions: 0, writable: true },
      { name: "mine", title: "Mine", questions: 1, writable: true },
    ]);
  });

  test(`${name}: the version stays while the deck stays, and is another after it was saved`, async () => {
    const store = await open();
    assert.equal(await store.version(INFO.name), null);
    await store.save(INFO, [exampleQuestion(1)], { replace: false });
    const first = await store.version(INFO.name);
    assert.equal(typeof first, "string");
    assert.equal(await store.version(INFO.name), first);
    await store.save(INFO, [exampleQuestion(1), exampleQuestion(2)], { replace: true });
    assert.notEqual(await store.version(INFO.name), first);
  });
}
