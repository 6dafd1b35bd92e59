import assert from "node:assert/strict";
import { test } from "node:test";
import { SHIPPED, shippedQuestions } from "../../scripts/decks/shipped.ts";
import { shippedGrader } from "../../test/fixtures/grader.ts";

const grader = shippedGrader();

const questions = SHIPPED.flatMap((deck) => shippedQuestions(deck).map(({ question }) => question));

/** Shares are ratchets: raise them when the judge gets better, never lower them for a deck. */
test("of the shipped decks' variants, 99 in 100 cover their point when said alone", () => {
  let all = 0;
  const missed: string[] = [];
  for (const question of questions) {
    for (const [i, point] of question.points.entries()) {
      // One variant of each point is enough for a ratchet, another one for every point.
      const variant = point.variants[i % point.variants.length];
      if (variant === undefined) continue;
      all += 1;
      const verdict = grader.assess(question, variant).verdicts[i]?.verdict;
      if (verdict !== "covered") missed.push(`${question.id} ${point.id} ${verdict}: ${variant}`);
    }
  }
  assert.ok(all > 100);
  assert.ok(missed.length <= all / 100, missed.join("\n"));
});

test("a shipped misconception is recognised in 95 of 100 cases and never praised", () => {
  const missed: string[] = [];
  let all = 0;
  for (const question of questions) {
    for (const { point, claim } of question.misconceptions) {
      all += 1;
      const verdict = grader.assess(question, claim).verdicts.find((one) => one.point === point)?.verdict;
      if (verdict !== "contradicted") missed.push(`${question.id} ${point} ${verdict}: ${claim}`);
      assert.notEqual(verdict, "covered", `${question.id}: ${claim}`);
    }
  }
  assert.ok(all > 50 && missed.length <= all / 20, missed.join("\n"));
});

test("the points' own texts, said together, score 1 in every shipped question", () => {
  for (const question of questions) {
    const answer = question.points.map((point) => point.text).join(" ");
    assert.equal(grader.assess(question, answer).score, 1, question.id);
  }
});

test("the prompts of the shipped questions, copied back, score 0", () => {
  for (const question of questions) {
    assert.equal(grader.assess(question, `${question.title}\n${question.body}`).score, 0, question.id);
  }
});

test("the shipped references score .85 on average, and one point in 20 is accused at most", () => {
  let sum = 0;
  let points = 0;
  let accused = 0;
  for (const question of questions) {
    const { score, verdicts } = grader.assess(question, question.answer);
    sum += score;
    points += verdicts.length;
    accused += verdicts.filter((one) => one.verdict === "contradicted").length;
  }
  assert.ok(sum / questions.length >= 0.85, `${sum / questions.length}`);
  assert.ok(accused <= points / 20, `${accused} of ${points}`);
});
