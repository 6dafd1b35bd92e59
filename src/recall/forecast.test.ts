import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DAY_MS, type DeckName, type QuestionId, type Random, seededRandom } from "../base/index.ts";
import { coldChance } from "./cold-chance.ts";
import { estimate } from "./estimate.ts";
import { type Foreseen, forecast } from "./forecast.ts";
import { recallOf, retrievability } from "./recall.ts";

const NOW = Date.UTC(2026, 10, 24, 12);
const ON = NOW + 30 * DAY_MS;
const NO_FIRSTS = new Map<DeckName, never>();
const API = "api" as DeckName;
const DOCKER = "docker" as DeckName;

function question(n: number, more: Partial<Foreseen> = {}): Foreseen {
  return { id: `api-${n}` as QuestionId, deck: API, tags: [], recall: null, ...more };
}

const seenOnce = (daysAgo: number) => recallOf([{ at: NOW - daysAgo * DAY_MS, rating: "good" }]);

test("forecast: nothing is installed, nothing is foreseen", () => {
  const { known, planned, decks, tags, ...counts } = forecast([], { now: NOW, on: ON, firsts: NO_FIRSTS });
  const none = { expected: 0, low: 0, high: 0, share: 0 };
  assert.deepEqual([counts, known, planned], [{ questions: 0, seen: 0 }, none, none]);
  assert.deepEqual([decks, tags], [[], []]);
});

test("forecast: the chance of a question that was seen is that of its recall, never quite certain", () => {
  const recall = seenOnce(10);
  assert.ok(recall);
  const one = forecast([question(1, { recall })], { now: NOW, on: ON, firsts: NO_FIRSTS });
  assert.equal(one.known.expected, retrievability(recall, ON));
  const now = recallOf([{ at: NOW, rating: "easy" }]);
  assert.equal(
    forecast([question(1, { recall: now })], { now: NOW, on: NOW, firsts: NO_FIRSTS }).known.expected,
    0.98,
  );
});

test("forecast: an unseen question is known as often as first answers were, by deck", () => {
  const questions = [question(1), question(2, { deck: DOCKER })];
  const of = (firsts: ReadonlyMap<DeckName, { asked: number; known: number }>) =>
    forecast(questions, { now: NOW, on: ON, firsts }).decks.map(({ known }) => known.expected);
  assert.deepEqual(of(NO_FIRSTS), [0.3, 0.3]);
  const [api = 0, docker = 0] = of(new Map([[API, { asked: 40, known: 36 }]]));
  assert.ok(api > 0.8 && api < 0.9);
  assert.ok(docker > 0.7 && docker < api);
});

test("cold chance: one's own share, drawn to what was assumed by ten answers", () => {
  assert.equal(coldChance({ asked: 0, known: 0 }), 0.3);
  assert.equal(coldChance({ asked: 10, known: 10 }), 0.65);
  assert.equal(coldChance({ asked: 10, known: 0 }, 0.8), 0.4);
});

test("forecast: by deck as they come, by tag from three questions on, the biggest first", () => {
  const questions = [
    question(1, { tags: ["http", "jwt", "jwt"] }),
    question(2, { tags: ["http", "jwt"], recall: seenOnce(1) }),
    question(3, { tags: ["http", "jwt", "cache"], deck: DOCKER }),
    question(4, { tags: ["http", "cache"] }),
  ];
  const found = forecast(questions, { now: NOW, on: ON, firsts: NO_FIRSTS });
  assert.deepEqual(
    found.decks.map(({ deck, questions: n, seen }) => [deck, n, seen]),
    [
      [API, 3, 1],
      [DOCKER, 1, 0],
    ],
  );
  assert.deepEqual(
    found.tags.map(({ tag, questions: n }) => [tag, n]),
    [
      ["http", 4],
      ["jwt", 3],
    ],
  );
});

