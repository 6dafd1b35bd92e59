import assert from "node:assert/strict";
import { test } from "node:test";
import { testQuestion } from "../../../test/fixtures/practice.ts";
import type { Question } from "../../deck/index.ts";
import { matchQuestions } from "./match-questions.ts";

const many = (count: number, title: (at: number) => string): Question[] =>
  Array.from({ length: count }, (_, at) => ({
    ...testQuestion(`docker-${at}`),
    title: title(at),
    answer: title(at + 1),
  }));

/** Words each of which some sixty questions share. */
function shuffled(seed: number, questions: number): () => string {
  let state = seed;
  const word = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return `w${state % (questions * 10)}`;
  };
  return () => Array.from({ length: 500 }, word).join(" ");
}

for (const [what, questions] of [
  ["twenty thousand questions that are all alike", () => many(20_000, () => "What is it?")],
  ["long questions that share their words with many others", () => many(4000, shuffled(1, 4000))],
] as const) {
  test(`finding ${what} again takes a few seconds at most`, () => {
    const before = process.cpuUsage();
    const known = questions();
    const incoming = known.map((each, at) => ({ ...each, title: `${each.title} ${at}`, answer: `${at}` }));
    matchQuestions(
      incoming.toReversed(),
      known,
      known.map(() => null),
    );
    assert.ok(process.cpuUsage(before).user < 12e6, `${process.cpuUsage(before).user / 1e6} s`);
  });
}
