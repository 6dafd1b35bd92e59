import assert from "node:assert/strict";
import { test } from "node:test";
import { type Ask, api, apiOver, HOST, memoryPlace } from "../../test/api.ts";
import { VivaError } from "../base/index.ts";

const REVIEW = "019ab5e2-7c00-7a10-8b1f-2f6d1c0a9e55";
const json = { "content-type": "application/json" };

const refusals: readonly (Ask & {
  what: string;
  method: NonNullable<Ask["method"]>;
  url: string;
  status: number;
  code: string;
  detail?: RegExp;
})[] = [
  { what: "an address that is none", method: "GET", url: "/nope", status: 404, code: "VIVA_NOT_FOUND" },
  {
    what: "an address below the API that is none",
    method: "GET",
    url: "/v1/nope",
    status: 404,
    code: "VIVA_NOT_FOUND",
  },
  {
    what: "an address with a slash more",
    method: "GET",
    url: "/v1/decks/",
    status: 404,
    code: "VIVA_DECK_NOT_FOUND",
  },
  {
    what: "a percent sign that begins nothing",
    method: "GET",
    url: "/v1/decks/%zz",
    status: 400,
    code: "VIVA_BAD_REQUEST",
  },
  {
    what: "a name longer than any",
    method: "GET",
    url: `/v1/decks/${"a".repeat(300)}`,
    status: 404,
    code: "VIVA_NOT_FOUND",
  },
  {
    what: "a deck that is not there",
    method: "GET",
    url: "/v1/decks/kubernetes",
    status: 404,
    code: "VIVA_DECK_NOT_FOUND",
  },
  {
    what: "a deck's name that climbs",
    method: "GET",
    url: "/v1/decks/..%2f..%2fetc",
    status: 404,
    code: "VIVA_DECK_NOT_FOUND",
  },
  {
    what: "a question that is not there",
    method: "GET",
    url: "/v1/questions/docker-999",
    status: 404,
    code: "VIVA_QUESTION_NOT_FOUND",
  },
  {
    what: "a question's id that cannot be one",
    method: "GET",
    url: "/v1/questions/A%20B",
    status: 404,
    code: "VIVA_QUESTION_NOT_FOUND",
  },
  {
    what: "a review that is not there",
    method: "GET",
    url: `/v1/reviews/${REVIEW}`,
    status: 404,
    code: "VIVA_REVIEW_NOT_FOUND",
  },
  {
    what: "a review's id that cannot be one",
    method: "GET",
    url: "/v1/reviews/7",
    status: 404,
    code: "VIVA_REVIEW_NOT_FOUND",
  },
  {
    what: "a new review whose id is no UUID of version 7",
    method: "PUT",
    url: "/v1/reviews/7",
    payload: { question: "docker-001", turns: [] },
    status: 422,
    code: "VIVA_INVALID",
    detail: /version 7/,
  },
  {
    what: "no JSON",
    method: "POST",
    url: "/v1/assessments",
    payload: "{",
    headers: json,
    status: 400,
    code: "VIVA_BAD_REQUEST",
  },
  {
    what: "an empty body",
    method: "POST",
    url: "/v1/assessments",
    payload: "",
    headers: json,
    status: 400,
    code: "VIVA_BAD_REQUEST",
  },
  { what: "no body", method: "POST", url: "/v1/assessments", status: 422, code: "VIVA_INVALID" },
  {
    what: "a list instead of an object",
    method: "POST",
    url: "/v1/assessments",
    payload: "[]",
    headers: json,
    status: 422,
    code: "VIVA_INVALID",
  },
  {
    what: "a prototype in JSON",
    method: "POST",
    url: "/v1/assessments",
    payload: '{"question":"docker-001","turns":[],"__proto__":{"isAdmin":true}}',
    headers: json,
    status: 400,
    code: "VIVA_BAD_REQUEST",
  },
  {
    what: "a constructor in JSON",
    method: "POST",
    url: "/v1/assessments",
    payload: '{"question":"docker-001","turns":[],"constructor":{"prototype":{"isAdmin":true}}}',
    headers: json,
    status: 400,
    code: "VIVA_BAD_REQUEST",
  },
  {
    what: "a prototype in the query",
    method: "GET",
    url: "/v1/due?__proto__[x]=1",
    status: 400,
    code: "VIVA_BAD_REQUEST",
  },
  {
    what: "a text where JSON is read",
    method: "POST",
    url: "/v1/assessments",
    payload: "hello",
    headers: { "content-type": "text/plain" },
    status: 415,
    code: "VIVA_MEDIA_TYPE",
  },
  {
    what: "JSON where bytes are read",
    method: "POST",
    url: "/v1/imports",
    payload: "{}",
    headers: json,
    status: 415,
    code: "VIVA_MEDIA_TYPE",
  },
  {
    what: "a body above 256 kB",
    method: "POST",
    url: "/v1/assessments",
    payload: { question: "docker-001", turns: ["x".repeat(300_000)] },
    status: 413,
    code: "VIVA_TOO_LARGE",
  },
  {
    what: "a turn of more characters than anybody says",
    method: "POST",
    url: "/v1/assessments",
    payload: { question: "docker-001", turns: ["x".repeat(20_001)] },
    status: 422,
    code: "VIVA_INVALID",
  },
  {
    what: "36,000 turns",
    method: "POST",
    url: "/v1/assessments",
    payload: { question: "docker-001", turns: new Array(36_000).fill("x") },
    status: 422,
    code: "VIVA_INVALID",
    detail: /12/,
  },
  {
    what: "36,000 corrections",
    method: "PUT",
    url: `/v1/reviews/${REVIEW}`,
    payload: {
      question: "docker-001",
      turns: [],
      corrections: new Array(2000).fill({ point: "a", verdict: "covered" }),
    },
    status: 422,
    code: "VIVA_INVALID",
  },
  {
    what: "a correction of a point that the question has not",
    method: "PUT",
    url: `/v1/reviews/${REVIEW}`,
    payload: { question: "docker-001", turns: ["no"], corrections: [{ point: "other", verdict: "covered" }] },
    status: 422,
    code: "VIVA_INVALID",
  },
  {
    what: "a limit of 36,000",
    method: "GET",
    url: "/v1/decks/docker/questions?limit=36000",
    status: 422,
    code: "VIVA_INVALID",
  },
  { what: "a limit of 0", method: "GET", url: "/v1/reviews?limit=0", status: 422, code: "VIVA_INVALID" },
  {
    what: "a limit that is no number",
    method: "GET",
    url: "/v1/reviews?limit=ten",
    status: 422,
    code: "VIVA_INVALID",
  },
  {
    what: "a limit given twice",
    method: "GET",
    url: "/v1/reviews?limit=1&limit=2",
    status: 422,
    code: "VIVA_INVALID",
  },
  {
    what: "a limit with a fraction",
    method: "GET",
    url: "/v1/reviews?limit=1.5",
    status: 422,
    code: "VIVA_INVALID",
  },
  { what: "36,000 days", method: "GET", url: "/v1/due?days=36000", status: 422, code: "VIVA_INVALID" },
  {
    what: "36,000 questions",
    method: "GET",
    url: "/v1/due/questions?count=36000",
    status: 422,
    code: "VIVA_INVALID",
  },
  {
    what: "a cursor of one's own making",
    method: "GET",
    url: "/v1/reviews?cursor=abc",
    status: 422,
    code: "VIVA_INVALID",
  },
  {
    what: "a time without its zone",
    method: "GET",
    url: "/v1/readiness?on=2026-12-24T00:00:00",
    status: 422,
    code: "VIVA_INVALID",
    detail: /zone/,
  },
  {
    what: "the 30th of February",
    method: "GET",
    url: "/v1/due?until=2026-02-30T00:00:00Z",
    status: 422,
    code: "VIVA_INVALID",
  },
  { what: "no date for readiness", method: "GET", url: "/v1/readiness", status: 422, code: "VIVA_INVALID" },
];

