import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { shippedGrader } from "../../test/fixtures/grader.ts";
import type { PointId } from "../base/index.ts";
import type { Terms } from "../deck/index.ts";
import type { Gradable } from "./assessment.ts";
import { withTerms } from "./deck-terms.ts";
import { parseWordData } from "./word-data.ts";

const words = parseWordData(readFileSync(new URL("../../data/grade/words.txt", import.meta.url)));
const grader = shippedGrader();

const question: Gradable = {
  title: "What happens before a release?",
  body: "",
  answer: "The frobnicator signs every zibbet.",
  points: [{ id: "signed" as PointId, text: "The frobnicator signs every zibbet.", weight: 1, variants: [] }],
  misconceptions: [],
  followUps: [],
};
const ANSWER = "The night watch signs every Work-Item.";
const TERMS = [
  ["frobnicator", "night watch", "sentry"],
  ["zibbet", "work item", "parcel"],
];

const verdictOf = (terms: Terms | undefined, answer = ANSWER, asked = question) =>
  grader.assess(terms === undefined ? asked : { ...asked, terms }, answer).verdicts[0]?.verdict;

test("terms: an answer in the deck's other wordings says the point, and does not without them", () => {
  assert.notEqual(verdictOf(undefined), "covered");
  assert.notEqual(verdictOf([]), "covered");
  assert.equal(verdictOf(TERMS), "covered");
});

test("terms: two wordings of a group match where neither opens it", () => {
  const points = [
    { id: "signed" as PointId, text: "The night watch signs every parcel.", weight: 1, variants: [] },
  ];
  const asked = { ...question, points };
  assert.notEqual(verdictOf([], "The sentry signs every Work-Item.", asked), "covered");
  assert.equal(verdictOf(TERMS, "The sentry signs every Work-Item.", asked), "covered");
});

test("terms: what is denied in another wording is not said", () => {
  assert.notEqual(verdictOf(TERMS, "The night watch never signs a work item."), "covered");
});

test("terms: they match as the lexicon's own groups do", () => {
  const same = TERMS.map((group) => group.join("\t")).join("\n");
  const shipped = parseWordData(`vivarium-words 1\n= same\n${same}\n= contrast\n`);
  const bare = parseWordData("vivarium-words 1\n= same\n= contrast\n");
  const laid = withTerms(bare, TERMS);
  for (const stem of ["frobnic", "night", "watch", "zibbet", "work", "parcel", "other"]) {
    const own = laid.groups.get(stem)?.map((group) => -1 - group);
    assert.deepEqual(own, shipped.groups.get(stem), stem);
    const phrases = laid.phrases.get(stem)?.map(({ stems, group }) => ({ stems, group: -1 - group }));
    assert.deepEqual(phrases, shipped.phrases.get(stem), stem);
  }
});

test("terms: a word keeps the groups of the lexicon beside the deck's", () => {
  const before = words.groups.get("databas") ?? [];
  assert.ok(before.length > 0);
  assert.deepEqual(withTerms(words, [["database", "zibbet"]]).groups.get("databas"), [...before, -1]);
});

test("terms: the lexicon is the same object without terms, and laid over once for a deck", () => {
  assert.equal(withTerms(words, []), words);
  assert.equal(withTerms(words, TERMS), withTerms(words, TERMS));
  assert.equal(withTerms(words, TERMS).opposites, words.opposites);
});

test("terms: a wording of signs alone, or one that says another again, adds nothing", () => {
  const laid = withTerms(words, [["…", "zibbet", "zibbets", "big zibbet", "Big-Zibbets"]]);
  assert.deepEqual(laid.groups.get("zibbet"), [-1]);
  assert.equal(laid.phrases.get("big")?.filter(({ group }) => group === -1).length, 1);
});

test("terms: the order of wordings and of groups makes no difference", () => {
  const shuffled = fc
    .tuple(...TERMS.map((group) => fc.shuffledSubarray(group, { minLength: group.length })))
    .chain((groups) => fc.shuffledSubarray(groups, { minLength: groups.length }));
  const answer = fc
    .array(fc.constantFrom("the", "night", "watch", "signs", "no", "parcel", "work", "item", "zibbet"), {
      maxLength: 8,
    })
    .map((list) => list.join(" "));
  fc.assert(
    fc.property(shuffled, answer, (terms, text) => {
      assert.deepEqual(
        grader.assess({ ...question, terms }, text),
        grader.assess({ ...question, terms: TERMS }, text),
      );
    }),
    { numRuns: 60 },
  );
});

test("terms: what the person overruled is heard in the deck's wordings too", () => {
  const exemplars = [{ point: "signed" as PointId, verdict: "covered" as const, text: "the parcel glows" }];
  const said = "The work item glows.";
  assert.notEqual(verdictOf([], said, { ...question, exemplars }), "covered");
  assert.equal(verdictOf(TERMS, said, { ...question, exemplars }), "covered");
});
