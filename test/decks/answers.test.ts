import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { SHIPPED, shippedQuestions } from "../../scripts/decks/shipped.ts";

const VERDICTS = new Set(["covered", "partly", "missing", "contradicted"]);

for (const deck of SHIPPED) {
  const text = readFileSync(new URL(`../../decks/${deck}/answers.jsonl`, import.meta.url), "utf8");
  const answers = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const questions = shippedQuestions(deck).map(({ question }) => question);

  test(`decks/${deck}/answers.jsonl: a strong, a half and a wrong answer to every question`, () => {
    const given = new Set(answers.map(({ question, kind }) => `${question} ${kind}`));
    const lacking = questions.flatMap(({ id }) =>
      ["strong", "half", "wrong"].map((kind) => `${id} ${kind}`).filter((each) => !given.has(each)),
    );
    assert.deepEqual(lacking, []);
  });

  test(`decks/${deck}/answers.jsonl: each answer has a verdict on every point of its question, and on no other`, () => {
    const points = new Map(
      questions.map(({ id, points: list }) => [id as string, list.map((point) => point.id)]),
    );
    for (const { question, kind, answer, verdicts } of answers) {
      assert.deepEqual(
        Object.keys(verdicts).sort(),
        [...(points.get(question) ?? [])].sort(),
        `${question} ${kind}`,
      );
      for (const verdict of Object.values(verdicts))
        assert.ok(VERDICTS.has(String(verdict)), `${question} ${verdict}`);
      assert.ok(typeof answer === "string" && answer.trim() !== "", `${question} ${kind}`);
    }
  });

  test(`decks/${deck}/answers.jsonl: no variant was made from an answer`, () => {
    const said = new Map<string, string>();
    for (const { question, answer } of answers)
      said.set(question, `${said.get(question) ?? ""}\n${plain(answer)}`);
    const copied = questions.flatMap(({ id, points }) =>
      points.flatMap(({ variants }) =>
        variants.filter(
          (variant) => variant.split(" ").length >= 6 && said.get(id)?.includes(plain(variant)),
        ),
      ),
    );
    assert.deepEqual(copied, []);
  });
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