const someQuestions = fc.array(
  fc.tuple(
    fc.constantFrom(null, "again", "hard", "good", "easy"),
    fc.double({ min: 0, max: 300, noNaN: true }),
  ),
  { maxLength: 30 },
);

test("forecast: keeping the plan never lowers what will be known, and every interval holds what is expected", () => {
  fc.assert(
    fc.property(
      someQuestions,
      fc.double({ min: -10, max: 120, noNaN: true }),
      fc.nat(1000),
      (seen, daysAhead, known) => {
        const questions = seen.map(([rating, ago], n) => {
          const recall = rating === null ? null : recallOf([{ at: NOW - ago * DAY_MS, rating }]);
          return question(n, { recall });
        });
        const firsts = new Map([[API, { asked: 1000, known }]]);
        const found = forecast(questions, { now: NOW, on: NOW + daysAhead * DAY_MS, firsts });
        assert.ok(found.planned.expected >= found.known.expected - 1e-9);
        for (const { expected, low, high, share } of [found.known, found.planned]) {
          assert.ok(0 <= low && low <= expected && expected <= high && high <= questions.length);
          assert.ok(share >= 0 && share <= 1);
        }
      },
    ),
  );
});

test("forecast: who keeps the plan still forgets some of it, and the same questions give the same forecast", () => {
  const questions = Array.from({ length: 60 }, (_, n) => question(n));
  const firsts = new Map([[API, { asked: 1000, known: 100 }]]);
  const foresee = () => forecast(questions, { now: NOW, on: ON, firsts }).planned.expected / questions.length;
  assert.equal(foresee(), foresee());
  assert.ok(foresee() > 0.7 && foresee() < 0.97, String(foresee()));
});

/** A draw from the normal distribution (Box and Muller). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

for (const [says, questions, seenShare] of [
  ["a person who saw all of 300", 300, 1],
  ["a person who saw a third of 300", 300, 0.33],
  ["a small deck of 40", 40, 0.8],
] as const) {
  test(`forecast: the interval holds nine times in ten for ${says}, when the model errs as is assumed`, () => {
    const random = seededRandom(`calibration ${says}`);
    let held = 0;
    const people = 200;
    for (let person = 0; person < people; person++) {
      const all = Array.from({ length: questions }, (_, n) => {
        const ratings = Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
          random() < 0.2 ? ("again" as const) : ("good" as const),
        );
        const start = NOW - 60 * DAY_MS * random();
        const recall = recallOf(ratings.map((rating, at) => ({ at: start + at * 4 * DAY_MS, rating })));
        return question(n, { recall: random() < seenShare ? recall : null });
      });
      const { known } = forecast(all, { now: NOW, on: ON, firsts: NO_FIRSTS });
      const error = 0.5 * normal(random);
      let really = 0;
      for (const { recall } of all) {
        const p = recall === null ? 0.3 : Math.min(0.98, Math.max(0.02, retrievability(recall, ON)));
        const logit = Math.log(p / (1 - p)) + error;
        if (random() < 1 / (1 + Math.exp(-logit))) really += 1;
      }
      if (known.low <= really && really <= known.high) held += 1;
    }
    const share = held / people;
    assert.ok(share >= 0.85 && share <= 0.97, `held ${held} of ${people}`);
  });
}

test("estimate: the error that all share does not average out over many questions", () => {
  const width = (count: number) => {
    const { low, high } = estimate(Array.from({ length: count }, () => 0.8));
    return (high - low) / count;
  };
  assert.ok(width(10) > width(100) && width(100) > width(10_000));
  assert.ok(width(10_000) > 0.2);
});

test("forecast: beginning a question does not take away what is known unprepared", () => {
  const firsts = new Map([[API, { asked: 1000, known: 1000 }]]);
  const { known, planned } = forecast([question(1)], { now: NOW, on: NOW + 2 * DAY_MS, firsts });
  assert.equal(known.expected, 0.98);
  assert.equal(planned.expected, 0.98);
});
