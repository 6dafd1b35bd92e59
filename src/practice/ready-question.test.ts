import assert from "node:assert/strict";
import { test } from "node:test";
import { ADA, namingGrader, testDeck, testQuestion, testWorkplace } from "../../test/fixtures/practice.ts";
import type { QuestionId } from "../base/index.ts";
import type { Grader } from "../grade/index.ts";
import { readyQuestion } from "./ready-question.ts";
import type { Workplace } from "./workplace.ts";

const OWN = [["job", "task"]];
const LENT = [["zibbet", "parcel"]];

/** A workplace whose deck `lender` has terms, and a question of another deck that borrows from it. */
async function withLender() {
  const { workplace } = await testWorkplace();
  const deck = { ...testDeck("lender", 1), terms: LENT };
  await workplace.decks.save({ info: deck, questions: deck.questions }, "new");
  const question = { ...testQuestion("mine-001"), proposed: true, borrows: "lender-001" };
  return { workplace, question };
}

test("readyQuestion: the terms of the question's own deck go along", async () => {
  const { workplace } = await testWorkplace();
  const question = testQuestion("docker-001");
  const ready = await readyQuestion(workplace, ADA, { deck: { terms: OWN }, question });
  assert.equal(ready.terms, OWN);
});

test("readyQuestion: with borrowed points the lender's terms hold too, in one list for all questions of a deck", async () => {
  const { workplace, question } = await withLender();
  const first = await readyQuestion(workplace, ADA, { deck: { terms: OWN }, question });
  assert.equal(first.borrowed?.id, "lender-001");
  assert.deepEqual(first.terms, [...OWN, ...LENT]);
  const other = { ...question, id: "mine-002" as QuestionId };
  assert.equal(
    (await readyQuestion(workplace, ADA, { deck: { terms: OWN }, question: other })).terms,
    first.terms,
  );
});

test("readyQuestion: who refuses to borrow does without the lender's terms", async () => {
  const { workplace, question } = await withLender();
  const own = { ...question, borrows: "none" };
  assert.equal((await readyQuestion(workplace, ADA, { deck: { terms: OWN }, question: own })).terms, OWN);
});

test("readyQuestion: other terms make it anew", async () => {
  const { workplace } = await testWorkplace();
  const question = testQuestion("docker-001");
  const asked = { deck: { terms: OWN }, question };
  const first = await readyQuestion(workplace, ADA, asked);
  assert.equal(await readyQuestion(workplace, ADA, asked), first);
  const next = await readyQuestion(workplace, ADA, { deck: { terms: LENT }, question });
  assert.equal(next.terms, LENT);
});

test("readyQuestion: whether the references agree is judged by the terms of both decks", async () => {
  const { workplace, question } = await withLender();
  const heard: unknown[] = [];
  const grader: Grader = {
    ...namingGrader,
    assess(asked, ...said) {
      heard.push(asked.terms);
      return namingGrader.assess(asked, ...said);
    },
  };
  const listening: Workplace = { ...workplace, grader: async () => grader };
  await readyQuestion(listening, ADA, { deck: { terms: OWN }, question });
  assert.deepEqual(heard, [[...OWN, ...LENT]]);
});
