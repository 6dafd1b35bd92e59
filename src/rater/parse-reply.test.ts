import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { completion, opinions } from "../../test/fixtures/rater-stub.ts";
import type { PointId } from "../base/index.ts";
import type { RateRequest } from "./opinion.ts";
import { parseReply } from "./parse-reply.ts";

const REQUEST: RateRequest = {
  prompt: "Why two tokens?",
  reference: "",
  points: [
    { id: "short-life" as PointId, text: "The access token lives for minutes." },
    { id: "renewal" as PointId, text: "The refresh token gets a new one." },
  ],
  turns: ["The access token dies after minutes.", "You  trade the refresh token in."],
};
const SHORT = { point: "short-life", verdict: "covered", quote: "dies after minutes" };
const RENEWAL = { point: "renewal", verdict: "partly", quote: "trade the refresh token in" };
const MISSING = { point: "renewal", verdict: "missing", quote: "" };

const READ: readonly [what: string, body: string, wanted: readonly object[]][] = [
  ["opinions in any order", opinions(RENEWAL, SHORT), [RENEWAL, SHORT]],
  ["nothing", opinions(), []],
  ["a missing point without a quote", opinions(MISSING), [{ ...MISSING, quote: null }]],
  ["a missing point with a quote", opinions({ ...MISSING, quote: "what?" }), [{ ...MISSING, quote: null }]],
  ["white space around a quote", opinions({ ...SHORT, quote: " dies after minutes\n" }), [SHORT]],
  ["a point that is not there", opinions({ ...SHORT, point: "other" }, RENEWAL), [RENEWAL]],
  [
    "a point told twice, and neither counts",
    opinions(SHORT, RENEWAL, { ...SHORT, verdict: "missing" }),
    [RENEWAL],
  ],
  ["a quote that nobody said", opinions({ ...SHORT, quote: "dies after some minutes" }), []],
  ["a quote with other spaces", opinions({ ...RENEWAL, quote: "You trade the refresh token" }), []],
  ["a quote over two turns", opinions({ ...SHORT, quote: "minutes. You  trade" }), []],
  ["a quote of other letters that look alike", opinions({ ...SHORT, quote: "diеs after minutes" }), []],
  ["an empty quote", opinions({ ...SHORT, quote: "  " }), []],
  ["a contradiction without its words", opinions({ ...SHORT, verdict: "contradicted", quote: "" }), []],
  ["words of the reference", opinions({ ...SHORT, quote: "The access token lives for minutes." }), []],
  [
    "a key twice: the last one is meant",
    completion(`{"points":[{"point":"other",${JSON.stringify(SHORT).slice(1)}]}`),
    [SHORT],
  ],
  [
    "numbers that are none, beside it",
    completion(JSON.stringify({ points: [SHORT] })).replace('"created":1', '"created":1e999'),
    [SHORT],
  ],
  ["an empty refusal", completion(JSON.stringify({ points: [SHORT] }), { refusal: null }), [SHORT]],
];
for (const [what, body, wanted] of READ) {
  test(`reply: ${what}`, () => assert.deepEqual(parseReply(body, REQUEST), wanted));
}

const whole = JSON.stringify({ points: [SHORT] });
const MALFORMED: readonly [what: string, body: string][] = [
  ["no JSON", "<html>"],
  ["nothing", ""],
  ["null", "null"],
  ["a list", "[]"],
  ["an error", '{"error":{"message":"no such model"}}'],
  ["no choice", '{"choices":[]}'],
  ["several choices", JSON.stringify({ choices: [1, 2].map(() => ({ message: { content: whole } })) })],
  ["no message", '{"choices":[{}]}'],
  ["no content", completion(null)],
  ["a refusal", completion(null, { refusal: "I cannot help with that" })],
  ["a refusal beside content", completion(whole, { refusal: "I cannot help with that" })],
  ["content in parts", completion([{ type: "text", text: whole }])],
  ["prose around it", completion(`Here you are: ${whole}`)],
  ["a fence around it", completion(`\`\`\`json\n${whole}\n\`\`\``)],
  ["half of it", completion(whole.slice(0, -9))],
  ["a list alone", completion(JSON.stringify([SHORT]))],
  ["points by name", completion(JSON.stringify({ points: { "short-life": "covered" } }))],
  ["something beside the points", completion(JSON.stringify({ points: [SHORT], score: 1 }))],
  ["something beside an opinion", opinions({ ...SHORT, why: "clear" })],
  ["an opinion without a quote", opinions({ point: "short-life", verdict: "missing" })],
  ["another verdict", opinions({ ...SHORT, verdict: "COVERED" })],
  ["a verdict of every object", opinions({ ...SHORT, verdict: "toString" })],
  ["a point that is a number", completion('{"points":[{"point":1e999,"verdict":"missing","quote":""}]}')],
  ["one opinion of many that is malformed", completion(JSON.stringify({ points: [SHORT, null] }))],
  ["brackets without end", completion("[".repeat(100_000))],
  ["a prototype", completion('{"__proto__":{"points":[]}}')],
];
for (const [what, body] of MALFORMED) {
  test(`reply: ${what} is no reply`, () => assert.equal(parseReply(body, REQUEST), null));
}

test("reply: whatever comes, it is read without an error, and only what was asked for is told", () => {
  const entry = fc.record({
    point: fc.constantFrom("short-life", "renewal", "other", "__proto__"),
    verdict: fc.constantFrom("covered", "partly", "missing", "contradicted"),
    quote: fc.oneof(fc.constantFrom("access token", "refresh", "The"), fc.string()),
  });
  const content = fc.oneof(
    fc.json(),
    fc.array(entry).map((points) => JSON.stringify({ points })),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        content.map((text) => completion(text)),
      ),
      (body) => {
        const told = parseReply(body, REQUEST) ?? [];
        assert.equal(new Set(told.map(({ point }) => point)).size, told.length);
        for (const { point, verdict, quote } of told) {
          assert.ok(REQUEST.points.some(({ id }) => id === point));
          if (verdict === "missing") assert.equal(quote, null);
          else assert.ok(quote !== null && REQUEST.turns.some((turn) => turn.includes(quote)));
        }
      },
    ),
  );
});
