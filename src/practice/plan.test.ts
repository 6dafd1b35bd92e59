import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeckName, QuestionId } from "../base/index.ts";
import type { Deck, Question } from "../deck/index.ts";
import { planQuestions } from "./plan.ts";

function deck(name: string, sections: readonly string[]): Deck {
  const questions = sections.map(
    (section, at) => ({ id: `${name}-${at + 1}` as QuestionId, section }) as Question,
  );
  return {
    name: name as DeckName,
    title: name,
    licence: "",
    language: "",
    sections: [],
    terms: [],
    text: "",
    questions,
  };
}

const A = deck("a", ["Basics", "Tokens", "Tokens: deep", "Basics"]);
const B = deck("b", ["Basics", "Other"]);
const ids = (questions: readonly Question[]) => questions.map(({ id }) => id).join(" ");

test("plan: one deck is asked in its own order, several are interleaved", () => {
  assert.equal(ids(planQuestions([A], {})), "a-1 a-2 a-3 a-4");
  assert.equal(ids(planQuestions([A, B], {})), "a-1 b-1 a-2 b-2 a-3 a-4");
});

for (const [section, expected] of [
  ["Basics", "a-1 b-1 a-4"],
  ["basics", "a-1 b-1 a-4"],
  ["Tokens", "a-2"],
  ["deep", "a-3"],
  ["oth", "b-2"],
] as const) {
  test(`plan: --section ${section} asks ${expected}`, () => {
    assert.equal(ids(planQuestions([A, B], { section })), expected);
  });
}

for (const [section, says] of [
  ["nothing", /no section named "nothing".*"Basics", "Tokens", "Tokens: deep", "Other"/],
  ["token", /2 sections.*"Tokens", "Tokens: deep"/],
] as const) {
  test(`plan: --section ${section} names the sections to choose from`, () => {
    assert.throws(() => planQuestions([A, B], { section }), says);
  });
}

test("plan: count limits, and never asks for more than there is", () => {
  assert.equal(ids(planQuestions([A, B], { count: 3 })), "a-1 b-1 a-2");
  assert.equal(planQuestions([A], { count: 99 }).length, 4);
});

test("plan: a seed draws an order that holds every question and comes again", () => {
  const drawn = planQuestions([A, B], { seed: "x" });
  assert.deepEqual(planQuestions([A, B], { seed: "x" }), drawn);
  assert.deepEqual(new Set(drawn), new Set([...A.questions, ...B.questions]));
  const orders = new Set(["1", "2", "3", "4", "5"].map((seed) => ids(planQuestions([A, B], { seed }))));
  assert.ok(orders.size > 1);
});
