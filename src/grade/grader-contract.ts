import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type PointId, parsePointId } from "../base/index.ts";
import type { Gradable, Grader, PointVerdict } from "./assessment.ts";

function id(text: string): PointId {
  const parsed = parsePointId(text);
  if (!parsed.ok) throw new TypeError(parsed.problem);
  return parsed.value;
}

/** The question of the contract: three essential points of weight 2, 2 and 1, and a bonus. */
const lists: Gradable = {
  title: "What is the difference between a list and a tuple in Python?",
  body: "",
  answer:
    "Lists can change, tuples cannot, so a tuple can be a dictionary key. Lists are written in brackets.",
  points: [
    {
      id: id("list-mutable"),
      text: "Lists are mutable.",
      weight: 2,
      variants: [
        "you can append to a list after it was made",
        "the contents of a list may be altered at any time",
      ],
    },
    {
      id: id("tuple-immutable"),
      text: "Tuples are immutable.",
      weight: 2,
      variants: ["a tuple is frozen once it exists", "nothing can be added to a tuple"],
    },
    {
      id: id("hashable"),
      text: "A tuple can serve as a dictionary key because it is hashable.",
      weight: 1,
      variants: ["only the tuple works as the key of a dict", "a set accepts tuples but refuses lists"],
    },
    {
      id: id("faster"),
      text: "Building a tuple is slightly cheaper.",
      weight: "bonus",
      variants: ["tuples take a little less memory"],
    },
  ],
  misconceptions: [
    {
      point: id("hashable"),
      claim: "Every tuple is hashable, whatever it contains.",
      correction: "A tuple is hashable only when all its elements are.",
    },
  ],
  followUps: [
    { point: id("tuple-immutable"), text: "What happens when you assign to index zero?" },
    { point: id("hashable"), text: "You cache results by coordinates. What do you look them up with?" },
    { point: "*", text: "When is a named tuple the better choice?" },
  ],
};

const bare: Gradable = { ...lists, points: [], misconceptions: [], followUps: [] };

const full = lists.points
  .filter((point) => point.weight !== "bonus")
  .map((point) => point.text)
  .join(" ");

