import assert from "node:assert/strict";
import { test } from "node:test";
import { api, apiOver, HOST, memoryPlace, NOW, question, signIn } from "../../test/api.ts";
import { DAY_MS } from "../base/index.ts";
import { LOCAL_OWNER, newLink } from "../practice/index.ts";
import { buildApp } from "./app.ts";
import { loopbackHosts } from "./guard.ts";

test("sign-in: a link gives a cookie that scripts and other sites do not get", async () => {
  const { workplace } = await memoryPlace();
  const { ask } = await apiOver(workplace);
  const link = await newLink(workplace, LOCAL_OWNER);
  const answer = await ask("POST", "/v1/sessions", { cookie: null, payload: { link } });
  assert.equal(answer.statusCode, 201);
  assert.deepEqual(answer.json(), {
    person: "owner",
    expiresAt: new Date(NOW + 30 * DAY_MS).toISOString(),
    secondRater: null,
  });
  assert.equal(answer.headers.location, "/v1/sessions/current");
  const cookie = String(answer.headers["set-cookie"]);
  assert.match(cookie, /^viva-session-4280=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/);
  assert.equal(answer.headers["cache-control"], "no-store");
  const current = await ask("GET", "/v1/sessions/current", { cookie: cookie.split(";")[0] ?? "" });
  assert.deepEqual(current.json(), answer.json());
});

test("sign-in: a link that was used, is too old or was never made gives nothing", async () => {
  const { workplace, time } = await memoryPlace();
  const { ask } = await apiOver(workplace);
  const used = await newLink(workplace, LOCAL_OWNER);
  await ask("POST", "/v1/sessions", { cookie: null, payload: { link: used } });
  const old = await newLink(workplace, LOCAL_OWNER);
  time.now += DAY_MS;
  for (const link of [used, old, "x", "a".repeat(43)]) {
    const answer = await ask("POST", "/v1/sessions", { cookie: null, payload: { link } });
    assert.deepEqual([answer.statusCode, answer.json().code], [401, "VIVA_LINK_INVALID"]);
    assert.equal(answer.headers["set-cookie"], undefined);
  }
});

const SECRET = "a".repeat(43);
for (const [what, cookie] of [
  ["no cookie", null],
  ["a forged one", `viva-session-4280=${SECRET}`],
  ["an empty one", "viva-session-4280="],
  ["one of another name", `viva-session=${SECRET}`],
  ["one that is no secret", "viva-session-4280=../../etc/passwd"],
  ["one longer than any", `viva-session-4280=${"a".repeat(8000)}`],
  ["one with a percent sign that begins nothing", "viva-session-4280=%zz"],
] as const) {
  test(`sign-in: everything personal is refused with ${what}`, async () => {
    const { ask } = await api();
    const payload = { question: "docker-001", turns: [] };
    for (const [method, url, body] of [
      ["GET", "/v1/decks", undefined],
      ["GET", "/v1/questions/docker-001", undefined],
      ["GET", "/v1/reviews", undefined],
      ["GET", "/v1/sessions/current", undefined],
      ["DELETE", "/v1/sessions/current", undefined],
      ["POST", "/v1/assessments", payload],
      ["PUT", "/v1/reviews/019ab5e2-7c00-7a10-8b1f-2f6d1c0a9e55", payload],
    ] as const) {
      const answer = await ask(method, url, { cookie, ...(body !== undefined && { payload: body }) });
      assert.deepEqual(
        [answer.statusCode, answer.json().code],
        [401, "VIVA_NOT_SIGNED_IN"],
        `${method} ${url}`,
      );
      assert.ok(answer.headers["www-authenticate"]);
    }
  });
}

test("sign-in: nobody's body is read", async () => {
  const { ask } = await api();
  const answer = await ask("POST", "/v1/assessments", { cookie: null, payload: "x".repeat(300_000) });
  assert.equal(answer.statusCode, 401);
});

test("sign-in: signing out ends the session, also for who kept its cookie", async () => {
  const { ask, cookie } = await api();
  const out = await ask("DELETE", "/v1/sessions/current");
  assert.equal(out.statusCode, 204);
  assert.match(String(out.headers["set-cookie"]), /^viva-session-4280=; .*Expires=Thu, 01 Jan 1970/);
  assert.equal((await ask("GET", "/v1/decks", { cookie })).statusCode, 401);
});

test("sign-in: a session ends by itself", async () => {
  const { ask, time } = await api();
  time.now += 30 * DAY_MS + 1;
  assert.equal((await ask("GET", "/v1/decks")).statusCode, 401);
});

test("worlds: one application serves two of them, and they do not mix", async () => {
  const places = {
    ours: await memoryPlace([question("docker-001")]),
    lab: await memoryPlace([question("lab-001")], "lab"),
  };
  places.lab.time.now = Date.UTC(2030, 0, 1);
  const app = await buildApp({
    worldOf: ({ headers }) => ({
      workplace: places[headers["x-world"] === "lab" ? "lab" : "ours"].workplace,
    }),
    page: null,
    hosts: () => loopbackHosts(4280),
    log: () => {},
  });
  const inject = (ask: object) => app.inject(ask);
  const cookies = {
    ours: await signIn(places.ours, inject, { "x-world": "ours" }),
    lab: await signIn(places.lab, inject, { "x-world": "lab" }),
  };
  const ask = (world: "ours" | "lab", method: "GET" | "PUT", url: string, payload?: object) =>
    app.inject({
      method,
      url,
      headers: { host: HOST, "x-world": world, cookie: cookies[world] },
      ...(payload !== undefined && { payload }),
    });

  // One id in both: each world has its own review of it.
  const url = "/v1/reviews/019ab5e2-7c00-7a10-8b1f-2f6d1c0a9e55";
  const ours = await ask("ours", "PUT", url, { question: "docker-001", turns: ["read-only layers"] });
  const lab = await ask("lab", "PUT", url, { question: "lab-001", turns: [] });
  assert.deepEqual([ours.statusCode, lab.statusCode], [201, 201]);
  assert.equal(ours.json().at, new Date(NOW).toISOString());
  assert.equal(lab.json().at, "2030-01-01T00:00:00.000Z");
  assert.equal((await ask("ours", "GET", url)).json().question, "docker-001");
  assert.equal((await ask("lab", "GET", "/v1/decks")).json().items[0].name, "lab");
  assert.equal((await ask("ours", "GET", "/v1/questions/lab-001")).statusCode, 404);

  // Who is signed in here is nobody there.
  const stranger = await app.inject({
    url: "/v1/decks",
    headers: { host: HOST, "x-world": "lab", cookie: cookies.ours },
  });
  assert.equal(stranger.statusCode, 401);
});
