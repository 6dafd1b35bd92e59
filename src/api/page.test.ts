import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { apiOver, HOST, memoryPlace } from "../../test/api.ts";
import { temporaryFolder } from "../../test/viva.ts";
import type { Api } from "./api.ts";

const INDEX =
  '<!doctype html><title>Vivarium</title><script type="module" src="/assets/page-abc.js"></script>';
let app: Api;

before(async () => {
  const folder = await temporaryFolder();
  const page = join(folder, "web");
  await mkdir(join(page, "assets"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(page, ".hidden"), "secret");
  await writeFile(join(page, "index.html"), INDEX);
  await writeFile(join(page, "icon.svg"), "<svg/>");
  await writeFile(join(page, "assets/page-abc.js"), "export {}");
  await writeFile(join(page, "assets/page-abc.js.br"), brotliCompressSync("export {}"));
  const { workplace } = await memoryPlace();
  ({ app } = await apiOver(workplace, { page: pathToFileURL(`${page}/`) }));
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { host: HOST, ...headers } });

for (const url of ["/", "/practice", "/decks", "/decks/docker", "/questions/docker-004", "/?x=1"]) {
  test(`page: ${url} is the page, to anybody, asked about each time`, async () => {
    const answer = await get(url);
    assert.deepEqual([answer.statusCode, answer.body], [200, INDEX]);
    assert.equal(answer.headers["content-type"], "text/html; charset=utf-8");
    assert.equal(answer.headers["cache-control"], "no-cache");
    const again = await get(url, { "if-none-match": String(answer.headers.etag) });
    assert.equal(again.statusCode, 304);
  });
}

const BROWSER = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

for (const url of ["/practices", "/decks/docker/x", "/questions", "/admin", "/v1x", "/nothing?x=1"]) {
  test(`page: ${url} is no address of it: who goes there sees the page say so, a program a problem`, async () => {
    const seen = await get(url, BROWSER);
    assert.deepEqual([seen.statusCode, seen.body], [404, INDEX]);
    assert.equal(seen.headers["content-type"], "text/html; charset=utf-8");
    assert.equal(seen.headers["cache-control"], "no-cache");
    assert.match(String(seen.headers["content-security-policy"]), /default-src/);
    for (const headers of [{}, { accept: "*/*" }, { ...BROWSER, "sec-fetch-dest": "image" }]) {
      const answer = await get(url, headers);
      assert.deepEqual([answer.statusCode, answer.json().code], [404, "VIVA_NOT_FOUND"]);
    }
  });
}

for (const url of ["/v1", "/v1/nothing", "/assets/", "/assets", "/assets/gone.js"]) {
  test(`page: ${url} is nothing, and says so to programs`, async () => {
    const answer = await get(url, { ...BROWSER, "sec-fetch-dest": "document" });
    assert.deepEqual([answer.statusCode, answer.json().code], [404, "VIVA_NOT_FOUND"]);
  });
}

test("page: nothing is posted to an address of nothing", async () => {
  const answer = await app.inject({ method: "POST", url: "/nothing", headers: { host: HOST, ...BROWSER } });
  assert.deepEqual([answer.statusCode, answer.json().code], [404, "VIVA_NOT_FOUND"]);
});

test("page: what its name changes with is kept for a year, and sent compressed to who takes that", async () => {
  const plain = await get("/assets/page-abc.js");
  assert.deepEqual([plain.statusCode, plain.body], [200, "export {}"]);
  assert.equal(plain.headers["cache-control"], "public, max-age=31536000, immutable");
  assert.match(String(plain.headers["content-type"]), /javascript/);
  const packed = await get("/assets/page-abc.js", { "accept-encoding": "gzip, br" });
  assert.equal(packed.headers["content-encoding"], "br");
  assert.match(String(packed.headers["content-type"]), /javascript/);
  assert.match(String(packed.headers.vary), /accept-encoding/i);
  assert.equal((await get("/icon.svg")).headers["cache-control"], "no-cache");
});

for (const url of [
  "/../secret.txt",
  "/assets/../../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/%2e%2e%2fsecret.txt",
  "/assets/..%2f..%2fsecret.txt",
  "/..%5csecret.txt",
  "/..\\secret.txt",
  "/assets%00/../../secret.txt",
  "/%252e%252e/secret.txt",
  "//secret.txt",
  "/.hidden",
  "/%2ehidden",
  "/assets/./../.hidden",
  "/etc/passwd",
  "/C:/secret.txt",
]) {
  test(`page: ${url} leads nowhere`, async () => {
    const answer = await get(url);
    assert.ok([400, 404, 421].includes(answer.statusCode), `${answer.statusCode} ${answer.body}`);
    assert.match(String(answer.headers["content-type"]), /^application\/problem\+json/);
    assert.doesNotMatch(answer.body, /secret"|viva-test|node_modules/);
  });
}

test("page: files are only read", async () => {
  for (const method of ["POST", "PUT", "DELETE"] as const) {
    const answer = await app.inject({ method, url: "/assets/page-abc.js", headers: { host: HOST } });
    assert.equal(answer.statusCode, 404);
  }
});

test("page: where it was not built, its addresses say how to build it", async () => {
  const { workplace } = await memoryPlace();
  const bare = await apiOver(workplace, { page: null });
  const answer = await bare.ask("GET", "/");
  assert.deepEqual([answer.statusCode, answer.json().code], [500, "VIVA_NOT_BUILT"]);
  assert.match(answer.json().detail, /npm run build/);
});
