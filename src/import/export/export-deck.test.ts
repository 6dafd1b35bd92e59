import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { arbitraryQuestion } from "../../../test/fixtures/arbitrary-question.ts";
import type { QuestionId } from "../../base/index.ts";
import {
  canonicalQuestion,
  type Deck,
  parseQuestion,
  printQuestion,
  type Question,
} from "../../deck/index.ts";
import { readDeckFolder } from "../../store/index.ts";
import { tableRows } from "../data/table-rows.ts";
import { deckNameFor } from "../deck-name.ts";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";
import { draftToDeck } from "../to-deck.ts";
import { aboutFormats, type ExportFormat, exportDeck } from "./export-deck.ts";

const NAME = deckNameFor("mine.md");
const NOTHING = { gone: [], media: [], history: [], reviews: [], at: "2026-11-24T09:00:00.000Z" };

async function shipped(name: string): Promise<Deck> {
  const folder = new URL(`../../../decks/${name}/`, import.meta.url);
  return (await readDeckFolder(folder.pathname, deckNameFor(name))).deck;
}

async function thereAndBack(deck: Deck, format: ExportFormat) {
  const { bytes, lost } = await exportDeck(deck, NOTHING, format);
  const draft = await readDocument(sourceOf(`mine.${aboutFormats[format].ending}`, bytes));
  return { lost, draft, ...draftToDeck(draft, deck.name, "mine.json") };
}

/** Where it was found is the one thing that an import says anew. */
const bare = ({ source: _source, imported: _imported, ...rest }: Question) => rest;

for (const name of ["api", "docker", "python"]) {
  for (const format of ["json", "csv", "anki"] as const) {
    test(`${name} as ${format} comes back whole, with every id, point and follow-up`, async () => {
      const deck = await shipped(name);
      const { questions, info, draft } = await thereAndBack(deck, format);
      assert.equal(draft.reader, format === "anki" ? "anki-package" : `vivarium-${format}`);
      assert.deepEqual(draft.warnings, []);
      assert.deepEqual(questions.map(bare), deck.questions.map(bare));
      const { questions: _questions, ...about } = deck;
      if (format === "json") assert.deepEqual(info, about);
    });
  }

  test(`${name} as Markdown comes back with its sections, prompts and answers, and says what is lost`, async () => {
    const deck = await shipped(name);
    const { draft, lost } = await thereAndBack(deck, "markdown");
    const texts = ({
      section,
      title,
      body,
      answer,
    }: Pick<Question, "section" | "title" | "body" | "answer">) =>
      canonicalQuestion({ ...(deck.questions[0] as Question), section, title, body, answer });
    assert.deepEqual(draft.questions.map(texts), deck.questions.map(texts));
    for (const part of ["ids", "points", "misconceptions", "follow-ups"])
      assert.ok(lost.includes(part), part);
  });
}

const PICTURE = { name: "a.png", bytes: Uint8Array.of(1) };

for (const [format, baggage, lost] of [
  ["json", { gone: true, media: true, history: true }, []],
  ["anki", {}, []],
  ["anki", { media: true }, ["pictures and sounds that no question shows"]],
  ["anki", { gone: true, history: true }, ["questions kept aside", "the words of what was answered"]],
  ["csv", {}, ["comments and unknown keys of front matter", "what deck.md says"]],
] as const) {
  test(`${format} of a deck with ${Object.keys(baggage).join(", ") || "no more"} says what is lost, and no more`, async () => {
    const { questions, ...about } = await shipped("docker");
    const [first, ...rest] = questions;
    assert.ok(first);
    const shown = {
      ...first,
      body: "![it](media/b.png)",
      unknown: [{ key: "id", place: "above", text: "# a" }],
    };
    const deck = { ...about, language: "de", questions: [canonicalQuestion(shown as Question), ...rest] };
    const more: { gone?: boolean; media?: boolean; history?: boolean } = baggage;
    const exported = await exportDeck(
      deck,
      {
        ...NOTHING,
        gone: more.gone ? [first] : [],
        media: [
          ...(more.media ? [PICTURE] : []),
          ...(format === "anki" ? [{ ...PICTURE, name: "b.png" }] : []),
        ],
        history: more.history ? [{}] : [],
      },
      format,
    );
    assert.deepEqual(exported.lost, lost);
    const draft = await readDocument(sourceOf(`mine.${aboutFormats[format].ending}`, exported.bytes));
    if (format === "csv") return;
    assert.deepEqual(
      draft.questions.map(({ whole }) => whole && bare(whole)),
      deck.questions.map(bare),
    );
    const { name: _name, questions: _questions, ...info } = deck;
    assert.deepEqual({ ...draft.info }, info);
  });
}

test("markdown says that the language is lost, where there is one", async () => {
  const deck = deckOf((await shipped("api")).questions);
  const lostOf = async (language: string) =>
    (await exportDeck({ ...deck, language }, NOTHING, "markdown")).lost;
  assert.ok(!(await lostOf("")).includes("the language"));
  assert.ok((await lostOf("de")).includes("the language"));
});

test("json: a deck's terms come back, and what is no group is left out by its path", async () => {
  const terms = [
    ["job", "work item"],
    ["==", "equals"],
  ];
  const deck = { ...deckOf((await shipped("api")).questions.slice(0, 1)), terms };
  assert.deepEqual((await thereAndBack(deck, "json")).info.terms, terms);
  const odd = { ...deck, terms: [["alone"], [], ["job", "task"]] };
  const { draft } = await thereAndBack(odd, "json");
  assert.deepEqual(draft.info?.terms, [["job", "task"]]);
  assert.deepEqual(
    draft.warnings.map(({ place }) => place),
    ["deck.terms[0]", "deck.terms[1]"],
  );
});

