import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeText } from "../decode.ts";
import type { Draft } from "../reader.ts";
import { readLabelled, sniffLabelled } from "./text.ts";

const sourceOf = (text: string) => decodeText("a.txt", new TextEncoder().encode(text));
const read = (text: string): Draft => readLabelled(sourceOf(text));
const sections = (draft: Draft) => [...new Set(draft.questions.map((question) => question.section))];

const SUBJECTS = ["API design", "Docker", "Python"];

/** How a text may be laid out: every combination below is read into the same three sections. */
interface Style {
  readonly between: string;
  readonly indent: string;
  readonly label: (number: number) => readonly [question: string, answer: string];
  readonly section: (title: string, place: number) => string;
  readonly restarts: boolean;
}

const LABELS: readonly Style["label"][] = [
  (n) => [`${n}. Question: `, "Answer: "],
  (n) => [`Question ${n}: `, "Answer: "],
  (n) => [`Q${n}: `, `A${n}: `],
  (n) => [`${n}Q: `, `${n}A: `],
  () => ["Question: ", "Answer: "],
];
const SECTIONS: readonly Style["section"][] = [
  (title) => `\n${title}\n\n`,
  (title) => `\n${title}\n`,
  (title) => `\n\n${title} (12 questions)\n\n`,
  (title, place) => `\nSection ${place + 1}: ${title}\n\n`,
];

function textIn(style: Style): string {
  let text = "Skip to content\nMenu\nAcme Blog\nWe use cookies to improve things.\n12 min read\n";
  let number = 0;
  for (const [place, title] of SUBJECTS.entries()) {
    text = `${text.trimEnd()}\n${style.section(title, place)}`;
    for (let i = 0; i < 12; i++) {
      number++;
      const [question, answer] = style.label(style.restarts ? i + 1 : number);
      text += `${question}What is thing ${number}?\n${style.indent}${answer}It is a thing that has a use.`;
      if (i % 3 === 1) text += `\n${style.indent}- one item\n${style.indent}- two items`;
      if (i % 5 === 2) text += `\n\n${style.indent}Key points\n\n${style.indent}They matter in practice.`;
      text += style.between;
    }
  }
  return `${text}\nShare this\nRelated posts\n10 ways to cook\n© 2024 Acme\n`;
}

for (const [s, section] of SECTIONS.entries()) {
  for (const [l, label] of LABELS.entries()) {
    test(`labels ${l} under sections ${s} are read in every layout, without furniture`, () => {
      for (const between of ["\n", "\n\n"]) {
        for (const indent of ["", "   ", "    ", "\t"]) {
          for (const restarts of [false, true]) {
            const style = { between, indent, label, section, restarts };
            const draft = read(textIn(style));
            const what = JSON.stringify({ ...style, label: l, section: s });
            assert.equal(draft.questions.length, 36, what);
            assert.deepEqual(
              sections(draft),
              SUBJECTS.map((title, i) => section(title, i).trim()),
              what,
            );
            for (const { answer } of draft.questions) {
              assert.match(answer, /^It is a thing that has a use\./, what);
              assert.doesNotMatch(answer, /^(?:API|Docker|Python|Section|Share|Related|10 ways)/m, what);
            }
          }
        }
      }
    });
  }
}

test("a short paragraph inside an answer is no section", () => {
  const draft = read(
    "Basics\n\n1. Question: What is it?\n    Answer: Two kinds exist.\n\n    Bridge networks\n\n2. Question: Why?\n    Answer: Because.\n",
  );
  assert.deepEqual(sections(draft), ["Basics"]);
  assert.equal(draft.questions[0]?.answer, "Two kinds exist.\n\nBridge networks");
});

test("a short paragraph at the end of an answer is no section when the first question has none", () => {
  const draft = read(
    "Here are some questions for you.\n\nQ: What is it?\nA: Two kinds exist.\n\nBridge networks\n\nQ: Why?\nA: Because.\n\nIt must.\n\nQ: Where?\nA: Here.\n\nAnd there.\n",
  );
  assert.deepEqual(sections(draft), [""]);
});

const NO_SECTION = "Some words first.\n\n";
const PARAGRAPHS = "Answer: It is.\n\nThis is more about it.\n\n";

test("numbers that start again at 1 make a section where the first question has none", () => {
  const text = (number: number) =>
    `${NO_SECTION}1. Question: a?\n${PARAGRAPHS}2. Question: b?\n${PARAGRAPHS}Docker\n\n${number}. Question: c?\n${PARAGRAPHS}`;
  assert.deepEqual(sections(read(text(1))), ["", "Docker"]);
  assert.deepEqual(sections(read(text(3))), [""]);
});