for (const { what, method, url, status, code, detail = /./, ...more } of refusals) {
  test(`refusals: ${what} is refused with ${status} ${code}`, async () => {
    const { ask, logged } = await api();
    const answer = await ask(method, url, more);
    const problem = answer.json();
    assert.deepEqual([answer.statusCode, problem.code], [status, code], answer.body);
    assert.equal(answer.headers["content-type"], "application/problem+json; charset=utf-8");
    assert.equal(problem.status, status);
    assert.equal(problem.type, `tag:vivarium,2026:${code}`);
    assert.equal(problem.instance, `urn:uuid:${answer.headers["x-request-id"]}`);
    assert.match(problem.detail, detail);
    assert.doesNotMatch(answer.body, /FST_|Fastify|node_modules|\.ts:/);
    assert.equal(answer.headers["cache-control"], "no-store");
    assert.deepEqual(logged, []);
    assert.ok(!("isAdmin" in {}));
  });
}

for (const [method, url, allow] of [
  ["PATCH", "/v1/decks", "GET, HEAD, OPTIONS"],
  ["DELETE", "/v1/decks/docker", "GET, HEAD, OPTIONS"],
  ["POST", `/v1/reviews/${REVIEW}`, "DELETE, GET, HEAD, OPTIONS, PUT"],
  ["GET", "/v1/assessments", "OPTIONS, POST"],
  ["TRACE", "/livez", "GET, HEAD, OPTIONS"],
] as const) {
  test(`refusals: ${method} ${url} is refused with what is allowed there`, async () => {
    const { app } = await api();
    const answer = await app.inject({ method: method as "PATCH", url, headers: { host: HOST } });
    assert.equal(answer.statusCode, 405);
    assert.equal(answer.json().code, "VIVA_METHOD_NOT_ALLOWED");
    assert.equal(answer.headers.allow, allow);
    const options = await app.inject({ method: "OPTIONS", url, headers: { host: HOST } });
    assert.deepEqual([options.statusCode, options.headers.allow], [204, allow]);
  });
}

