import assert from "node:assert/strict";
import { test } from "node:test";
import { parseLabel, splitInlineAnswer } from "./labels.ts";

for (const [line, kind, number, rest] of [
  ["Question: What?", "question", null, "What?"],
  ["12. Question: What?", "question", 12, "What?"],
  ["Question 12: What?", "question", 12, "What?"],
  ["Question 12 What?", "question", 12, "What?"],
  ["Question 12", "question", 12, ""],
  ["QUESTION #3 - What?", "question", 3, "What?"],
  ["1Q: What?", "question", 1, "What?"],
  ["Q1. What?", "question", 1, "What?"],
  ["**Q1: What?**", "question", 1, "What?"],
  ["**Question 2:** What?", "question", 2, "What?"],
  ["### Question 4: What?", "question", 4, "What?"],
  ["- **Resposta:** Isso.", "answer", null, "Isso."],
  ["    Answer: This", "answer", null, "This"],
  ["1A: This", "answer", 1, "This"],
  ["Respuesta: Esto", "answer", null, "Esto"],
  ["Réponse : Ceci", "answer", null, "Ceci"],
  ["Antwort: Dies", "answer", null, "Dies"],
  ["Вопрос 5: Что?", "question", 5, "Что?"],
  ["Ответ: То", "answer", null, "То"],
  ["问题 6：什么？", "question", 6, "什么？"],
  ["答：这个", "answer", null, "这个"],
  ["**Answer** It is so.", "answer", null, "It is so."],
] as const) {
  test(`${JSON.stringify(line)} is a label: ${kind}`, () => {
    const label = parseLabel(line);
    assert.deepEqual(
      { kind: label?.kind, number: label?.number, rest: label?.rest, weak: label?.weak },
      { kind, number, rest, weak: false },
    );
  });
}

for (const line of [
  "",
  "Questions: none",
  "Question everything",
  "Answer the call",
  "A list of things",
  "Quality: high",
  "The answer: 42",
  "2024-01-01 Answered: yes",
  '"question": "What?"',
]) {
  test(`${JSON.stringify(line)} is no label`, () => {
    assert.equal(parseLabel(line), null);
  });
}

test("an answer on the question's line is parted from it", () => {
  assert.deepEqual(splitInlineAnswer("What is it? Answer: A thing."), {
    prompt: "What is it?",
    answer: "A thing.",
  });
  assert.deepEqual(splitInlineAnswer("What is it? A: A thing."), {
    prompt: "What is it?",
    answer: "A thing.",
  });
  assert.equal(splitInlineAnswer("Which answer: yes or no?"), null);
});

test("a lettered list is no label, whatever the letter means elsewhere", () => {
  for (const line of ["    f) Requiring them of others", "p) a point", "r) a rest"])
    assert.equal(parseLabel(line), null);
  assert.equal(parseLabel("Q) What is it?")?.kind, "question");
  assert.equal(parseLabel("A) A thing.")?.kind, "answer");
});
