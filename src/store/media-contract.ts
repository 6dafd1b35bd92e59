import assert from "node:assert/strict";
import { test } from "node:test";
import type { QuestionId } from "../base/index.ts";
import type { Question } from "../deck/index.ts";
import type { DeckMedia, DeckStore } from "./deck-store.ts";
import { exampleQuestion, INFO } from "./deck-store-contract.ts";

/** A question of a document that shows pictures in every part. */
function shows(number: number, document: string, picture: string): Question {
  const question = exampleQuestion(number);
  const link = `![It](media/${picture})`;
  return {
    ...question,
    section: "One",
    source: `${document}:${number}`,
    title: `${link} ${number}?`,
    body: `<img src="media/${picture}" alt="it">`,
    answer: `See ${link}, [it](<media/${picture}> "Again") or [that][it].\n\n[it]: media/${picture}`,
    points: question.points.map((point) => ({ ...point, text: link, variants: [`so: ${link}`] })),
  };
}

const picture = (name: string, ...bytes: number[]): DeckMedia => ({ name, bytes: Uint8Array.from(bytes) });

/** What every adapter of {@link DeckStore} must do with pictures of one name; `open` gives an empty one. */
export function mediaContract(name: string, open: () => Promise<DeckStore>): void {
  /** The bytes that each question of the deck shows, one for all of its parts. */
  const shown = async (store: DeckStore): Promise<Record<string, readonly number[]>> => {
    const loaded = await store.load(INFO.name);
    const all = [...(loaded?.deck.questions ?? []), ...(await store.gone(INFO.name))];
    const found = all.map(async ({ id, title, body, answer, points }) => {
      const text = JSON.stringify([title, body, answer, points]);
      const names = [...text.matchAll(/media\/([a-z0-9.-]+)/g)].map((match) => match[1] ?? "");
      assert.equal(names.length, 7, text);
      assert.equal(new Set(names).size, 1, text);
      return [id, [...((await store.media(INFO.name, names[0] ?? "")) ?? [])]] as const;
    });
    return Object.fromEntries(await Promise.all(found));
  };
  const first = shows(1, "a.docx", "flow.png");
  const second = shows(2, "b.docx", "flow.png");

  test(`${name}: two documents with a picture of one name in one deck: both stay, each question shows its own`, async () => {
    const store = await open();
    await store.save({ info: INFO, questions: [first], media: [picture("flow.png", 1)] }, "new");
    await store.save({ info: INFO, questions: [second, first], media: [picture("flow.png", 2)] }, "replace");
    assert.deepEqual(await store.mediaNames(INFO.name), ["flow-2.png", "flow.png"]);
    assert.deepEqual(await shown(store), { "mine-001": [1], "mine-002": [2] });
    const third = shows(3, "c.docx", "flow.png");
    const { deck } = (await store.load(INFO.name)) ?? assert.fail();
    const kept = deck.questions.filter(({ id }) => id !== first.id);
    await store.save(
      { info: INFO, questions: [third, ...kept], gone: [first], media: [picture("flow.png", 3)] },
      "replace",
    );
    assert.deepEqual(await shown(store), { "mine-001": [1], "mine-002": [2], "mine-003": [3] });
    // What is there already under its new name is not kept twice, also when the document says the old one again.
    await store.save(
      {
        info: INFO,
        questions: [{ ...second, answer: `${second.answer} More.` }, first, third],
        media: [picture("flow.png", 2)],
      },
      "replace",
    );
    assert.equal((await store.mediaNames(INFO.name)).length, 3);
  });

  test(`${name}: a picture that is there with the same bytes is the same picture`, async () => {
    const store = await open();
    await store.save({ info: INFO, questions: [first], media: [picture("flow.png", 1)] }, "new");
    await store.save({ info: INFO, questions: [first, second], media: [picture("flow.png", 1)] }, "replace");
    assert.deepEqual(await store.mediaNames(INFO.name), ["flow.png"]);
    assert.deepEqual((await store.load(INFO.name))?.deck.questions, [first, second]);
  });

  test(`${name}: a picture that its own document changed takes the place of the old one, the text being the same`, async () => {
    const store = await open();
    await store.save({ info: INFO, questions: [first], media: [picture("flow.png", 1)] }, "new");
    await store.save({ info: INFO, questions: [first], media: [picture("flow.png", 4)] }, "replace");
    assert.deepEqual(await store.mediaNames(INFO.name), ["flow.png"]);
    assert.deepEqual(await shown(store), { "mine-001": [4] });
  });

  test(`${name}: a picture of a question that was written by hand is not overwritten by a document's`, async () => {
    const store = await open();
    const mine = { ...first, source: "" };
    await store.save({ info: INFO, questions: [mine], media: [picture("flow.png", 1)] }, "new");
    for (const bytes of [2, 5]) {
      const { deck } = (await store.load(INFO.name)) ?? assert.fail();
      const theirs = deck.questions.find(({ id }) => id === second.id) ?? second;
      await store.save(
        { info: INFO, questions: [mine, theirs], media: [picture("flow.png", bytes)] },
        "replace",
      );
      assert.deepEqual(await shown(store), { "mine-001": [1], "mine-002": [2] });
    }
  });

  test(`${name}: new names are free, the longest too, and text that is no link stays`, async () => {
    const store = await open();
    const long = `${"x".repeat(101)}.png`;
    const media = [picture("flow.png", 1), picture("flow-2.png", 6), picture(long, 1)];
    const names = "media/flow.png, `media/flow.png`, ![a](media/flow.png.png) ![a](other/media/flow.png)";
    await store.save({ info: INFO, questions: [first], media }, "new");
    const more: Question[] = [
      second,
      shows(3, "b.docx", long),
      shows(4, "b.docx", "flow-3.png"),
      { ...exampleQuestion(5), section: "One", answer: names, id: "mine-005" as QuestionId },
    ];
    const fresh = [picture("flow.png", 2), picture(long, 3), picture("flow-3.png", 4)];
    await store.save({ info: INFO, questions: [first, ...more], media: fresh }, "replace");
    const questions = (await store.load(INFO.name))?.deck.questions ?? [];
    assert.equal(questions.find(({ id }) => id === "mine-005")?.answer, names);
    await store.save({ info: INFO, questions: questions.filter(({ id }) => id !== "mine-005") }, "replace");
    assert.deepEqual(await shown(store), {
      "mine-001": [1],
      "mine-002": [2],
      "mine-003": [3],
      "mine-004": [4],
    });
    assert.deepEqual(
      (await store.mediaNames(INFO.name)).filter((each) => each.startsWith("flow")),
      ["flow-2.png", "flow-3.png", "flow-4.png", "flow.png"],
    );
  });
}