test("a title that the page's contents name makes a section where the first question has none", () => {
  const text = (contents: string) =>
    `${contents}\n\n${NO_SECTION}1. Question: a?\n${PARAGRAPHS}2. Question: b?\n${PARAGRAPHS}Docker\n\n3. Question: c?\n${PARAGRAPHS}`;
  assert.deepEqual(sections(read(text("Table of contents\n1. Basics\n2. Docker (9)"))), ["", "Docker"]);
  assert.deepEqual(sections(read(text("Table of contents\n1. Basics\n2. Linux (9)"))), [""]);
});

test("a few lines of introduction may stand between a title and its first question", () => {
  const questions = "Question: a?\n    Answer: It is\n    so.\n\n".repeat(6);
  const introduction = "These are about images, containers and all that.";
  const draft = read(`Basics\n\n${questions}Docker\n\n${introduction}\n\n${questions}`);
  assert.deepEqual(sections(draft), ["Basics", "Docker"]);
  for (const { answer } of draft.questions) assert.equal(answer, "It is\nso.");
});

test("furniture right above the first question does not name its section", () => {
  assert.deepEqual(sections(read("Basics\nShare\n1. Question: What?\nAnswer: That.\n")), ["Basics"]);
  assert.deepEqual(sections(read("Skip to content\nMenu\n1. Question: What?\nAnswer: That.\n")), [""]);
});

test("a title without questions is dropped and reported", () => {
  const draft = read(
    "Part 1\n\nQuestion: What?\n   Answer: That.\n\nPart 2\n\nPart 3\n\nQuestion: Why?\n   Answer: So.\n",
  );
  assert.deepEqual(sections(draft), ["Part 1", "Part 3"]);
  assert.deepEqual(
    draft.warnings.map(({ code, line }) => [code, line]),
    [["section-dropped", 6]],
  );
});

test("lines set in to where the answer's text began continue it, deeper ones elsewhere stay code", () => {
  const draft = read(
    "Question: a?\n  Answer: It is\n          one line.\n\n  So:\n\n      code\nQuestion: b?\n  Answer: B.\n",
  );
  assert.equal(draft.questions[0]?.answer, "It is\none line.\n\nSo:\n\n    code");
});

test("labels inside code are code", () => {
  const draft = read(
    "Question: What?\nAnswer:\n```yaml\nQuestion: not one\nAnswer: no\n```\nQuestion: Why?\nAnswer: So.\n",
  );
  assert.deepEqual(
    draft.questions.map((question) => question.answer),
    ["```yaml\nQuestion: not one\nAnswer: no\n```", "So."],
  );
});

test("a fence that nobody closes ends at the next number and is reported", () => {
  const draft = read(
    "1. Question: a?\nAnswer:\n```\ncode\n\n2. Question: b?\nAnswer: B.\n\n3. Question: c?\nAnswer: C.\n",
  );
  assert.equal(draft.questions.length, 3);
  assert.deepEqual(
    draft.warnings.map(({ code, line }) => [code, line]),
    [["unclosed-fence", 3]],
  );
});

test("options A to D are part of the prompt", () => {
  const draft = read(
    "Question 1: Which?\nA: red\nB: blue\nC: green\nAnswer: B\nQuestion 2: Why?\nAnswer: So.\n",
  );
  assert.equal(draft.questions[0]?.body, "A: red\nB: blue\nC: green");
  assert.equal(draft.questions[0]?.answer, "B");
});

test("text below a question without an answer label is its answer, options are not", () => {
  const draft = read(
    "Question 1: Which?\n\nThis one.\n\nQuestion 2: Which?\n\na) red\nb) blue\n\nQuestion 3: Why?\nAnswer: So.\n",
  );
  assert.deepEqual(
    draft.questions.map(({ body, answer }) => [body, answer]),
    [
      ["", "This one."],
      ["a) red\nb) blue", ""],
      ["", "So."],
    ],
  );
});

test("a text with labels is sniffed at once, prose and data are not", () => {
  assert.ok(sniffLabelled(sourceOf("1. Question: a?\nAnswer: b")) >= 0.9);
  assert.equal(sniffLabelled(sourceOf("The question is what to do.\nThe answer is nothing.")), 0);
  assert.equal(sniffLabelled(sourceOf('{"question": "a?", "answer": "b"}')), 0);
});
