import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { sqliteFile, sqliteRows } from "../../../test/anki.ts";
import { arbitraryQuestion } from "../../../test/fixtures/arbitrary-question.ts";
import { testDeck } from "../../../test/fixtures/practice.ts";
import type { QuestionId } from "../../base/index.ts";
import { canonicalQuestion, type Deck, type Question } from "../../deck/index.ts";
import type { Draft } from "../reader.ts";
import type { AnkiReview } from "./out-history.ts";
import { writeAnkiPackage } from "./package-out.ts";
import { readAnkiPackage } from "./read-package.ts";

const NOW = Date.UTC(2026, 10, 28, 12);
const DAY = 86_400_000;

const deckOf = (questions: readonly Question[], more: Partial<Deck> = {}): Deck => ({
  ...testDeck("sample", 0),
  title: "Sample",
  questions,
  ...more,
});

const written = async (deck: Deck, reviews: readonly AnkiReview[] = [], media: Draft["media"] = []) =>
  await writeAnkiPackage({ deck, media: media ?? [], reviews, now: NOW });

const read = (bytes: Uint8Array) => readAnkiPackage({ name: "sample.apkg", bytes });
const fileOf = (bytes: Uint8Array, name: string): Uint8Array => {
  const file = new Map(Object.entries(unzipSync(bytes))).get(name);
  assert.ok(file, name);
  return file;
};
const collection = (bytes: Uint8Array) => fileOf(bytes, "collection.anki2");

test("a deck comes back from its package with every part of every question", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(arbitraryQuestion, { selector: ({ id }) => id, minLength: 1, maxLength: 5 }),
      async (raw) => {
        const questions = raw.map(canonicalQuestion);
        const { bytes, lost } = await written(deckOf(questions));
        const draft = await read(bytes);
        assert.deepEqual(
          draft.questions.map(({ whole }) => whole),
          questions,
        );
        assert.deepEqual(
          draft.questions.map(({ title, body, answer, section }) => ({ title, body, answer, section })),
          questions.map(({ title, body, answer, section }) => ({ title, body, answer, section })),
        );
        assert.deepEqual(lost, []);
      },
    ),
    { numRuns: 60 },
  );
});

test("what the deck says of itself comes back, and its sections are decks below its own", async () => {
  const info = {
    title: "Back end: a::b",
    licence: "CC-BY-4.0",
    language: "en",
    sections: ["Two", "One"],
    terms: [["job", "work item"]],
    text: "For <b>seniors</b>.\n\nRead twice.",
  };
  const [first, second, third] = testDeck("sample", 3).questions;
  assert.ok(first && second && third);
  const questions = [{ ...first, section: "One" }, { ...second, section: "Two :: Three" }, third];
  const { bytes } = await written(deckOf(questions, info));
  const draft = await read(bytes);
  assert.deepEqual(draft.info, info);
  assert.deepEqual(
    draft.questions.map(({ section }) => section),
    ["One", "Two :: Three", ""],
  );
  const [row] = sqliteRows(collection(bytes), "select decks from col");
  const decks = Object.values(
    JSON.parse(String(row?.decks)) as Record<string, { name: string; desc: string }>,
  );
  assert.deepEqual(
    decks.map(({ name }) => name),
    ["Default", "Back end: a:b", "Back end: a:b::One", "Back end: a:b::Two : Three"],
  );
  assert.match(
    decks[1]?.desc ?? "",
    /^<p>For &lt;b&gt;seniors&lt;\/b&gt;\.<br><br>Read twice\.<\/p><!--viva /,
  );
});

test("pictures and sounds go along under the names that Anki looks for, and come back", async () => {
  const [base] = testDeck("sample", 1).questions;
  assert.ok(base);
  const question = { ...base, body: "![a tree](media/tree.png)", answer: "Hear [it](media/it.mp3)." };
  const media = [
    { name: "tree.png", bytes: Uint8Array.of(1, 2) },
    { name: "it.mp3", bytes: Uint8Array.of(3) },
  ];
  const { bytes } = await written(deckOf([question]), [], media);
  assert.deepEqual(JSON.parse(strFromU8(fileOf(bytes, "media"))), {
    "0": "tree.png",
    "1": "it.mp3",
  });
  const [note] = sqliteRows(collection(bytes), "select flds from notes");
  assert.match(String(note?.flds), /<img src="tree\.png" alt="a tree">.*Hear \[sound:it\.mp3\]\./s);
  const draft = await read(bytes);
  assert.deepEqual(
    draft.media?.map(({ name, bytes: [byte] }) => [name, byte]),
    [
      ["tree.png", 1],
      ["it.mp3", 3],
    ],
  );
  assert.deepEqual(draft.warnings, []);
  assert.deepEqual(draft.questions[0]?.whole, question);
});

