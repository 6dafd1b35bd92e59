import assert from "node:assert/strict";
import { test } from "node:test";
import { shippedGrader } from "../../test/fixtures/grader.ts";
import type { PointId } from "../base/index.ts";
import type { Exemplar, Gradable, PointVerdict } from "./assessment.ts";

const grader = shippedGrader();
const SHORT = "short-life" as PointId;
const LIST = "deny-list" as PointId;

const question: Gradable = {
  title: "How can a JWT be taken back before it expires?",
  body: "",
  answer: "",
  points: [
    {
      id: SHORT,
      text: "Access tokens live for minutes, so a stolen one soon dies.",
      weight: 2,
      variants: ["the token only works for five minutes or so", "keep the expiry very short"],
    },
    {
      id: LIST,
      text: "The ids of revoked tokens are looked up on each request.",
      weight: 2,
      variants: ["check a blacklist of jti values every time", "ask a store whether it was withdrawn"],
    },
  ],
  misconceptions: [],
  followUps: [],
};

const OWN_WORDS = "The doorman keeps a page with the numbers of cancelled tickets.";

function judge(answer: string, exemplars: readonly Exemplar[]): Record<string, PointVerdict> {
  const { verdicts } = grader.assess({ ...question, exemplars }, answer);
  return Object.fromEntries(verdicts.map(({ point, verdict }) => [point, verdict]));
}

test("exemplars: what the person said they had said is covered when they say it again, with those words as evidence", () => {
  assert.equal(judge(OWN_WORDS, [])[LIST], "missing");
  const exemplars = [{ point: LIST, verdict: "covered", text: OWN_WORDS }] as const;
  const again = `Well, it depends on the case. ${OWN_WORDS}`;
  const { verdicts } = grader.assess({ ...question, exemplars }, again);
  assert.equal(verdicts[1]?.verdict, "covered");
  assert.match(verdicts[1]?.evidence?.text ?? "", /^the doorman .* tickets$/i);
});

for (const [what, answer] of [
  ["in a little other words", "So a doorman keeps pages of numbers of the cancelled tickets"],
  [
    "in two sentences that a heap of others stands between",
    "The doorman keeps a page. I would say so. It depends. Of course. You know. It has the numbers of cancelled tickets.",
  ],
] as const) {
  test(`exemplars: said again ${what}, it is covered`, () => {
    assert.equal(judge(answer, [{ point: LIST, verdict: "covered", text: OWN_WORDS }])[LIST], "covered");
  });
}

for (const [what, text, answer] of [
  ["half of it", OWN_WORDS, "The doorman keeps a page."],
  ["the opposite", OWN_WORDS, "The doorman does not keep a page with the numbers of cancelled tickets."],
  ["something else", OWN_WORDS, "Rotate the signing key."],
  ["nothing but the filler of a hasty correction", "Yes, it does.", "Yes, it does."],
] as const) {
  test(`exemplars: who says ${what} is judged as before`, () => {
    const exemplars = [{ point: LIST, verdict: "covered", text }] as const;
    assert.deepEqual(judge(answer, exemplars), judge(answer, []));
  });
}

test("exemplars: that was wrong makes the same words missing, and leaves other words alone", () => {
  const said = "The token only works for a few minutes.";
  assert.equal(judge(said, [])[SHORT], "covered");
  const exemplars = [{ point: SHORT, verdict: "missing", text: said }] as const;
  assert.equal(judge(said, exemplars)[SHORT], "missing");
  assert.equal(judge("Keep the expiry very short.", exemplars)[SHORT], "covered");
});

test("exemplars: of two about the same words the later one holds", () => {
  const covered = { point: LIST, verdict: "covered", text: OWN_WORDS } as const;
  const missing = { point: LIST, verdict: "missing", text: OWN_WORDS } as const;
  assert.equal(judge(OWN_WORDS, [missing, covered])[LIST], "covered");
  const said = "Check a blacklist of jti values every time.";
  const [yes, no] = [
    { ...covered, text: said },
    { ...missing, text: said },
  ];
  assert.equal(judge(said, [yes, no])[LIST], "missing");
  assert.equal(judge(said, [no, yes])[LIST], "covered");
});

test("exemplars: they change the verdict of no other point, and one of a point that is gone changes nothing", () => {
  const answer = `${OWN_WORDS} Tokens live for minutes.`;
  const before = grader.assess(question, answer);
  const exemplars: Exemplar[] = [
    { point: LIST, verdict: "covered", text: OWN_WORDS },
    { point: "gone" as PointId, verdict: "covered", text: "Tokens live for minutes." },
  ];
  const after = grader.assess({ ...question, exemplars }, answer);
  assert.deepEqual(after.verdicts[0], before.verdicts[0]);
  assert.equal(grader.assess({ ...question, exemplars }, "").score, 0);
});
