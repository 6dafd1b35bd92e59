import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { PointId, QuestionId } from "../base/index.ts";
import type { Question } from "../deck/index.ts";
import type { Assessment, Grader } from "../grade/index.ts";
import {
  answer,
  correct,
  currentStep,
  giveUp,
  lastVisit,
  type Session,
  skip,
  startSession,
  undo,
} from "./session.ts";
import { summarize } from "./summary.ts";

const POINT = "p" as PointId;

function question(id: string): Question {
  return {
    id: id as QuestionId,
    section: "",
    level: null,
    tags: [],
    refs: [],
    related: [],
    title: `${id}?`,
    body: "",
    answer: "",
    points: [],
    proposed: false,
    misconceptions: [],
    followUps: [],
    source: "",
    imported: "",
    lab: "",
    noLab: "",
    noShown: "",
    borrows: "",
    shown: [],
    unknown: [],
  };
}

/** Scores by the number of turns that say "yes"; asks on until all is said. */
const grader: Grader = {
  version: "fake",
  assess(_question, text, earlier = []): Assessment {
    const turns = [...earlier, text];
    const said = turns.filter((turn) => turn.includes("yes")).length;
    const score = Math.min(1, said / 2);
    const followUp = score === 1 ? null : { point: POINT, text: "And what else?" };
    const verdict = score === 1 ? "covered" : said > 0 ? "partly" : "missing";
    const turn = turns.findLastIndex((each) => each.includes("yes"));
    const evidence = turn === -1 ? null : { turn, start: 0, end: 3, text: "yes" };
    const judged = { point: POINT, verdict, evidence, p: 1, correction: null, why: "", lacks: null } as const;
    const verdicts = [judged];
    return { score, label: verdict, doubt: 0, verdicts, followUp };
  },
};

const start = () => startSession([question("one"), question("two")]);

test("session: an answer earns its follow-up, and both are judged together", () => {
  const asked = answer(start(), grader, "yes");
  assert.deepEqual(currentStep(asked).kind, "follow-up");
  const done = answer(asked, grader, "yes again");
  const step = currentStep(done);
  assert.equal(step.kind === "question" && step.question.id, "two");
  const visit = lastVisit(done);
  assert.ok(visit?.outcome === "answered");
  assert.deepEqual(visit.turns, ["yes", "yes again"]);
  assert.equal(visit.assessment.score, 1);
});

test("session: there is one follow-up at most", () => {
  const done = answer(answer(start(), grader, "no"), grader, "no");
  assert.equal(currentStep(done).kind, "question");
  assert.equal(done.visits.length, 1);
});

test("session: a complete answer earns no follow-up", () => {
  const generous: Grader = { ...grader, assess: (q, text) => grader.assess(q, text, ["yes", "yes"]) };
  assert.equal(answer(start(), generous, "yes").visits.length, 1);
});

test("session: I don't know at the question counts as nothing covered, without a follow-up", () => {
  const done = giveUp(start(), grader);
  assert.equal(done.visits[0]?.outcome, "unknown");

  assert.equal(summarize(done).score, 0);
});

test("session: I don't know at the follow-up leaves the first answer as it was judged", () => {
  const done = giveUp(answer(start(), grader, "yes"), grader);
  const [visit] = done.visits;
  assert.ok(visit?.outcome === "answered");
  assert.equal(visit.assessment.score, 0.5);
});

test("session: a skipped question does not count, a skipped follow-up does", () => {
  const done = skip(answer(skip(start()), grader, "yes"));
  const { asked, answered, skipped, score } = summarize(done);
  assert.deepEqual({ asked, answered, skipped, score }, { asked: 2, answered: 1, skipped: 1, score: 0.5 });
  assert.equal(currentStep(done).kind, "done");
});

test("session: an open follow-up counts in the summary as its answer stands", () => {
  assert.equal(summarize(answer(start(), grader, "yes")).score, 0.5);
});