test("tags in Markdown show as text on a card, and addresses that run code are no links", async () => {
  const [base] = testDeck("sample", 1).questions;
  assert.ok(base);
  const question = {
    ...base,
    answer: "<script>alert(1)</script> [x](javascript:alert(1)) ![y](data:text/html,z)",
  };
  const [note] = sqliteRows(collection((await written(deckOf([question]))).bytes), "select flds from notes");
  const [, answer = ""] = String(note?.flds).split("\x1f");
  assert.match(answer, /^<p>&lt;script&gt;/);
  assert.doesNotMatch(answer, /<script|<a |<img /);
});

test("a prompt edited in Anki comes as it is there, with all else of the question", async () => {
  const { bytes } = await written(deckOf(testDeck("sample", 2).questions));
  const files = unzipSync(bytes);
  const edited = sqliteFile((database) => {
    for (const table of ["col", "notes", "cards"]) {
      const [first] = sqliteRows(collection(bytes), `select * from ${table}`);
      const columns = Object.keys(first ?? {});
      database.exec(`create table ${table} (${columns.join(", ")})`);
      for (const row of sqliteRows(collection(bytes), `select * from ${table}`)) {
        database
          .prepare(`insert into ${table} values (${columns.map(() => "?").join(", ")})`)
          .run(...columns.map((column) => row[column] as string | number));
      }
    }
    database.exec(
      "update notes set flds = replace(flds, '<p>What of sample-001?</p>', '<b>What</b> of it?')",
    );
  });
  const draft = await read(zipSync({ ...files, "collection.anki2": edited }));
  assert.deepEqual(
    draft.questions.map(({ title }) => title),
    ["**What** of it?", "What of sample-002?"],
  );
  const [first] = draft.questions;
  assert.deepEqual(
    first?.whole?.points.map(({ id }) => id),
    ["one", "two", "extra"],
  );
  assert.equal(first?.whole?.title, "**What** of it?");
});

test("a note keeps its guid, its first field's checksum and its tags without blanks", async () => {
  const [base] = testDeck("sample", 1).questions;
  assert.ok(base);
  const { bytes } = await written(
    deckOf([{ ...base, title: "Is `a < b` & c?", tags: ["two words", "one"] }]),
  );
  const [note] = sqliteRows(collection(bytes), "select guid, sfld, csum, tags from notes");
  const text = "Is a < b & c?";
  assert.deepEqual(note, {
    guid: "viva:sample-001",
    sfld: text,
    csum: Number.parseInt(createHash("sha1").update(text).digest("hex").slice(0, 8), 16),
    tags: " two_words one ",
  });
});

test("answers become the log of their card and its state", async () => {
  const question = "sample-001" as QuestionId;
  const at = NOW - 20 * DAY;
  const reviews: AnkiReview[] = [
    { question, at: at + 3 * DAY, rating: "easy", intervalDays: 12.4, tookMs: 4000 },
    { question, at, rating: "good", intervalDays: 3, tookMs: 30_000 },
    { question, at: at + 15 * DAY, rating: "again", intervalDays: 0.01, tookMs: 90_000 },
    { question, at: at + 15 * DAY, rating: "hard", intervalDays: 2, tookMs: 1 },
    { question: "gone-001" as QuestionId, at, rating: "good", intervalDays: 1, tookMs: 1 },
  ];
  const { bytes, lost } = await written(deckOf(testDeck("sample", 2).questions), reviews);
  assert.deepEqual(lost, ["1 answer to questions that the deck no longer has"]);
  const file = collection(bytes);
  assert.deepEqual(
    sqliteRows(file, "select id, cid, ease, ivl, lastIvl, time, type from revlog").map((row) =>
      Object.values(row),
    ),
    [
      [at, NOW, 3, 3, 0, 30_000, 0],
      [at + 3 * DAY, NOW, 4, 12, 3, 4000, 1],
      [at + 15 * DAY, NOW, 1, -864, 12, 90_000, 1],
      [at + 15 * DAY + 1, NOW, 2, 2, -864, 1, 2],
    ],
  );
  assert.deepEqual(
    sqliteRows(file, "select type, queue, due, ivl, reps, lapses from cards").map((row) =>
      Object.values(row),
    ),
    [
      [2, 2, 17, 2, 4, 1],
      [0, 0, 2, 0, 0, 0],
    ],
  );
  const [col] = sqliteRows(file, "select crt, ver from col");
  assert.equal(new Date(Number(col?.crt) * 1000).toISOString(), "2026-11-08T04:00:00.000Z");
  assert.equal(col?.ver, 11);
});

test("the same deck at the same time is the same package, and holds only what a package has", async () => {
  const deck = deckOf(testDeck("sample", 3).questions);
  const [one, two] = [await written(deck), await written(deck)];
  assert.deepEqual(one.bytes, two.bytes);
  assert.deepEqual(Object.keys(unzipSync(one.bytes)), ["collection.anki2", "media"]);
  assert.deepEqual(sqliteRows(collection(one.bytes), "pragma integrity_check"), [{ integrity_check: "ok" }]);
});
