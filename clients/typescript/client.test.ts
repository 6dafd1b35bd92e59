import assert from "node:assert/strict";
import { test } from "node:test";
import { createVivaClient, dataOf, VivaProblem } from "./index.ts";

/** A client whose server gives this one answer, and the requests it got. */
function clientOf(status: number, body: string, type: string) {
  const requests: Request[] = [];
  const client = createVivaClient({
    baseUrl: "http://localhost:4280",
    async fetch(request) {
      requests.push(request);
      return new Response(body === "" ? null : body, { status, headers: { "content-type": type } });
    },
  });
  return { client, requests };
}

test("client: an answer is its body, asked for at the path below the base", async () => {
  const { client, requests } = clientOf(200, '{"items":[]}', "application/json");
  assert.deepEqual(await dataOf(client.GET("/v1/decks")), { items: [] });
  assert.equal(requests[0]?.url, "http://localhost:4280/v1/decks");
});

for (const { name, status, body, type, problem } of [
  {
    name: "a problem document",
    status: 422,
    body: '{"type":"tag:x","title":"Bad","status":422,"detail":"No such day","code":"VIVA_INVALID","errors":[{"pointer":"/on","detail":"a date"}]}',
    type: "application/problem+json; charset=utf-8",
    problem: { message: "No such day", code: "VIVA_INVALID", errors: [{ pointer: "/on", detail: "a date" }] },
  },
  {
    name: "a problem document without detail",
    status: 404,
    body: '{"type":"tag:x","title":"No such deck","status":404,"code":"VIVA_DECK_NOT_FOUND"}',
    type: "application/problem+json",
    problem: { message: "No such deck", code: "VIVA_DECK_NOT_FOUND", errors: [] },
  },
  {
    name: "the page of a proxy",
    status: 502,
    body: "<h1>Bad gateway</h1>",
    type: "text/html",
    problem: { message: "The server answered with status 502", code: null, errors: [] },
  },
  {
    name: "a document that is cut off",
    status: 500,
    body: '{"title":"Unex',
    type: "application/problem+json",
    problem: { message: "The server answered with status 500", code: null, errors: [] },
  },
  {
    name: "JSON of other shapes",
    status: 400,
    body: '{"title":7,"errors":["no",null,{"pointer":"/a"}],"code":{}}',
    type: "application/json",
    problem: {
      message: "The server answered with status 400",
      code: null,
      errors: [{ pointer: "/a", detail: "" }],
    },
  },
] as const) {
  test(`client: ${name} is thrown as a problem`, async () => {
    const { client } = clientOf(status, body, type);
    await assert.rejects(dataOf(client.GET("/v1/decks")), (error) => {
      assert.ok(error instanceof VivaProblem);
      const { message, code } = error;
      assert.deepEqual({ message, code, errors: error.details.errors }, problem);
      assert.equal(error.status, status);
      return true;
    });
  });
}

test("client: a network that fails is told by its own error", async () => {
  const client = createVivaClient({
    baseUrl: "http://localhost:4280",
    fetch: async () => {
      throw new TypeError("fetch failed");
    },
  });
  await assert.rejects(dataOf(client.GET("/v1/decks")), TypeError);
});
