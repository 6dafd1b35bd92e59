import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeckName, PointId, QuestionId } from "../base/index.ts";
import { type DeckInfo, printQuestion, type Question } from "../deck/index.ts";
import type { DeckStore } from "./deck-store.ts";
import { LARGEST_QUESTION_FILE } from "./deck-texts.ts";

export const INFO: DeckInfo = {
  name: "mine" as DeckName,
  title: "Mine",
  licence: "MIT",
  language: "en",
  sections: ["One", "Two"],
  terms: [["job", "task", "work item"]],
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
    imported: "",
    lab: "",
    noLab: "",
    noShown: "",
    borrows: "",
    shown: [],
    unknown: [],
  };
}

/** What every adapter of {@link DeckStore} must do; `open` gives an empty one. */
export function deckStoreContract(name: string, open: () => Promise<DeckStore>): void {
  test(`${name}: what was saved is loaded, all of it, by section`, async () => {
    const store = await open();
    await store.save({ info: INFO, questions: [1, 2, 3].map(exampleQuestion) }, "new");
    const loaded = await store.load(INFO.name);
    assert.ok(loaded);
    assert.deepEqual(loaded.deck, { ...INFO, questions: [1, 3, 2].map(exampleQuestion) });
    assert.deepEqual(loaded.problems, []);
    assert.deepEqual(loaded.lostIds, []);
  });

  test(`${name}: a deck that is not there is null, and the list is empty`, async () => {
    const store = await open();
    assert.equal(await store.load(INFO.name), null);
    assert.deepEqual(await store.list(), []);
  });

  test(`${name}: a deck is not overwritten unless that is asked for`, async () => {
    const store = await open();
    await store.save({ info: INFO, questions: [exampleQuestion(1)] }, "new");
    await assert.rejects(store.save({ info: INFO, questions: [] }, "new"), { code: "VIVA_DECK_EXISTS" });
    assert.equal((await store.load(INFO.name))?.deck.questions.length, 1);
    await store.save({ info: INFO, questions: [exampleQuestion(1), exampleQuestion(2)] }, "replace");
    assert.equal((await store.load(INFO.name))?.deck.questions.length, 2);
  });

  test(`${name}: the list tells names, titles and numbers of questions`, async () => {
    const store = await open();
    await store.save({ info: INFO, questions: [exampleQuestion(1)] }, "new");
    await store.save({ info: { ...INFO, name: "also" as DeckName, title: "Also" }, questions: [] }, "new");
    assert.deepEqual(await store.list(), [
      { name: "also", title: "Also", questions: 0, writable: true },
      { name: "mine", title: "Mine", questions: 1, writable: true },
    ]);
  });

  test(`${name}: the version stays while the deck stays, and is another after it was saved`, async () => {
    const store = await open();
    assert.equal(await store.version(INFO.name), null);
    await store.save({ info: INFO, questions: [exampleQuestion(1)] }, "new");
    const first = await store.version(INFO.name);
    assert.equal(typeof first, "string");
    assert.equal(await store.version(INFO.name), first);
    await store.save({ info: INFO, questions: [exampleQuestion(1), exampleQuestion(2)] }, "replace");
    assert.notEqual(await store.version(INFO.name), first);
  });

  test(`${name}: what is kept aside is not asked, keeps its text, and is forgotten only when it is left out`, async () => {
    const store = await open();
    assert.deepEqual(await store.gone(INFO.name), []);
    const gone = [exampleQuestion(2), exampleQuestion(4)];
    await store.save({ info: INFO, questions: [exampleQuestion(1)], gone }, "new");
    assert.deepEqual(await store.gone(INFO.name), gone);
    assert.deepEqual((await store.load(INFO.name))?.deck.questions, [exampleQuestion(1)]);
    await store.save({ info: INFO, questions: [exampleQuestion(1)] }, "replace");
    assert.deepEqual(await store.gone(INFO.name), []);
  });

  test(`${name}: media come back byte for byte, new ones join those that are there, and no path leads out`, async () => {
    const store = await open();
    const bytes = Uint8Array.of(0, 255, 10, 13);
    const deck = { info: INFO, questions: [exampleQuestion(1)] };
    await store.save({ ...deck, media: [{ name: "a.png", bytes }] }, "new");
    await store.save({ ...deck, media: [{ name: "b.png", bytes }] }, "replace");
    assert.deepEqual(await store.mediaNames(INFO.name), ["a.png", "b.png"]);
    assert.deepEqual([...((await store.media(INFO.name, "a.png")) ?? [])], [...bytes]);
    for (const file of ["c.png", "../deck.md", "..", "", "a.png/", "/etc/passwd", "a.png\0"])
      assert.equal(await store.media(INFO.name, file), null, file);
    assert.equal(await store.media("other" as DeckName, "a.png"), null);
  });

  test(`${name}: who saves over an older version than there is, is told, and what is there stays`, async () => {
    const store = await open();
    const deck = (count: number) => ({
      info: INFO,
      questions: Array.from({ length: count }, (_, at) => exampleQuestion(at + 1)),
    });
    await store.save(deck(1), "new");
    const version = (await store.version(INFO.name)) ?? "";
    await store.save(deck(2), { version });
    for (const late of [
      () => store.save(deck(3), { version }),
      () => store.saveQuestion(INFO.name, exampleQuestion(1), { version }),
    ]) {
      await assert.rejects(late(), { code: "VIVA_DECK_CHANGED" });
    }
    assert.equal((await store.load(INFO.name))?.deck.questions.length, 2);
    await assert.rejects(store.save({ ...deck(1), info: { ...INFO, name: "no" as DeckName } }, { version }), {
      code: "VIVA_DECK_CHANGED",
    });
  });

  test(`${name}: a question that no deck file can hold is refused by its title, and the deck stays as it was`, async () => {
    const store = await open();
    const first = { info: INFO, questions: [exampleQuestion(1)], gone: [exampleQuestion(2)] };
    await store.save(first, "new");
    const rest =
      LARGEST_QUESTION_FILE - Buffer.byteLength(printQuestion({ ...exampleQuestion(1), answer: "" }));
    // Bytes count, not characters.
    const answer = (bytes: number) => "é".repeat(Math.floor(bytes / 2)) + "x".repeat(bytes % 2);
    const heading =
      printQuestion({ ...exampleQuestion(1), answer: "x" }).length -
      printQuestion({ ...exampleQuestion(1), answer: "" }).length -
      1;
    const fits = { ...exampleQuestion(1), answer: answer(rest - heading) };
    const large = { ...exampleQuestion(1), answer: answer(rest - heading + 1) };
    const version = (await store.version(INFO.name)) ?? "";
    for (const keep of [
      () => store.save({ ...first, questions: [large] }, { version }),
      () => store.save({ ...first, gone: [large] }, { version }),
      () => store.saveQuestion(INFO.name, large, { version }),
      () => store.save({ ...first, info: { ...INFO, text: answer(LARGEST_QUESTION_FILE) } }, { version }),
    ]) {
      await assert.rejects(keep(), {
        code: "VIVA_FILE_TOO_LARGE",
        message: /^(?:the question "Question 1\?"|what is said of the deck) has 100\d{4} bytes/,
      });
    }
    assert.equal(await store.version(INFO.name), version);
    assert.deepEqual((await store.load(INFO.name))?.deck.questions, first.questions);
    assert.deepEqual(await store.gone(INFO.name), first.gone);
    await store.save({ ...first, questions: [fits] }, { version });
    assert.deepEqual((await store.load(INFO.name))?.deck.questions, [fits]);
    assert.deepEqual((await store.load(INFO.name))?.problems, []);
  });

  test(`${name}: one question is put in place of itself, and nothing else changes`, async () => {
    const store = await open();
    await store.save(
      { info: INFO, questions: [1, 3].map(exampleQuestion), gone: [exampleQuestion(2)] },
      "new",
    );
    const version = (await store.version(INFO.name)) ?? "";
    const mine = { ...exampleQuestion(3), answer: "Mine." };
    await store.saveQuestion(INFO.name, mine, { version });
    assert.deepEqual((await store.load(INFO.name))?.deck.questions, [exampleQuestion(1), mine]);
    assert.deepEqual(await store.gone(INFO.name), [exampleQuestion(2)]);
    const now = (await store.version(INFO.name)) ?? "";
    assert.notEqual(now, version);
    await assert.rejects(store.saveQuestion(INFO.name, exampleQuestion(9), { version: now }), {
      code: "VIVA_QUESTION_NOT_FOUND",
    });
  });
}
