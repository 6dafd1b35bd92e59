import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { DOCUMENT, documentText, SCHEMA, schemaOpening } from "../../scripts/client/document.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test(`${DOCUMENT} is what the routes give`, async () => {
  assert.ok(read(DOCUMENT) === (await documentText()), "the routes have changed since: npm run client");
});

test(`${SCHEMA} was made from that document`, () => {
  assert.equal(read(SCHEMA).split("\n")[0], schemaOpening(read(DOCUMENT)), "npm run client");
});
