import assert from "node:assert/strict";
import { test } from "node:test";
import { shippedGrader } from "../../test/fixtures/grader.ts";
import type { PointId } from "../base/index.ts";
import type { Exemplar, Gradable } from "./assessment.ts";

const grader = shippedGrader();
const KERNEL = "kernel" as PointId;

const question: Gradable = {
  title: "What is the difference between a container and a virtual machine?",
  body: "",
  answer: "",
  points: [
    {
      id: KERNEL,
      text: "Containers share the kernel of the host, and only processes are kept apart.",
      weight: 2,
      variants: ["there is a single operating system core for all of them"],
    },
  ],
  misconceptions: [
    {
      point: KERNEL,
      claim: "Every container boots its own operating system.",
      correction: "Nothing boots: a container is a process of the host.",
    },
  ],
  followUps: [],
};

const told = (answer: string, exemplars: readonly Exemplar[] = []) => {
  const [verdict] = grader.assess({ ...question, exemplars }, answer).verdicts;
  assert.ok(verdict);
  return verdict;
};

for (const [answer, verdict, why] of [
  [
    "Containers share the kernel of the host and only processes are kept apart.",
    "covered",
    "You said it nearly word for word: “Containers share the kernel of the host and only processes are kept apart”.",
  ],
  [
    "Well, there's one operating system core for all of those.",
    "covered",
    "You said “there's one operating system core for all of those”, which is as good as “there is a single operating system core for all of them”.",
  ],
  [
    "Every container boots its own operating system.",
    "contradicted",
    "That is a common misconception: “Every container boots its own operating system”.",
  ],
  [
    "Containers do not share the kernel of the host.",
    "contradicted",
    "You said the opposite: “Containers do not share the kernel of the host”.",
  ],
  ["Bananas ripen faster beside apples.", "missing", "Nothing you said speaks of it."],
  ["", "missing", "There was no answer to judge."],
  [
    "What is the difference between a container and a virtual machine?",
    "missing",
    "You repeat the question.",
  ],
] as const) {
  test(`why: ${JSON.stringify(answer)} is ${verdict}. ${why}`, () => {
    const { verdict: judged, why: said } = told(answer);
    assert.deepEqual([judged, said], [verdict, why]);
  });
}

test("why: what the person decided before is told as theirs", () => {
  const text = "They live under one roof and cook in a common kitchen.";
  const { verdict, why } = told(text, [{ point: KERNEL, verdict: "covered", text }]);
  assert.deepEqual([verdict, why], ["covered", `You said before that this says it: “${text.slice(0, -1)}”.`]);
});

test("lacks: of a point said in part, the words that were not heard, without those of the question; of any other, nothing", () => {
  const inOneWording = { ...question, points: question.points.map((point) => ({ ...point, variants: [] })) };
  const [half] = grader.assess(inOneWording, "Containers use a common kernel.").verdicts;
  assert.deepEqual([half?.verdict, half?.lacks], ["partly", "host, and only processes are kept apart"]);
  assert.equal(told("Bananas ripen faster beside apples.").lacks, null);
  assert.equal(
    told("Containers share the kernel of the host and only processes are kept apart.").lacks,
    null,
  );
});

test("why: nothing of a missing point is given away, whatever was said", () => {
  for (const answer of [
    "A host.",
    "They are kept.",
    "It is about processes, I think.",
    "Kernel kernel kernel.",
  ]) {
    const { verdict, why } = told(answer);
    if (verdict === "missing") assert.doesNotMatch(why, /share|kernel|process|apart/);
  }
});
