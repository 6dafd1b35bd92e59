import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { namingGrader, testWorkplace } from "../../test/fixtures/practice.ts";
import { type PointId, VivaError } from "../base/index.ts";
import type { Grader } from "../grade/index.ts";
import {
  answer,
  correct,
  correctedAssessment,
  giveUp,
  LOCAL_OWNER,
  reviewHistory,
  type Session,
  skip,
  startSession,
  undo,
  type Workplace,
} from "../practice/index.ts";
import { visitKeeper } from "./keep-visits.ts";

/** Asks on as long as `two` was not said. */
const grader: Grader = {
  ...namingGrader,
  assess(question, text, earlier) {
    const assessment = namingGrader.assess(question, text, earlier);
    const said = [...(earlier ?? []), text].some((turn) => turn.includes("two"));
    return { ...assessment, followUp: said ? null : { point: "two" as PointId, text: "And?" } };
  },
};

const STEPS: readonly ((session: Session) => Session)[] = [
  (session) => answer(session, grader, "one"),
  (session) => answer(session, grader, "one and two"),
  (session) => giveUp(session, grader),
  skip,
  (session) => correct(session, "one" as PointId, "missing"),
  (session) => correct(session, "one" as PointId, "covered"),
  (session) => correct(session, "two" as PointId, "covered"),
  undo,
];

/** A workplace whose store fails as long as `isDown`. */
async function fragileWorkplace() {
  const { workplace } = await testWorkplace();
  const state: { isDown: boolean } = { isDown: false };
  const fragile: Workplace = {
    ...workplace,
    async store() {
      if (state.isDown) throw new VivaError("VIVA_STORE_BUSY", "in use");
      return workplace.store();
    },
  };
  const { deck } = await workplace.catalogue.deck("docker");
  const asked = deck.questions.map((question) => ({ question, deck: deck.name, terms: [], why: null }));
  return { workplace: fragile, state, asked };
}

test("keeper: whatever was done, undone and corrected, and however often the store failed, what is kept is the session", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ step: fc.constantFrom(...STEPS), isDown: fc.boolean() }), { maxLength: 14 }),
      async (run) => {
        const { workplace, state, asked } = await fragileWorkplace();
        let failures = 0;
        const failed = () => {
          failures++;
        };
        const keeper = visitKeeper({ workplace, asked, failed, prepare: async () => {} });
        let session = startSession(asked.map(({ question }) => question));
        for (const { step, isDown } of run) {
          session = step(session);
          state.isDown = isDown;
          const before = failures;
          const owed = await keeper.follow(session);
          assert.equal(owed > 0, failures > before);
        }
        state.isDown = false;
        assert.equal(await keeper.follow(session), 0);
        const kept = await reviewHistory(workplace, LOCAL_OWNER, { limit: 100 });
        const visits = session.visits.flatMap((visit) => (visit.outcome === "skipped" ? [] : [visit]));
        const sortedById = (rows: { question: string }[]) =>
          rows.sort((a, b) => (a.question < b.question ? -1 : 1));
        assert.deepEqual(
          sortedById(
            kept.map(({ question, turns, verdicts, score }) => ({
              question,
              turns,
              score,
              verdicts: verdicts.map(({ verdict }) => verdict),
            })),
          ),
          sortedById(
            visits.map((visit) => ({
              question: visit.question.id,
              turns: visit.outcome === "answered" ? visit.turns : [],
              score: correctedAssessment(visit).score,
              verdicts: correctedAssessment(visit).verdicts.map(({ verdict }) => verdict),
            })),
          ),
        );
      },
    ),
    { numRuns: 200 },
  );
});

test("keeper: what prepares the first review is done once, again only when it failed, and never for a skipped question", async () => {
  const { workplace, asked } = await fragileWorkplace();
  let prepared = 0;
  let failures = 0;
  const keeper = visitKeeper({
    workplace,
    asked,
    async prepare() {
      prepared++;
      if (prepared === 1) throw new VivaError("VIVA_STORE_UNWRITABLE", "no room");
    },
    failed() {
      failures++;
    },
  });
  let session = skip(startSession(asked.map(({ question }) => question)));
  assert.equal(await keeper.follow(session), 0);
  assert.equal(prepared, 0);
  session = giveUp(session, grader);
  assert.equal(await keeper.follow(session), 1);
  session = giveUp(session, grader);
  assert.equal(await keeper.follow(session), 0);
  assert.deepEqual({ prepared, failures }, { prepared: 2, failures: 1 });
  assert.equal((await reviewHistory(workplace, LOCAL_OWNER, { limit: 10 })).length, 2);
});
