import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type PointId, parsePointId } from "../base/index.ts";
import type { Gradable } from "./assessment.ts";
import { FEATURES } from "./features.ts";
import { type ForestFile, parseForest } from "./forest.ts";
import { createGrader } from "./grader.ts";
import { parseWordData } from "./word-data.ts";

const words = parseWordData(readFileSync(new URL("../../data/grade/words.txt", import.meta.url)));

/** A forest that takes it amiss when another point is said in full: then nothing else is. */
const AT = FEATURES.indexOf("bestSupport");
const JEALOUS: ForestFile = {
  version: 1,
  about: {},
  features: FEATURES,
  depth: 1,
  rate: 1,
  base: [0, 0, 0, 0],
  trees: [
    [AT, 0.9, 4, -4],
    [AT, 0.9, 0, 0],
    [AT, 0.9, -4, 4],
    [AT, 0.9, -4, -4],
  ],
};
const grader = createGrader({ words, forest: parseForest(JSON.stringify(JEALOUS)), whole: null });

function idOf(text: string): PointId {
  const id = parsePointId(text);
  assert.ok(id.ok);
  return id.value;
}

const question: Gradable = {
  title: "What is a lock?",
  body: "",
  answer: "",
  points: [
    {
      id: idOf("one"),
      text: "Only one thread enters the section at a time.",
      weight: 1,
      variants: ["the others queue outside until it leaves"],
    },
    {
      id: idOf("order"),
      text: "A fixed sequence of acquiring prevents deadlocks.",
      weight: 1,
      variants: ["always take them alphabetically"],
    },
  ],
  misconceptions: [],
  followUps: [],
};

const verdictOf = (answer: string): string | undefined =>
  grader.assess(question, answer).verdicts[0]?.verdict;

test("turns: a point said word for word never makes another look worse, whatever the trees make of it", () => {
  const said = "Others must queue outside until the thread leaves.";
  assert.equal(verdictOf(said), "covered");
  assert.equal(verdictOf(`${said} A fixed sequence of acquiring prevents deadlocks.`), "covered");
});