test("refusals: a mistake of ours tells the caller nothing and the log everything, under one id", async () => {
  const { workplace } = await memoryPlace();
  const broken = {
    ...workplace,
    catalogue: {
      ...workplace.catalogue,
      decks: () => Promise.reject(new TypeError("secret of the house")),
    },
  };
  const { ask, logged } = await apiOver(broken);
  const answer = await ask("GET", "/v1/decks");
  assert.deepEqual([answer.statusCode, answer.json().code], [500, "VIVA_UNEXPECTED"]);
  assert.doesNotMatch(answer.body, /secret|TypeError|refusals/);
  assert.equal(logged.length, 1);
  assert.match(String(logged[0]), /GET \/v1\/decks: TypeError: secret of the house/);
  assert.ok(logged[0]?.startsWith(String(answer.headers["x-request-id"])));
});

test("refusals: a store that is busy is told by its code", async () => {
  const { workplace } = await memoryPlace();
  const place = { ...workplace };
  const { ask } = await apiOver(place);
  place.store = () => Promise.reject(new VivaError("VIVA_STORE_BUSY", "another program writes"));
  const answer = await ask("GET", "/v1/reviews");
  assert.deepEqual([answer.statusCode, answer.json().code], [503, "VIVA_STORE_BUSY"]);
});

test("refusals: a log of every request holds no query, no cookie and no answer", async () => {
  const { workplace } = await memoryPlace();
  const { ask, logged, cookie } = await apiOver(workplace, { logRequests: true });
  await ask("GET", "/v1/decks/docker/questions?q=private");
  await ask("POST", "/v1/assessments", { payload: { question: "docker-001", turns: ["private"] } });
  const log = logged.join("\n");
  assert.match(log, /GET \/v1\/decks\/docker\/questions 200 \d+ ms/);
  assert.doesNotMatch(log, /private/);
  assert.ok(!log.includes(cookie.split("=")[1] ?? "?"));
});
