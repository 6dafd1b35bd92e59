import assert from "node:assert/strict";
import { test } from "node:test";
import type { Draft, DraftQuestion } from "./reader.ts";
import { importReport, importTotals } from "./report.ts";

const question = (over: Partial<DraftQuestion>): DraftQuestion => ({
  section: "",
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

test("sections are counted in the order in which they begin, a title once", () => {
  const report = importReport(
    draftOf(
      question({ section: "B" }),
      question({ section: "A", title: "Why?" }),
      question({ section: "B", title: "Who?" }),
    ),
  );
  assert.deepEqual(report.sections, [
    { title: "B", questions: 2 },
    { title: "A", questions: 1 },
  ]);
});

test("a repeated question names the place of the first, counted from 1", () => {
  const report = importReport(
    draftOf(
      question({ line: 3 }),
      question({ line: 5, title: "Why?" }),
      question({ line: 7, title: "  WHAT?", answer: "That.  " }),
      question({ line: 9, answer: "This." }),
    ),
  );
  assert.deepEqual(
    report.questions.map((one) => one.repeatOf),
    [undefined, undefined, 1, 1],
  );
  assert.deepEqual(
    report.warnings.map(({ code, line }) => [code, line]),
    [
      ["repeated", 7],
      ["repeated-other-answer", 9],
    ],
  );
  assert.deepEqual(importTotals(report), { sections: 1, questions: 4, unanswered: 0, repeated: 2 });
});

test("questions of one title and another body are not repeated", () => {
  const report = importReport(draftOf(question({ body: "`1`" }), question({ body: "`2`" })));
  assert.deepEqual(report.warnings, []);
  assert.equal(report.questions[1]?.prompt, "What?\n\n`2`");
});

test("300 unanswered questions are one warning", () => {
  const report = importReport(
    draftOf(...Array.from({ length: 300 }, (_, i) => question({ title: `${i}?`, answer: "", line: i + 1 }))),
  );
  assert.deepEqual(report.warnings, [
    {
      code: "unanswered",
      line: 1,
      text: "300 questions without an answer: lines 1, 2, 3, 4, 5 and 295 more",
    },
  ]);
});

for (const [answer, isPlaceholder] of [
  ["To be completed.", true],
  ["TBD", true],
  ["*ToDo*", true],
  ["To be completed.\n\nUseful resources:\n\n- [a](b)", true],
  ["待补充", true],
  ["...", true],
  ["To be or not to be.", false],
  ["TBD is an abbreviation.", false],
  ["Pending requests are queued.", false],
] as const) {
  test(`${JSON.stringify(answer)} ${isPlaceholder ? "only promises an answer" : "is an answer"}`, () => {
    const codes = importReport(draftOf(question({ answer }))).warnings.map((warning) => warning.code);
    assert.deepEqual(codes, isPlaceholder ? ["placeholder-answer"] : []);
  });
}
