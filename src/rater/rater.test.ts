import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { test } from "node:test";
import { completion, opinions, type RaterStub, raterStub, send } from "../../test/fixtures/rater-stub.ts";
import type { PointId } from "../base/index.ts";
import { memoryCache, type RaterCache } from "./cache.ts";
import type { RateRequest } from "./opinion.ts";
import { createRater } from "./rater.ts";

const SAID = "It only lives for five minutes.";
const REQUEST: RateRequest = {
  prompt: "Why two tokens?",
  reference: "The access token is short-lived.",
  points: [{ id: "short-life" as PointId, text: "The access token lives for minutes.", variants: ["short"] }],
  turns: [SAID],
};
const TOLD = { point: "short-life", verdict: "covered", quote: "lives for five minutes" };

async function stubbed(more: { key?: string; timeoutMs?: number; cache?: RaterCache } = {}) {
  const stub = await raterStub();
  const clock = { now: 1_000_000 };
  const { cache = memoryCache(), key = null, ...settings } = more;
  const rater = createRater(
    { url: stub.url, model: "stub", key, timeoutMs: 5000, ...settings },
    { fetch, cache, clock: () => clock.now },
  );
  return { stub, clock, rater };
}

/** Another answer each time, so that none is remembered. */
let turn = 0;
const anew = (): RateRequest => ({ ...REQUEST, turns: [`${SAID} ${turn++}`] });

test("rater: a service that speaks rightly is asked once, with temperature 0, the schema and the key in a header", async () => {
  const { stub, rater } = await stubbed({ key: "s3cret" });
  stub.answer = send(opinions(TOLD));
  assert.deepEqual(await rater.rate(REQUEST), [TOLD]);
  const [asked, ...others] = stub.asked;
  assert.ok(asked !== undefined && others.length === 0);
  assert.equal(asked.path, "/v1/chat/completions");
  assert.equal(asked.headers.authorization, "Bearer s3cret");
  assert.deepEqual([asked.body.model, asked.body.temperature], ["stub", 0]);
  const { type, json_schema: form } = asked.body.response_format;
  assert.deepEqual([type, form.strict], ["json_schema", true]);
  assert.match(JSON.stringify(form.schema), /"enum":\["short-life"\]/);
  assert.ok(!JSON.stringify(asked.body).includes("s3cret"));
});

test("rater: without a key no authorization is sent", async () => {
  const { stub, rater } = await stubbed();
  await rater.rate(REQUEST);
  assert.equal(stub.asked[0]?.headers.authorization, undefined);
});

test("rater: with no point in doubt, or nothing said, nobody is asked", async () => {
  const { stub, rater } = await stubbed();
  assert.deepEqual(await rater.rate({ ...REQUEST, points: [] }), []);
  assert.deepEqual(await rater.rate({ ...REQUEST, turns: [] }), []);
  assert.deepEqual(await rater.rate({ ...REQUEST, turns: [" \n", ""] }), []);
  assert.equal(stub.asked.length, 0);
});

const endless = (response: ServerResponse): void => {
  response.writeHead(200, { "content-type": "application/json" });
  const more = () => {
    while (!response.destroyed && response.write(" ".repeat(65_536)));
  };
  response.on("drain", more);
  more();
};

const BAD: readonly [what: string, answer: RaterStub["answer"]][] = [
  ["500", send(opinions(TOLD), { status: 500 })],
  ["401", send('{"error":{"message":"bad key"}}', { status: 401 })],
  ["a page", send("<!doctype html><title>Sign in</title>", { type: "text/html" })],
  ["nothing", send("")],
  ["a body that does not end", endless],
  ["a body of 256 kB and more", send(`${opinions(TOLD)}${" ".repeat(256 * 1024)}`)],
  [
    "a redirect to what would answer rightly",
    (response, { path }) =>
      path.endsWith("?again")
        ? send(opinions(TOLD))(response)
        : response.writeHead(307, { location: `${path}?again` }).end(),
  ],
  ["a connection that breaks", (response) => response.socket?.destroy()],
  ["a body that breaks off", (response) => response.writeHead(200).write('{"choi', () => response.destroy())],
  ["a text that is no JSON", send(completion("covered, I would say"))],
];
for (const [what, answer] of BAD) {
  test(`rater: ${what} is no opinion, and no error`, async () => {
    const { stub, rater } = await stubbed();
    stub.answer = answer;
    assert.equal(await rater.rate(REQUEST), null);
    assert.equal(stub.asked.length, 1);
    stub.answer = send(opinions(TOLD));
    assert.deepEqual(await rater.rate(REQUEST), [TOLD], "a failure was remembered");
  });
}

