import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Compile } from "typebox/compile";
import { api, strict, strictDocument } from "../../test/api.ts";
import { openApiDocument } from "./document.ts";

// biome-ignore lint/suspicious/noExplicitAny: a JSON document is walked by its keys, and a wrong key fails the test
const document: any = await openApiDocument();
// biome-ignore lint/suspicious/noExplicitAny: as above
const operations: { path: string; method: string; operation: any }[] = Object.entries(document.paths).flatMap(
  // biome-ignore lint/suspicious/noExplicitAny: as above
  ([path, methods]: [string, any]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

test("document: there are routes, each with an id of its own, a summary and a tag that is explained", () => {
  assert.ok(operations.length >= 22, String(operations.length));
  const tags = new Set(document.tags.map(({ name }: { name: string }) => name));
  for (const { path, method, operation } of operations) {
    const where = `${method} ${path}`;
    assert.match(operation.operationId ?? "", /^[a-z][A-Za-z]+$/, where);
    assert.ok(operation.summary?.length > 5, where);
    assert.equal(operation.tags?.length, 1, where);
    assert.ok(tags.has(operation.tags[0]), where);
  }
  assert.equal(new Set(operations.map(({ operation }) => operation.operationId)).size, operations.length);
});

test("document: every route says how it refuses, as a problem", () => {
  for (const { path, method, operation } of operations) {
    const refusals = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400);
    assert.ok(refusals.length > 0, `${method} ${path}`);
    for (const [status, response] of refusals) {
      assert.deepEqual(
        // biome-ignore lint/suspicious/noExplicitAny: as above
        (response as any).content,
        { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        `${method} ${path} ${status}`,
      );
    }
    const needsNobody = operation.security?.length === 0 && path !== "/v1/sessions";
    assert.equal(operation.responses["401"] === undefined, needsNobody, `${method} ${path}`);
  }
});

test("document: docs/reference/api.md lists its paths, and no others", async () => {
  const page = await readFile(new URL("../../docs/reference/api.md", import.meta.url), "utf8");
  const listed = [...page.matchAll(/^\| `([A-Z]+) (\S+)` \|/gm)].map(
    ([, method, path]) => `${method} ${path}`,
  );
  const served = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
  assert.deepEqual(listed.toSorted(), served.toSorted());
});

test("document: every component has a description, and is used", () => {
  const text = JSON.stringify(document);
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    assert.ok((schema as { description?: string }).description, name);
    assert.ok(text.includes(`"#/components/schemas/${name}"`), name);
  }
  assert.ok(!text.includes('"$id"'));
});

test("document: every example is one of its schema", () => {
  let examples = 0;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const visit = (value: any, where: string) => {
    if (typeof value !== "object" || value === null) return;
    const given = [...(value.examples ?? []), ...(value.example === undefined ? [] : [value.example])];
    const schema = value.in === undefined ? value : value.schema;
    for (const example of given) {
      const check = Compile(strict(schema, document));
      assert.ok(check.Check(example), `${where}: ${JSON.stringify(check.Errors(example))}`);
      examples++;
    }
    for (const [key, each] of Object.entries(value)) if (key !== "examples") visit(each, `${where}/${key}`);
  };
  visit(document, "");
  assert.ok(examples > 30, String(examples));
});

test("document: it is what the server gives, to anybody, and the same one is not sent twice", async () => {
  const { ask } = await api();
  const first = await ask("GET", "/v1/openapi.json", { cookie: null });
  assert.deepEqual(first.json(), JSON.parse(JSON.stringify(document)));
  const again = await ask("GET", "/v1/openapi.json", {
    cookie: null,
    headers: { "if-none-match": String(first.headers.etag) },
  });
  assert.equal(again.statusCode, 304);
  assert.equal(again.body, "");
});

const values: Record<string, string> = {
  deck: "docker",
  question: "docker-001",
  review: "019ab5e2-7c00-7a10-8b1f-2f6d1c0a9e55",
  point: "read-only",
};
const addressOf = (path: string) => path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name);

const personal = operations.filter(({ path }) => path.startsWith("/v1/"));
for (const { path, method, operation } of personal) {
  test(`document: ${operation.operationId} refuses a parameter that it does not know`, async () => {
    const { ask } = await api();
    const isBytes = operation.requestBody?.content["application/octet-stream"] !== undefined;
    const [content] = Object.values<{ schema: { $ref?: string } }>(operation.requestBody?.content ?? {});
    const name = content?.schema.$ref?.split("/").at(-1);
    const payload = name === undefined ? undefined : document.components.schemas[name].examples[0];
    const answer = await ask(
      method.toUpperCase() as "GET",
      `${addressOf(path)}?colour=red&on=2026-12-24T00:00:00Z`,
      {
        ...(isBytes && { payload: "Q: Why?", headers: { "content-type": "application/octet-stream" } }),
        ...(payload !== undefined && { payload }),
      },
    );
    assert.equal(answer.statusCode, 400, answer.body);
    assert.ok(answer.json().errors.some((each: object) => "pointer" in each && each.pointer === "/colour"));
  });
}

for (const { path, method, operation } of personal) {
  const name = operation.requestBody?.content["application/json"]?.schema.$ref?.split("/").at(-1);
  if (name === undefined) continue;
  test(`document: ${operation.operationId} refuses a key that it does not know, and converts nothing`, async () => {
    const { ask } = await api();
    const [example] = document.components.schemas[name].examples;
    const asked = method.toUpperCase() as "PUT";
    const unknown = await ask(asked, addressOf(path), { payload: { ...example, "a/b~": 1 } });
    assert.equal(unknown.statusCode, 422);
    assert.deepEqual(unknown.json().errors, [{ pointer: "/a~1b~0", detail: "is not known here" }]);
    for (const key of Object.keys(example)) {
      const wrong = await ask(asked, addressOf(path), { payload: { ...example, [key]: 7.5 } });
      assert.equal(wrong.statusCode, 422, `${key}: ${wrong.body}`);
      assert.match(wrong.json().errors[0].pointer, new RegExp(`^/${key}`));
    }
  });
}

test("document: the strict form of it, which answers are held against, refuses a key more", async () => {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const { paths } = (await strictDocument()) as any;
  const { schema } = paths["/livez"].get.responses["200"].content["application/json"];
  assert.ok(Compile(schema).Check({ name: "vivarium", status: "ok" }));
  assert.ok(!Compile(schema).Check({ name: "vivarium", status: "ok", more: 1 }));
});