test("session: nothing happens after the end, and undo at the beginning changes nothing", () => {
  const done = skip(skip(start()));
  assert.equal(answer(done, grader, "yes"), done);
  assert.equal(skip(done), done);
  assert.equal(giveUp(done, grader), done);
  const fresh = start();
  assert.equal(undo(fresh), fresh);
});

test("session: undo gives back exactly the session before the step, whatever the steps were", () => {
  const steps: ((session: Session) => Session)[] = [
    (session) => answer(session, grader, "yes"),
    (session) => answer(session, grader, "no"),
    (session) => giveUp(session, grader),
    (session) => correct(session, POINT, "covered"),
    (session) => correct(session, POINT, "missing"),
    skip,
    undo,
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 12 }), (run) => {
      let session = start();
      for (const step of run) {
        const next = step(session);
        if (step !== undo && next !== session) assert.deepEqual(undo(next), session);
        session = next;
        assert.ok(session.visits.length <= 2);
      }
    }),
  );
});

const corrections = (session: Session) => {
  const visit = lastVisit(session);
  assert.ok(visit !== null && visit.outcome !== "skipped");
  return visit.corrections;
};

test("session: I did say that drops the follow-up that asks for the point, and closes the visit", () => {
  const done = correct(answer(start(), grader, "yes"), POINT, "covered");
  assert.equal(currentStep(done).kind, "question");
  assert.deepEqual(corrections(done), [{ point: POINT, verdict: "covered" }]);
});

test("session: that was wrong leaves the follow-up waiting", () => {
  const asked = correct(answer(start(), grader, "yes"), POINT, "missing");
  assert.equal(currentStep(asked).kind, "follow-up");
  assert.deepEqual(corrections(asked), [{ point: POINT, verdict: "missing" }]);
});

test("session: that was wrong is forgotten once the follow-up says the words anew, and kept when it does not", () => {
  const asked = correct(answer(start(), grader, "yes"), POINT, "missing");
  assert.deepEqual(corrections(answer(asked, grader, "yes indeed")), []);
  assert.deepEqual(corrections(answer(asked, grader, "no")), [{ point: POINT, verdict: "missing" }]);
});

test("session: a closed visit is corrected while the next question waits", () => {
  const done = correct(giveUp(start(), grader), POINT, "covered");
  const step = currentStep(done);
  assert.equal(step.kind === "question" && step.question.id, "two");
  assert.deepEqual(corrections(done), [{ point: POINT, verdict: "covered" }]);
});

test("session: a correction back to what the judge said is none", () => {
  const done = giveUp(start(), grader);
  assert.deepEqual(corrections(correct(correct(done, POINT, "covered"), POINT, "missing")), []);
});

test("session: what cannot be corrected leaves the session as it is", () => {
  const asked = answer(start(), grader, "no");
  assert.equal(correct(asked, POINT, "missing"), asked);
  assert.equal(correct(asked, "other" as PointId, "covered"), asked);
  const skipped = skip(start());
  assert.equal(correct(skipped, POINT, "covered"), skipped);
  const fresh = start();
  assert.equal(correct(fresh, POINT, "covered"), fresh);
});

test("session: the circumstances of the first answer are kept, those of the follow-up are not", () => {
  const asked = answer(start(), grader, "yes", { firstKeyMs: 700, confidence: "sure" });
  const visit = lastVisit(answer(asked, grader, "yes", { firstKeyMs: 9, confidence: "guess" }));
  assert.ok(visit !== null && visit.outcome !== "skipped");
  assert.deepEqual([visit.firstKeyMs, visit.confidence], [700, "sure"]);
});

test("session: words are kept as they are judged, and no words are I don't know", () => {
  const visit = lastVisit(answer(start(), grader, "\r\n\r\n  yes\r\nyes  \n"));
  assert.ok(visit?.outcome === "answered");
  assert.deepEqual(visit.turns, ["  yes\nyes"]);
  assert.equal(lastVisit(answer(start(), grader, " \n "))?.outcome, "unknown");
});