test("csv and markdown say that a deck's terms are lost, where there are some", async () => {
  const deck = deckOf((await shipped("api")).questions);
  for (const [format, what] of [
    ["csv", "what deck.md says"],
    ["markdown", "the deck's own terms"],
  ] as const) {
    const lostOf = async (terms: Deck["terms"]) =>
      (await exportDeck({ ...deck, terms }, NOTHING, format)).lost;
    assert.ok(!(await lostOf([])).includes(what));
    assert.ok((await lostOf([["a", "b"]])).includes(what));
  }
});

const deckOf = (questions: readonly Question[]): Deck => ({
  name: NAME,
  title: "Mine",
  licence: "",
  language: "",
  sections: [],
  terms: [],
  text: "",
  questions,
});

for (const format of ["json", "csv"] as const) {
  test(`whatever a question holds comes back from ${format}, formulas and quotes included`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryQuestion, { minLength: 1, maxLength: 4 }), async (some) => {
        const questions = some.map((each, at) => ({
          ...canonicalQuestion(each),
          id: `mine-${at + 1}` as QuestionId,
          title: `${"=+-@'"[at]}${each.title.trim()} ${at}`,
          ...(format === "csv" && { unknown: [] }),
        }));
        const { draft } = await thereAndBack(deckOf(questions.map(canonicalQuestion)), format);
        assert.deepEqual(
          draft.questions.map(({ whole }) => whole),
          questions.map(canonicalQuestion),
        );
      }),
      { numRuns: 150 },
    );
  });
}

for (const [separator, what] of [
  [";", "semicolons"],
  ["\t", "tabs"],
] as const) {
  test(`csv: a table that was saved again with ${what} comes back whole`, async () => {
    const deck = await shipped("docker");
    const text = new TextDecoder().decode((await exportDeck(deck, NOTHING, "csv")).bytes);
    const { rows } = tableRows({ name: "mine.csv" }, text.replaceAll("\r", ""), ",");
    const quoted = (cell: string) =>
      /["\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
    const again = rows.map(({ cells }) => cells.map(quoted).join(separator)).join("\r\n");
    const draft = await readDocument(sourceOf("mine.csv", new TextEncoder().encode(`\ufeff${again}\r\n`)));
    assert.equal(draft.reader, "vivarium-csv");
    assert.deepEqual(draft.warnings, []);
    assert.deepEqual(
      draft.questions.map(({ whole }) => whole && bare(whole)),
      deck.questions.map(bare),
    );
  });
}

test("csv: of a table that was cut off all whole rows come back, and the line that is lost is named", async () => {
  const { bytes } = await exportDeck(await shipped("api"), NOTHING, "csv");
  const cut = new TextDecoder().decode(bytes).replace(/",[^"]*$/, "");
  const draft = await readDocument(sourceOf("mine.csv", new TextEncoder().encode(cut)));
  assert.ok(draft.questions.length > 0);
  assert.match(draft.warnings.map(({ text }) => text).join("\n"), /line \d+/);
});

test("csv: no cell begins with what a spreadsheet runs", async () => {
  const [first] = (await shipped("api")).questions;
  assert.ok(first);
  const deck = deckOf([
    { ...first, title: '=HYPERLINK("http://x")', answer: "@sum", section: "-1", body: "＝1" },
  ]);
  const text = new TextDecoder().decode((await exportDeck(deck, NOTHING, "csv")).bytes);
  assert.doesNotMatch(text, /(?:^|,)"?[=@＝-]/m);
  assert.match(text, /"'=HYPERLINK/);
});

for (const [what, kept] of [
  ["breaks its line", [{ key: "foo", place: "entry", text: "foo: a\rid: other-001\rshown: [x]" }]],
  ["ends the front matter", [{ key: "foo", place: "entry", text: "foo: a\r---\r# Other?" }]],
  [
    "stands twice",
    [
      { key: "foo", place: "entry", text: "foo: a" },
      { key: "foo", place: "entry", text: "foo: b" },
    ],
  ],
] as const) {
  test(`json: a kept line that ${what} is left out, and the question's file can be read`, async () => {
    const question = { id: "mine-001", title: "Why?", answer: "So.", kept };
    const document = { format: "vivarium-deck", v: 1, questions: [question] };
    const draft = await readDocument(sourceOf("a.json", new TextEncoder().encode(JSON.stringify(document))));
    const whole = draft.questions[0]?.whole;
    assert.ok(whole);
    const read = parseQuestion("a.md", printQuestion(whole));
    assert.deepEqual(read.ok && read.question, { ...whole, unknown: [], shown: [] });
    assert.deepEqual(
      draft.warnings.map(({ code, place }) => `${code} ${place}`),
      ["rejected questions[0].kept"],
    );
  });
}

test("json: what is not right is named by its path, and the rest is read", async () => {
  const good = {
    id: "mine-001",
    title: "Why?",
    answer: "So.",
    points: [{ id: "a", text: "So.", weight: 1 }, 3],
  };
  const document = {
    format: "vivarium-deck",
    v: 1,
    questions: [good, { id: "No!", title: "x" }, "x", { id: "mine-002" }],
    media: [{ name: "../x.png", base64: "" }],
  };
  const draft = await readDocument(sourceOf("a.json", new TextEncoder().encode(JSON.stringify(document))));
  assert.deepEqual(
    draft.questions.map(({ whole }) => whole?.points.length),
    [1],
  );
  assert.deepEqual(
    draft.warnings.map(({ code, place }) => `${code} ${place}`),
    [
      "rejected questions[0].points[1]",
      "rejected questions[1].id",
      "rejected questions[2]",
      "rejected questions[3].title",
      "rejected media[0]",
    ],
  );
});
