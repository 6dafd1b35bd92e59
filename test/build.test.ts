import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { buildAll } from "../scripts/build/build-all.ts";
import { temporaryFolder } from "./house/copy-of-the-house.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const dist = temporaryFolder();
const at = (path: string) => join(dist, path);
const text = (path: string) => readFileSync(at(path), "utf8");
let files: string[] = [];

before(async () => {
  for (const left of ["chunks/left.mjs", "web/left/over.js", "left.txt"]) {
    mkdirSync(dirname(at(left)), { recursive: true });
    writeFileSync(at(left), "left");
  }
  await buildAll({ root, into: dist });
  files = readdirSync(dist, { recursive: true, encoding: "utf8" });
});

test("build: what an earlier build left is gone", () => {
  assert.deepEqual(
    files.filter((path) => path.includes("left")),
    [],
  );
});

test("build: the page runs nothing and styles nothing inline, and what it names is there under a hashed name", () => {
  const html = text("web/index.html");
  assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=/i);
  for (const [, attributes, inside] of html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
    assert.match(attributes ?? "", /\ssrc="/);
    assert.equal(inside, "");
  }
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, path = ""]) => path);
  assert.ok(named.some((path) => path.endsWith(".js")) && named.some((path) => path.endsWith(".css")));
  for (const path of named) {
    assert.match(path, /^assets\/[a-z]+-[\w-]{8}\.(js|css)$/);
    assert.ok(files.includes(join("web", path)), path);
  }
});

test("build: beside each text of the page stands the same text compressed, twice", () => {
  const texts = files.filter((path) => path.startsWith("web") && /\.(js|css|html)$/.test(path));
  assert.ok(texts.length >= 3, texts.join(" "));
  for (const path of texts) {
    assert.equal(gunzipSync(readFileSync(at(`${path}.gz`))).toString(), text(path));
    assert.equal(brotliDecompressSync(readFileSync(at(`${path}.br`))).toString(), text(path));
  }
});

test("build: the command does not load the server before it serves", () => {
  const loaded = new Set(["viva.mjs"]);
  // A set is walked to its end also when it grows meanwhile.
  for (const path of loaded) {
    for (const [, next = ""] of text(path).matchAll(/^(?:import|export)\b[^;]*?["'](\.[^"']+)["']/gm)) {
      loaded.add(join(dirname(path), next));
    }
  }
  const holdsServer = (path: string) => text(path).includes("FST_ERR_CTP_BODY_TOO_LARGE");
  assert.deepEqual([...loaded].filter(holdsServer), []);
  assert.ok(
    files.some((path) => path.endsWith(".mjs") && holdsServer(path)),
    "no chunk holds the server",
  );
});

test("build: the licences of what is bundled for the command and for the page go with it", () => {
  for (const name of ["commander", "fastify", "preact", "@tanstack/query-core"]) {
    assert.match(text("licences.txt"), new RegExp(`^${name} \\d`, "m"));
  }
});
