import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Assessment, Verdict } from "../shapes.ts";
import {
  type Change,
  canTakeBack,
  change,
  isUntouched,
  newVisit,
  openFollowUp,
  reviewOf,
  type Visit,
  verdictsOf,
} from "./visit-state.ts";

function verdict(point: string, said: Verdict["verdict"], turn = 0): Verdict {
  const evidence = said === "missing" ? null : { turn, start: 0, end: 3, text: "abc" };
  return {
    point,
    text: point,
    textHtml: point,
    weight: 1,
    verdict: said,
    p: 0.9,
    evidence,
    correction: null,
    why: "Your words say it.",
    lacks: null,
    second: null,
  };
}

function assessment(turns: readonly string[], parts: Partial<Assessment> = {}): Assessment {
  return {
    question: "docker-002",
    turns,
    score: 0.5,
    label: "partly",
    doubt: 0.1,
    verdicts: [verdict("kernel", "covered"), verdict("overhead", "missing"), verdict("isolation", "partly")],
    followUp: { point: "overhead", text: "And what does it cost?" },
    borrowed: null,
    answerHtml: "<p>…</p>",
    ...parts,
  };
}

const after = (changes: readonly Change[], from: Visit = newVisit("docker-002", "id")): Visit =>
  changes.reduce(change, from);

const typed = (text: string, sinceAskedMs = 1200): Change => ({ kind: "typed", text, sinceAskedMs });
const corrected = (point: string, to: "covered" | "missing" | null): Change => ({
  kind: "corrected",
  point,
  verdict: to,
});
const followingUp = after([
  typed("shared kernel"),
  { kind: "answered" },
  { kind: "judged", assessment: assessment(["shared kernel"]) },
]);

test("a visit: the first key is timed once, and not by the follow-up", () => {
  const visit = after([typed("a", 900.4), typed("ab", 2000)]);
  assert.equal(visit.firstKeyMs, 900);
  assert.equal(change(followingUp, typed("more", 5)).firstKeyMs, 1200);
});

test("a visit: who thinks for a week before the first key is counted as a day", () => {
  assert.equal(after([typed("a", 7 * 86_400_000)]).firstKeyMs, 86_400_000);
});

test("a visit: white space is no answer", () => {
  const visit = after([typed(" \n ")]);
  assert.equal(change(visit, { kind: "answered" }), visit);
});

test("a visit: the words are those that were judged, because evidence counts in them", () => {
  const visit = after([
    typed("\n\nkernel  "),
    { kind: "answered" },
    { kind: "judged", assessment: assessment(["kernel"]) },
  ]);
  assert.deepEqual(visit.turns, ["kernel"]);
  assert.equal(visit.draft, "");
});

test("a visit: an answer that could not be judged is a draft again, word for word", () => {
  const visit = after([typed("kernel "), { kind: "answered" }, { kind: "recalled" }]);
  assert.deepEqual([visit.step, visit.draft, visit.turns], ["asking", "kernel ", []]);
  const more = after([typed("cheap"), { kind: "answered" }, { kind: "recalled" }], followingUp);
  assert.deepEqual([more.step, more.draft, more.turns], ["following-up", "cheap", ["shared kernel"]]);
});

test("a visit: saying the same confidence again takes it back; after the answer it stays", () => {
  const sure: Change = { kind: "confidence", confidence: "sure" };
  assert.equal(after([sure]).confidence, "sure");
  assert.equal(after([sure, sure]).confidence, null);
  assert.equal(change(followingUp, sure), followingUp);
});

test("a visit: “I don’t know” earns no follow-up, can be taken back, and then the draft is there", () => {
  const visit = after([
    typed("er"),
    { kind: "gave-up" },
    { kind: "judged", assessment: assessment([], { score: 0 }) },
  ]);
  assert.equal(visit.step, "judged");
  assert.deepEqual(reviewOf(visit).turns, []);
  const back = change(visit, { kind: "taken-back" });
  assert.deepEqual([back.step, back.draft, back.assessments], ["asking", "er", []]);
});

test("a visit: without a follow-up it is judged at once", () => {
  const visit = after([
    typed("all"),
    { kind: "answered" },
    { kind: "judged", assessment: assessment(["all"], { followUp: null }) },
  ]);
  assert.equal(visit.step, "judged");
  assert.equal(canTakeBack(visit), false);
});

