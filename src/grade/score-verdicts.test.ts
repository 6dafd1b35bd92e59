import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { shippedQuestions } from "../../scripts/decks/shipped.ts";
import { shippedGrader } from "../../test/fixtures/grader.ts";
import { scoreVerdicts } from "./score-verdicts.ts";

const grader = shippedGrader();
const written = shippedQuestions("docker").slice(0, 12);
const NAME_TWO = {
  title: "Name two advantages of images",
  body: "",
  answer:
    "- Images have small read-only layers\n- Containers start fast from disk\n- Registries make them portable everywhere\n- Builds cache unchanged steps",
  points: [],
  misconceptions: [],
  followUps: [],
};

test("scoreVerdicts: the verdicts of an assessment give its score and its label", () => {
  // Of proposed points the whole answer is weighed, and the score is not theirs.
  const questions = written.map(({ question }) => question);
  fc.assert(
    fc.property(
      fc.constantFrom(...questions),
      fc.nat(),
      fc.subarray(["Containers start fast from disk.", "Nothing of it.", "Builds cache unchanged steps."]),
      (question, seed, more) => {
        const told = question.points.filter((_, at) => (seed >> at) % 2 === 1).map(({ text }) => text);
        const { verdicts, score, label } = grader.assess(question, [...told, ...more].join(" "));
        const again = scoreVerdicts(
          question,
          verdicts.map(({ verdict }) => verdict),
        );
        assert.deepEqual(again, { score, label });
      },
    ),
    { numRuns: 60 },
  );
});

test("scoreVerdicts: of a question that asks for two of four, two are enough", () => {
  assert.deepEqual(scoreVerdicts(NAME_TWO, ["covered", "missing", "missing", "covered"]), {
    score: 1,
    label: "covered",
  });
});
