import assert from "node:assert/strict";
import { test } from "node:test";
import type { Assessment, Verdict } from "../shapes.ts";
import { furtherVerdicts, headline, inWords, isInDoubt, shownVerdicts } from "./verdict-words.ts";
import { change, newVisit, type Visit } from "./visit-state.ts";

const verdict = (point: string, said: Verdict["verdict"], weight: Verdict["weight"] = 1): Verdict => ({
  point,
  text: point,
  textHtml: point,
  weight,
  verdict: said,
  p: 0.9,
  evidence: null,
  correction: null,
  why: "Your words say it.",
  lacks: null,
  second: null,
});

function visit(parts: Partial<Assessment>, turns = ["words"]): Visit {
  const assessment: Assessment = {
    question: "q",
    turns,
    score: 0.5,
    label: "partly",
    doubt: 0.2,
    verdicts: [verdict("a", "covered"), verdict("b", "missing"), verdict("extra", "missing", "bonus")],
    followUp: null,
    borrowed: null,
    answerHtml: "",
    ...parts,
  };
  return { ...newVisit("q", "id"), step: "judged", turns, assessments: [assessment] };
}

for (const [said, parts, turns] of [
  ["Partly covered: 50\u00a0%", {}, ["words"]],
  ["Covered: 100\u00a0%", { score: 1, label: "covered" }, ["words"]],
  ["Mostly covered: 60\u00a0%", { score: 0.6, label: "covered" }, ["words"]],
  ["Mostly missing: 10\u00a0%", { score: 0.1, label: "missing" }, ["words"]],
  ["Missing: 0\u00a0%", { score: 0, label: "missing" }, ["words"]],
  ["Not known yet", { score: 0, label: "missing" }, []],
  ["Not quite: 40\u00a0%", { score: 0.4, label: "contradicted" }, ["words"]],
  ["Compare it yourself", { score: 0, label: "ungraded", verdicts: [] }, ["words"]],
] as const) {
  test(`the headline is “${said}”`, () => assert.equal(headline(visit(parts, [...turns])), said));
}

test("a correction changes the headline as it will change the review", () => {
  const corrected = change(visit({}), { kind: "corrected", point: "b", verdict: "covered" });
  assert.equal(headline(corrected), "Covered: 100\u00a0%");
});

test("a bonus that was not made is apart; one that the person says they made is not", () => {
  const judged = visit({});
  assert.deepEqual(
    shownVerdicts(judged).map(({ point }) => point),
    ["a", "b"],
  );
  assert.deepEqual(
    furtherVerdicts(judged).map(({ point }) => point),
    ["extra"],
  );
  const corrected = change(judged, { kind: "corrected", point: "extra", verdict: "covered" });
  assert.deepEqual(
    shownVerdicts(corrected).map(({ point }) => point),
    ["a", "b", "extra"],
  );
});

test("those who listen hear the verdict, the points and the follow-up", () => {
  const asked: Visit = { ...visit({ followUp: { point: "b", text: "What of b?" } }), step: "following-up" };
  assert.equal(
    inWords(asked),
    "Partly covered: 50\u00a0%. Of 2 points: 1 covered, 1 missing. A follow-up: What of b?",
  );
});

test("doubt is told of an answer, not of “I don’t know”", () => {
  assert.equal(isInDoubt(visit({ doubt: 0.6 })), true);
  assert.equal(isInDoubt(visit({ doubt: 0.6 }, [])), false);
});