test("a visit: passing over the follow-up can be taken back", () => {
  const passed = change(followingUp, { kind: "follow-up-passed" });
  assert.equal(openFollowUp(passed), null);
  assert.equal(change(passed, { kind: "taken-back" }).step, "following-up");
});

test("a visit: “I did say that” of the point that is asked for ends the follow-up, and asks again when taken back", () => {
  const said = change(followingUp, corrected("overhead", "covered"));
  assert.equal(said.step, "judged");
  assert.equal(verdictsOf(said)[1]?.verdict, "covered");
  assert.equal(change(said, { kind: "taken-back" }).step, "following-up");
  assert.equal(change(said, corrected("overhead", null)).step, "following-up");
});

test("a visit: a correction to what the judge said is none", () => {
  const visit = after([corrected("kernel", "missing"), corrected("kernel", "covered")], followingUp);
  assert.deepEqual(visit.corrections, []);
});

test("a visit: the last correction is the one that is taken back", () => {
  const visit = after(
    [corrected("kernel", "missing"), corrected("isolation", "covered"), { kind: "taken-back" }],
    followingUp,
  );
  assert.deepEqual(visit.corrections, [{ point: "kernel", verdict: "missing" }]);
});

test("a visit: a point that was not judged cannot be corrected", () => {
  assert.equal(change(followingUp, corrected("nothing", "covered")), followingUp);
});

test("a visit: after the follow-up, corrections stay that still mean something", () => {
  const more = assessment(["shared kernel", "less memory"], {
    verdicts: [
      verdict("kernel", "covered", 1),
      verdict("overhead", "covered", 1),
      verdict("isolation", "partly", 0),
    ],
  });
  const visit = after(
    [
      corrected("kernel", "missing"),
      corrected("isolation", "covered"),
      typed("less memory"),
      { kind: "answered" },
      { kind: "judged", assessment: more },
    ],
    followingUp,
  );
  assert.equal(visit.step, "judged");
  // "That was wrong" was said of words that others have taken the place of.
  assert.deepEqual(visit.corrections, [{ point: "isolation", verdict: "covered" }]);
});

test("a visit: whatever happens in whatever order, steps and assessments fit, and one point has one correction", () => {
  const point = fc.constantFrom("kernel", "overhead", "isolation", "nothing");
  const changes = fc.array(
    fc.oneof<fc.Arbitrary<Change>[]>(
      fc.record({ kind: fc.constant("typed"), text: fc.string(), sinceAskedMs: fc.double({ noNaN: true }) }),
      fc.constant({ kind: "confidence", confidence: "guess" }),
      fc.constant({ kind: "answered" }),
      fc.constant({ kind: "gave-up" }),
      fc.boolean().map((asks) => ({
        kind: "judged",
        assessment: assessment(["x"], asks ? {} : { followUp: null }),
      })),
      fc.constant({ kind: "recalled" }),
      fc.constant({ kind: "follow-up-passed" }),
      fc.record({
        kind: fc.constant("corrected"),
        point,
        verdict: fc.constantFrom("covered", "missing", null),
      }),
      fc.constant({ kind: "taken-back" }),
    ),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(changes, (all) => {
      const visit = after(all);
      const judgements = {
        asking: [0],
        judging: [0],
        "following-up": [1],
        "judging-more": [1],
        judged: [1, 2],
      };
      assert.ok(judgements[visit.step].includes(visit.assessments.length), visit.step);
      const points = visit.corrections.map((each) => each.point);
      assert.equal(new Set(points).size, points.length);
      assert.equal(visit.review, "id");
      assert.equal(canTakeBack(visit), change(visit, { kind: "taken-back" }) !== visit);
    }),
  );
});

test("a visit: it is untouched until something is typed or said of it", () => {
  assert.equal(isUntouched(newVisit("docker-002", "id")), true);
  assert.equal(isUntouched(after([typed("a")])), false);
  assert.equal(isUntouched(after([{ kind: "confidence", confidence: "guess" }])), false);
  assert.equal(isUntouched(followingUp), false);
});
