import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { testQuestion } from "../../test/fixtures/practice.ts";
import type { QuestionId } from "../base/index.ts";
import { parseQuestion, printQuestion } from "../deck/index.ts";
import { deckNameFor } from "./deck-name.ts";
import { wholeQuestion } from "./export/whole-question.ts";
import type { Draft, DraftQuestion } from "./reader.ts";
import { draftToDeck } from "./to-deck.ts";

const NAME = deckNameFor("notes.md");

const question = (over: Partial<DraftQuestion>): DraftQuestion => ({
  section: "Basics",
  title: "What?",
  body: "",
  answer: "That.",
  number: null,
  line: 1,
  ...over,
});

const draftOf = (...questions: DraftQuestion[]): Draft => ({
  reader: "labelled-text",
  questions,
  warnings: [],
  evidence: 1,
  accounted: 1,
});

test("ids follow the document's order and every question knows its line", () => {
  const { info, questions } = draftToDeck(
    draftOf(question({}), question({ title: "Why?", section: "", line: 9 })),
    NAME,
    "My notes.md",
  );
  assert.deepEqual(
    questions.map(({ id, source, proposed, points }) => [id, source, proposed, points]),
    [
      ["notes-001", "My notes.md:1", true, []],
      ["notes-002", "My notes.md:9", true, []],
    ],
  );
  assert.equal(info.title, "My notes");
  assert.deepEqual(info.sections, ["Basics"]);
});

test("what refers to a question by the id that the document gives it goes on doing so, whatever is left out", () => {
  const whole = (id: string, title: string, ...related: string[]) =>
    wholeQuestion({ ...testQuestion(id), title, related: related as QuestionId[] }, id);
  const { questions: known } = draftToDeck(draftOf(whole("z-1", "One?")), NAME, "a.json");
  const { questions, idsNow } = draftToDeck(
    draftOf(
      whole("y-1", "One?"),
      whole("y-2", "Two?", "y-1"),
      whole("y-4", "Two?"),
      whole("y-3", "Three?", "y-2", "y-4"),
    ),
    NAME,
    "b.json",
    { known: { questions: known, gone: [] } },
  );
  assert.deepEqual(
    [...idsNow],
    [
      ["y-1", "notes-001"],
      ["y-2", "notes-002"],
      ["y-4", "notes-002"],
      ["y-3", "notes-003"],
    ],
  );
  assert.deepEqual(
    questions.map(({ id, related }) => [id, related]),
    [
      ["notes-002", ["notes-001"]],
      ["notes-003", ["notes-002"]],
      ["notes-001", []],
    ],
  );
});

test("questions that an export keeps aside keep their ids, and with them their history", () => {
  const gone = ["notes-007", "other-001"].map(testQuestion);
  const { idsNow } = draftToDeck({ ...draftOf(question({})), gone }, NAME, "a.json");
  assert.deepEqual([...idsNow], [["notes-007", "notes-007"]]);
});

test("ids get the digits that a thousand questions need", () => {
  const many = Array.from({ length: 1000 }, (_, i) => question({ title: `${i}?` }));
  const { questions } = draftToDeck(draftOf(...many), NAME, "notes.md");
  assert.equal(questions[0]?.id, "notes-0001");
  assert.equal(questions[999]?.id, "notes-1000");
});

test("the same prompt with the same answer is merged, with another answer it is kept", () => {
  const { questions, merged } = draftToDeck(
    draftOf(question({}), question({ answer: "That. " }), question({ answer: "This." })),
    NAME,
    "notes.md",
  );
  assert.deepEqual(
    questions.map((one) => one.answer),
    ["That.", "This."],
  );
  assert.equal(merged, 1);
});

test("headings of an answer start at level 3 and its fences are closed", () => {
  const { questions } = draftToDeck(draftOf(question({ answer: "# Part\n\n```sh\nls" })), NAME, "notes.md");
  assert.equal(questions[0]?.answer, "### Part\n\n```sh\nls\n```");
});

test("whatever a document says, the question file that is made of it is read back the same", () => {
  const text = fc.array(
    fc.constantFrom(
      "word",
      "# head",
      "## Answer",
      "```",
      "~~~",
      "- item",
      "    code",
      "",
      "---",
      "é问",
      "1. x",
      "\tt",
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(text, text, (body, answer) => {
      const draft = draftOf(question({ body: body.join("\n"), answer: answer.join("\n") }));
      const [made] = draftToDeck(draft, NAME, "notes.md").questions;
      assert.ok(made);
      const parsed = parseQuestion("notes-001.md", printQuestion(made));
      assert.ok(parsed.ok);
      assert.deepEqual(parsed.question, made);
    }),
    { numRuns: 200 },
  );
});