/** What every judge must hold, whatever it works by. Run it from a test file of the judge. */
export function graderContract(name: string, create: () => Grader): void {
  const grader = create();
  const verdictsOf = (answer: string, earlier: readonly string[] = []): PointVerdict[] =>
    grader.assess(lists, answer, earlier).verdicts.map((one) => one.verdict);

  test(`${name}: the points' own words cover every essential point and score 1`, () => {
    const { score, label, verdicts } = grader.assess(lists, full);
    assert.deepEqual(verdicts.map((one) => one.verdict).slice(0, 3), ["covered", "covered", "covered"]);
    assert.equal(score, 1);
    assert.equal(label, "covered");
  });

  for (const answer of ["", "   \n", "I don't know", "no idea, sorry", "Um.", lists.title, "???"]) {
    test(`${name}: ${JSON.stringify(answer)} covers nothing`, () => {
      const { score, label, verdicts } = grader.assess(lists, answer);
      assert.deepEqual(new Set(verdicts.map((one) => one.verdict)), new Set(["missing"]));
      assert.equal(score, 0);
      assert.equal(label, "missing");
    });
  }

  test(`${name}: each variant alone covers its point`, () => {
    for (const [i, point] of lists.points.entries()) {
      for (const variant of point.variants) assert.equal(verdictsOf(variant)[i], "covered", variant);
    }
  });

  test(`${name}: swapped claims contradict both points`, () => {
    const { verdicts, label, score } = grader.assess(lists, "Lists are immutable and tuples are mutable.");
    assert.deepEqual(
      verdicts.slice(0, 2).map((one) => one.verdict),
      ["contradicted", "contradicted"],
    );
    assert.equal(label, "contradicted");
    assert.equal(score, 0);
  });

  test(`${name}: a recognised misconception carries its correction`, () => {
    const { verdicts } = grader.assess(lists, "Every tuple is hashable, whatever it contains.");
    assert.equal(verdicts[2]?.verdict, "contradicted");
    assert.equal(verdicts[2]?.correction, lists.misconceptions[0]?.correction);
  });

  test(`${name}: naming a wrong claim and refusing it is no contradiction`, () => {
    for (const answer of [
      "Many people think that tuples are mutable, but in fact tuples are immutable.",
      "It is not true that tuples are mutable.",
      "It is a myth that every tuple is hashable, whatever it contains.",
    ]) {
      assert.ok(!verdictsOf(answer).includes("contradicted"), answer);
    }
  });

  test(`${name}: words without a sentence cover nothing`, () => {
    const heap = "tuple key mutable dictionary brackets immutable hash list memory frozen append set";
    assert.ok(!verdictsOf(heap).slice(0, 3).includes("covered"));
  });

  test(`${name}: a right answer to another question covers nothing`, () => {
    const answer = "A volume keeps the data on the host, so it survives when the container is removed.";
    assert.deepEqual(new Set(verdictsOf(answer)), new Set(["missing"]));
  });

  test(`${name}: turns add up, and a later turn corrects an earlier one`, () => {
    assert.deepEqual(verdictsOf("Tuples are immutable.", ["Lists are mutable."]).slice(0, 2), [
      "covered",
      "covered",
    ]);
    assert.equal(verdictsOf("Sorry: tuples are immutable.", ["Tuples are mutable."])[1], "covered");
    assert.equal(verdictsOf("Tuples are mutable.", ["Tuples are immutable."])[1], "contradicted");
  });

  test(`${name}: evidence names the turn it stands in`, () => {
    const { verdicts } = grader.assess(lists, "Tuples are immutable.", ["Lists are mutable."]);
    assert.equal(verdicts[0]?.evidence?.turn, 0);
    assert.equal(verdicts[1]?.evidence?.turn, 1);
  });

  test(`${name}: the follow-up asks for the heaviest open point, contradictions first, the star last`, () => {
    assert.equal(grader.assess(lists, "Lists are mutable.").followUp?.text, lists.followUps[0]?.text);
    const wrong = grader.assess(lists, "Every tuple is hashable, whatever it contains.");
    assert.equal(wrong.followUp?.text, lists.followUps[1]?.text);
    assert.equal(grader.assess(lists, full).followUp?.point, "*");
  });

  test(`${name}: a bonus never lowers and is never asked for by a made-up question`, () => {
    const everything = `${full} Building a tuple is slightly cheaper.`;
    assert.equal(grader.assess(lists, everything).score, 1);
    assert.notEqual(grader.assess(lists, full).followUp?.point, "faster");
  });

  test(`${name}: without a reference and points the answer is ungraded`, () => {
    const { label, score, verdicts, followUp } = grader.assess({ ...bare, answer: "" }, "anything at all");
    assert.deepEqual(
      { label, score, verdicts, followUp },
      { label: "ungraded", score: 0, verdicts: [], followUp: null },
    );
  });

  test(`${name}: a reference without points is judged by points proposed from it`, () => {
    assert.equal(grader.assess(bare, bare.answer).score, 1);
    assert.equal(grader.assess(bare, "").score, 0);
  });

  test(`${name}: any string is judged, with evidence that is a slice of its turn`, () => {
    const word = fc.constantFrom(
      "list",
      "tuple",
      "mutable",
      "not",
      "constructor",
      "__proto__",
      "but",
      "<b>",
      "$&",
      "。",
    );
    const prose = fc.array(word, { maxLength: 30 }).map((words) => words.join(" "));
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.string({ maxLength: 60 }),
      prose,
      surrogates,
    );
    fc.assert(
      fc.property(text, text, (first, second) => {
        const turns = [first, second];
        const result = grader.assess(lists, second, [first]);
        assert.ok(result.score >= 0 && result.score <= 1 && result.doubt >= 0 && result.doubt <= 1);
        for (const { evidence, p } of result.verdicts) {
          assert.ok(p >= 0 && p <= 1);
          if (evidence === null) continue;
          assert.equal(evidence.text, turns[evidence.turn]?.slice(evidence.start, evidence.end));
        }
        assert.deepEqual(grader.assess(lists, second, [first]), result);
      }),
      { numRuns: 200 },
    );
  });

  test(`${name}: adding an uncovered point word for word never lowers the score`, () => {
    const sentences = fc.constantFrom(
      "Lists are mutable.",
      "A tuple is hashable.",
      "Tuples are mutable.",
      "I do not know.",
      "Both hold things in order.",
      "You cannot change a list.",
    );
    fc.assert(
      fc.property(fc.array(sentences, { maxLength: 4 }), (said) => {
        const answer = said.join(" ");
        const before = grader.assess(lists, answer);
        for (const [i, point] of lists.points.entries()) {
          if (before.verdicts[i]?.verdict === "covered") continue;
          assert.ok(grader.assess(lists, `${answer} ${point.text}`).score >= before.score, point.text);
        }
      }),
      { numRuns: 100 },
    );
  });
}

const surrogates = fc
  .array(fc.constantFrom("\ud800", "\udc00", "a list", " ", "是", "é"))
  .map((all) => all.join(""));
