import assert from "node:assert/strict";
import { test } from "node:test";
import { api, HOST } from "../../test/api.ts";
import { loopbackHosts } from "./guard.ts";

for (const [host, status] of [
  ["localhost:4280", 200],
  ["LOCALHOST:4280", 200],
  ["127.0.0.1:4280", 200],
  ["[::1]:4280", 200],
  ["localhost", 421],
  ["localhost:4281", 421],
  ["evil.example:4280", 421],
  ["localhost.evil.example:4280", 421],
  ["127.0.0.1.nip.io:4280", 421],
  ["0.0.0.0:4280", 421],
  ["[::ffff:127.0.0.1]:4280", 421],
  ["localhost:4280@evil.example", 421],
  ["localhost:4280, evil.example", 421],
] as const) {
  test(`guard: a request for ${host} gets ${status}`, async () => {
    const { app } = await api();
    for (const url of ["/livez", "/v1/openapi.json"]) {
      const answer = await app.inject({ url, headers: { host } });
      assert.equal(answer.statusCode, status, url);
      if (status === 421) assert.equal(answer.json().code, "VIVA_WRONG_HOST");
    }
    const refused = await app.inject({ method: "PATCH", url: "/v1/decks", headers: { host } });
    assert.equal(refused.statusCode, status === 421 ? 421 : 405);
  });
}

test("guard: on the port of its scheme a browser leaves the port out", () => {
  assert.ok(loopbackHosts(80).has("localhost"));
  assert.ok(!loopbackHosts(4280).has("localhost"));
});

const page = { "sec-fetch-mode": "cors", "sec-fetch-dest": "empty" };
for (const [what, headers, status] of [
  ["of no browser", {}, 200],
  ["of our own page", { origin: `http://${HOST}`, "sec-fetch-site": "same-origin", ...page }, 200],
  ["of a foreign page", { origin: "http://evil.example" }, 403],
  ["of a page on another port", { origin: "http://localhost:3000" }, 403],
  ["of a page over TLS", { origin: `https://${HOST}` }, 403],
  ["of another name of this machine", { origin: "http://127.0.0.1:4280" }, 403],
  ["of a sandboxed page", { origin: "null" }, 403],
  ["of an empty origin", { origin: "" }, 403],
  ["of a foreign page that hides its origin", { "sec-fetch-site": "cross-site", ...page }, 403],
  ["of a page of the same site", { "sec-fetch-site": "same-site", ...page }, 403],
  [
    "of a foreign page's picture",
    { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image" },
    403,
  ],
  [
    "of a foreign page's frame",
    { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" },
    403,
  ],
  [
    "of a link that somebody followed",
    { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" },
    200,
  ],
  [
    "of an address that somebody typed",
    { "sec-fetch-site": "none", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" },
    200,
  ],
] as const) {
  test(`guard: a request ${what} gets ${status}`, async () => {
    const { ask } = await api();
    const answer = await ask("GET", "/v1/decks", { headers });
    assert.equal(answer.statusCode, status, answer.body);
    if (status === 403) assert.equal(answer.json().code, "VIVA_WRONG_ORIGIN");
    assert.equal(answer.headers["access-control-allow-origin"], undefined);
  });
}

test("guard: a foreign form that is posted by navigation is refused", async () => {
  const { ask } = await api();
  const headers = {
    "sec-fetch-site": "cross-site",
    "sec-fetch-mode": "navigate",
    "sec-fetch-dest": "document",
  };
  const answer = await ask("POST", "/v1/assessments", {
    headers,
    payload: { question: "docker-001", turns: [] },
  });
  assert.equal(answer.statusCode, 403);
});

test("guard: a preflight of a foreign page is refused", async () => {
  const { ask } = await api();
  const headers = { origin: "http://evil.example", "access-control-request-method": "PUT" };
  const answer = await ask("OPTIONS", "/v1/decks", { headers });
  assert.equal(answer.statusCode, 403);
  assert.equal(answer.headers["access-control-allow-origin"], undefined);
});

for (const url of ["/v1/decks", "/v1/openapi.json", "/livez", "/nope", "/v1/decks/nope", "/"]) {
  test(`guard: ${url} forbids browsers whatever the page does not need`, async () => {
    const { ask } = await api();
    const { headers } = await ask("GET", url);
    const policy = String(headers["content-security-policy"]);
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]) {
      assert.ok(policy.split(";").includes(part), `${part} is not in ${policy}`);
    }
    assert.doesNotMatch(policy, /unsafe|\*|https?:/);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["referrer-policy"], "no-referrer");
    assert.equal(headers["cross-origin-opener-policy"], "same-origin");
    assert.equal(headers["cross-origin-resource-policy"], "same-origin");
    assert.match(String(headers["permissions-policy"]), /camera=\(\)/);
    assert.match(String(headers["x-request-id"]), /^[0-9a-f-]{36}$/);
    assert.equal(headers["x-powered-by"], undefined);
    assert.equal(headers.server, undefined);
  });
}

test("guard: the id of a request is ours, whatever the caller says", async () => {
  const { ask } = await api();
  const answer = await ask("GET", "/livez", { headers: { "x-request-id": "mine", "request-id": "mine" } });
  assert.notEqual(answer.headers["x-request-id"], "mine");
});
