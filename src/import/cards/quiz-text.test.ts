import assert from "node:assert/strict";
import { test } from "node:test";
import { VivaError } from "../../base/index.ts";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";

const read = (text: string) => readDocument(sourceOf("quiz.txt", new TextEncoder().encode(text)));

test("Aiken: options stand in the prompt, the named ones are the answer", async () => {
  const draft = await read(
    "What is the correct answer to this question?\nA. Is it this one?\nB. Maybe this one\nC. No\nANSWER: B\n\n2. Which are locks?\nA) Mutex\nB) Pipe\nC) Latch\nANSWER: A, C\n",
  );
  assert.equal(draft.reader, "aiken");
  assert.deepEqual(
    draft.questions.map(({ title, body, answer, number, line }) => [title, body, answer, number, line]),
    [
      [
        "What is the correct answer to this question?",
        "- A. Is it this one?\n- B. Maybe this one\n- C. No",
        "Maybe this one",
        null,
        1,
      ],
      ["Which are locks?", "- A. Mutex\n- B. Pipe\n- C. Latch", "- Mutex\n- Latch", 2, 7],
    ],
  );
});

test("Aiken: a question that nothing ends is named, the next one is read", async () => {
  const draft = await read("Unfinished?\nA. a\nB. b\n\nWhich?\nA. x\nB. y\nANSWER: A\n");
  assert.deepEqual(
    draft.questions.map(({ title }) => title),
    ["Which?"],
  );
  assert.match(draft.warnings.find(({ code }) => code === "rejected")?.text ?? "", /lines 1$/);
});

test("GIFT: choices, words, truth, numbers, pairs, gaps and essays", async () => {
  const draft = await read(`// a comment
$CATEGORY: $course$/top/Networks

::Q1:: What is TCP? {
  =A protocol#Yes, of streams.
  ~A program
  ~A port
}

::Q2::Who wrote\\: it? {=Ann =Bob}

Is the sky green? {F#No}

$CATEGORY: Numbers

What is pi? {#3.14:0.005}

Match them. {
  =DNS -> names
  =TCP -> streams
}

A port is {=a number ~a name} of an end.

Tell of it. {}

Which two? {~%50%a ~%50%b ~%-100%c ####Both count.}
`);
  assert.equal(draft.reader, "gift");
  assert.deepEqual(
    draft.questions.map(({ section, title, body, answer }) => [section, title, body, answer]),
    [
      ["Networks", "What is TCP?", "- A protocol\n- A program\n- A port", "A protocol\n\nYes, of streams."],
      ["Networks", "Who wrote: it?", "", "- Ann\n- Bob"],
      ["Networks", "Is the sky green?", "- True\n- False", "False"],
      ["Numbers", "What is pi?", "", "3.14 ± 0.005"],
      ["Numbers", "Match them.", "- DNS\n- TCP", "- DNS → names\n- TCP → streams"],
      ["Numbers", "A port is ____ of an end.", "- a number\n- a name", "a number"],
      ["Numbers", "Tell of it.", "", ""],
      ["Numbers", "Which two?", "- a\n- b\n- c", "- a\n- b\n\nBoth count."],
    ],
  );
  assert.deepEqual([draft.questions[0]?.line, draft.questions[0]?.number], [4, 1]);
});

test("code with empty braces is no GIFT", async () => {
  const code = "function foo() {}\n\nfunction bar() {\n  return 1;\n}\n\nclass Baz {}\n\nwhile (true) {}\n";
  await assert.rejects(
    read(code),
    (error) => error instanceof VivaError && error.code === "VIVA_NO_QUESTIONS",
  );
});