test("rater: who answers too late, or begins in time and does not end, is not waited for", async () => {
  const { stub, rater } = await stubbed({ timeoutMs: 80 });
  const started = performance.now();
  stub.answer = () => {};
  assert.equal(await rater.rate(REQUEST), null);
  stub.answer = (response) => response.writeHead(200).write("{");
  assert.equal(await rater.rate(REQUEST), null);
  assert.ok(performance.now() - started < 4000);
});

test("rater: a connection that is refused is no opinion, and no error", async () => {
  const parts = { fetch, cache: memoryCache(), clock: Date.now };
  // Port 1 of loopback: nothing listens there.
  const rater = createRater({ url: "http://127.0.0.1:1/v1", model: "m", key: "s3cret" }, parts);
  assert.equal(await rater.rate(REQUEST), null);
});

test("rater: after three failures in a row it rests for a minute, then one more failure is enough", async () => {
  const { stub, clock, rater } = await stubbed();
  stub.answer = send("", { status: 503 });
  for (let i = 0; i < 5; i++) assert.equal(await rater.rate(anew()), null);
  assert.equal(stub.asked.length, 3);
  clock.now += 59_999;
  await rater.rate(anew());
  assert.equal(stub.asked.length, 3);
  clock.now += 1;
  for (let i = 0; i < 3; i++) await rater.rate(anew());
  assert.equal(stub.asked.length, 4);
  clock.now += 60_000;
  stub.answer = send(opinions(TOLD));
  for (let i = 0; i < 3; i++) assert.deepEqual(await rater.rate(anew()), [TOLD]);
  assert.equal(stub.asked.length, 7);
});

test("rater: failures between which it answered are no row; a clock that is put back ends the rest", async () => {
  const { stub, clock, rater } = await stubbed();
  for (let i = 0; i < 9; i++) {
    stub.answer = i % 3 === 2 ? send(opinions()) : send("", { status: 500 });
    await rater.rate(anew());
  }
  assert.equal(stub.asked.length, 9);
  stub.answer = send("", { status: 500 });
  for (let i = 0; i < 4; i++) await rater.rate(anew());
  assert.equal(stub.asked.length, 12);
  clock.now -= 10;
  await rater.rate(anew());
  assert.equal(stub.asked.length, 13);
});

test("rater: what was asked before is not asked again, not even while it rests", async () => {
  const { stub, rater } = await stubbed();
  stub.answer = send(opinions(TOLD));
  await rater.rate(REQUEST);
  stub.answer = send("", { status: 500 });
  for (let i = 0; i < 3; i++) await rater.rate(anew());
  assert.deepEqual(await rater.rate(REQUEST), [TOLD]);
  assert.equal(stub.asked.length, 4);
});

test("rater: a cache that fails costs a call and no opinion", async () => {
  const broken: RaterCache = {
    get: () => Promise.reject(new Error("gone")),
    set: () => Promise.reject(new Error("gone")),
  };
  const { stub, rater } = await stubbed({ cache: broken });
  stub.answer = send(opinions(TOLD));
  assert.deepEqual(await rater.rate(REQUEST), [TOLD]);
});

test("rater: of very long turns the first 8,000 characters are sent, no pair of surrogates in halves", async () => {
  const { stub, rater } = await stubbed();
  await rater.rate({ ...REQUEST, turns: [`a${"😀".repeat(3900)}`, `bb${"😀".repeat(3900)}`, "c later"] });
  const sent = stub.asked[0]?.body.messages[1]?.content ?? "";
  assert.ok(sent.length < 9500, `${sent.length}`);
  assert.ok(sent.isWellFormed());
  assert.ok(!sent.includes("c later"));
});
