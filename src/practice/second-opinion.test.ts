import assert from "node:assert/strict";
import { test } from "node:test";
import { testQuestion } from "../../test/fixtures/practice.ts";
import type { PointId } from "../base/index.ts";
import { type Assessment, scoreVerdicts } from "../grade/index.ts";
import type { Opinion, RateRequest, Rater } from "../rater/index.ts";
import { secondOpinion } from "./second-opinion.ts";

const QUESTION = testQuestion("docker-001");
const TURNS = ["It says roughly one."];

function assessed(p: number): Assessment {
  return {
    ...scoreVerdicts(QUESTION, ["partly", "missing", "missing"]),
    doubt: 0.5,
    followUp: null,
    verdicts: QUESTION.points.map(({ id }, at) => ({
      point: id,
      verdict: at === 0 ? "partly" : "missing",
      p: at === 0 ? p : 0.95,
      evidence: at === 0 ? { text: "one", start: 16, end: 19, turn: 0 } : null,
      correction: null,
      why: "",
      lacks: null,
    })),
  };
}

function raterWho(opinions: readonly Opinion[] | null): { rater: Rater; asked: RateRequest[] } {
  const asked: RateRequest[] = [];
  return {
    asked,
    rater: {
      about: { model: "stub", host: "127.0.0.1" },
      async rate(request) {
        asked.push(request);
        return opinions;
      },
    },
  };
}

test("second opinion: it is asked of the points in doubt alone, with all their wordings and all that was said", async () => {
  const { rater, asked } = raterWho([{ point: "one" as PointId, verdict: "covered", quote: "roughly one" }]);
  const { verdicts, score } = await secondOpinion(rater, QUESTION, TURNS, assessed(0.5));
  assert.deepEqual(asked, [
    { prompt: "What of docker-001?", reference: "One, and two.", points: [QUESTION.points[0]], turns: TURNS },
  ]);
  assert.deepEqual([verdicts[0]?.verdict, score], ["covered", 2 / 3]);
  assert.deepEqual(verdicts[0]?.second, { verdict: "covered", quote: "roughly one", decided: true });
});

test("second opinion: without a rater or without doubt nobody is asked, and the assessment is the same object", async () => {
  const { rater, asked } = raterWho([]);
  for (const [who, p] of [
    [null, 0.1],
    [rater, 0.9],
  ] as const) {
    const assessment = assessed(p);
    assert.equal(await secondOpinion(who, QUESTION, TURNS, assessment), assessment);
  }
  assert.equal(asked.length, 0);
});

test("second opinion: where none comes, the judge's stands", async () => {
  for (const opinions of [null, []]) {
    const assessment = assessed(0.5);
    assert.equal(await secondOpinion(raterWho(opinions).rater, QUESTION, TURNS, assessment), assessment);
  }
});
