import assert from "node:assert/strict";
import { test } from "node:test";
import { shippedGrader } from "../../test/fixtures/grader.ts";
import type { Gradable } from "./assessment.ts";

const grader = shippedGrader();

const ask = (title: string, answer: string): Gradable => ({
  ...{ title, answer, body: "", points: [], misconceptions: [], followUps: [] },
});

const questions = [
  ask(
    "How do lists and tuples differ?",
    "Lists can be changed after they were made, tuples cannot. A tuple can be a dictionary key.",
  ),
  ask(
    "What does the linker do?",
    "It joins object files to one program and resolves the names between them.",
  ),
  ask("Is a queue first in, first out? Why?", "Yes. What was added first is also removed first."),
  ask("Why is the lamp off while the switch is open?", "The open switch makes a gap, so no current flows."),
  ask("Was bewirkt der Schalter?", "Ein offener Schalter unterbricht den Stromkreis."),
];

for (const question of questions) {
  test(`a reference said word for word has full marks: ${question.answer}`, () => {
    const { score, label } = grader.assess(question, question.answer);
    assert.deepEqual([score, label], [1, "covered"]);
  });

  for (const nothing of ["", " \n", "I don't know", "no idea, sorry", "Um.", "???", question.title]) {
    test(`${JSON.stringify(nothing)} has none: ${question.title}`, () => {
      const { score, label } = grader.assess(question, nothing);
      assert.deepEqual([score, label], [0, "missing"]);
    });
  }

  test(`what is right of something else has less than a third: ${question.title}`, () => {
    const { score, label } = grader.assess(question, "The moon goes round the earth in a month.");
    assert.ok(score < 1 / 3, String(score));
    assert.notEqual(label, "covered");
  });

  test(`two turns that say the reference together say it: ${question.title}`, () => {
    const half = question.answer.split(" ").length / 2;
    const words = question.answer.split(" ");
    const first = words.slice(0, half).join(" ");
    const alone = grader.assess(question, first).score;
    const both = grader.assess(question, words.slice(half).join(" "), [first]).score;
    assert.ok(both > alone && both > 0.8, `${alone}, then ${both}`);
  });

  test(`a turn that says nothing changes nothing: ${question.title}`, () => {
    const first = question.answer.split(" ").slice(0, 6).join(" ");
    const before = grader.assess(question, first).score;
    assert.ok(Math.abs(grader.assess(question, "I don't know.", [first]).score - before) < 0.02);
  });
}

for (const [title, reference, better, worse] of [
  [
    "Does string conduct?",
    "No. String is an insulator.",
    "No, it is an insulator.",
    "Yes, it conducts well.",
  ],
  ["How does the pitch change?", "The pitch becomes higher.", "It gets higher.", "It gets lower."],
  [
    "Why is the bulb off?",
    "The bulb is not in a closed path.",
    "It isn't in a closed path.",
    "It is in a closed path.",
  ],
  ["Which switch is it?", "It is switch Z.", "Z is the switch.", "Y is the switch."],
  [
    "What is a stack?",
    "A list in which the last element added is removed first.",
    "The element that was added last gets removed first.",
    "A thing that is used in many programs.",
  ],
] as const) {
  test(`${JSON.stringify(better)} is worth more than ${JSON.stringify(worse)}`, () => {
    const question = ask(title, reference);
    const [right, wrong] = [grader.assess(question, better), grader.assess(question, worse)];
    assert.ok(right.score > wrong.score, `${right.score} and ${wrong.score}`);
    assert.notEqual(right.label, "contradicted");
  });
}

test("yes for no is called a contradiction", () => {
  const question = ask("Can a tuple be changed?", "No. A tuple is fixed once it was made.");
  assert.equal(grader.assess(question, "Yes, a tuple can be changed.").label, "contradicted");
});

test("points that an author wrote add up as they did, whatever the whole answer is worth", () => {
  const question: Gradable = {
    ...ask("How do lists and tuples differ?", questions[0]?.answer ?? ""),
    points: [
      // An id is made by a deck; the grader only hands it back.
      { id: "list" as never, text: "Lists are mutable.", weight: 1, variants: [] },
      { id: "tuple" as never, text: "Tuples are immutable.", weight: 1, variants: [] },
    ],
  };
  assert.equal(grader.assess(question, "Lists are mutable.").score, 0.5);
});

test("an answer is judged within 600 ms even when it and its reference are very long", () => {
  const words = Array.from({ length: 3000 }, (_, i) => `word${(i * 7919) % 2999}x and`);
  const question = ask("What is all of it?", words.slice(0, 1500).join(" "));
  const answer = words.slice(700).join(" ");
  grader.assess(question, answer);
  const started = process.cpuUsage();
  grader.assess(question, answer);
  const { user, system } = process.cpuUsage(started);
  assert.ok((user + system) / 1000 < 600, `${(user + system) / 1000} ms`);
});
