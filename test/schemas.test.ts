import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import Schema from "typebox/schema";
import { parse } from "yaml";
import { schemas, schemaText } from "../scripts/build-schemas.ts";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

for (const [name, schema] of Object.entries(schemas)) {
  test(`docs/reference/${name} is what the table of keys gives (else: node scripts/build-schemas.ts)`, () => {
    assert.equal(read(`docs/reference/${name}`), schemaText(schema));
  });
}

/** Whether front matter fits a schema, as an editor sees it. */
function fits(name: string, front: string): boolean {
  return Schema.Compile(schemas[name] ?? {}).Check(parse(front));
}

test("the front matter of every shipped file fits its schema", () => {
  let files = 0;
  for (const deck of ["api", "docker", "python"]) {
    for (const file of readdirSync(new URL(`../decks/${deck}`, import.meta.url))) {
      if (!file.endsWith(".md")) continue;
      const front = /^---\n([\s\S]*?)\n---$/m.exec(read(`decks/${deck}/${file}`))?.[1] ?? "";
      assert.ok(
        fits(file === "deck.md" ? "deck.schema.json" : "question.schema.json", front),
        `${deck}/${file}`,
      );
      files += 1;
    }
  }
  assert.ok(files > 30);
});

for (const [front, ok] of [
  ["id: x-1", true],
  ["id: x-1\nlevel: 2\ntags: [a, b]\nrelated: x-2\nproposed: true\ncolour: blue", true],
  ["id: x-1\nsection: 2024\nlevel:\ntags:\nrelated:", true],
  ["section: Basics", false],
  ["id: X 1", false],
  ["id: x-1\nlevel: 4", false],
  ["id: x-1\nlevel: senior", false],
  ["id: x-1\ntags: {a: b}", false],
  ["id: x-1\nrelated: [Not an id]", false],
  ["id: x-1\nproposed: perhaps", false],
  ["id: x-1\nsection: [One, Two]", false],
] as const) {
  test(`question.schema.json ${ok ? "takes" : "refuses"} ${JSON.stringify(front)}`, () => {
    assert.equal(fits("question.schema.json", front), ok);
  });
}

for (const [front, ok] of [
  ["id: x\nterms: [job = task, a = b = c d]", true],
  ["id: x\nterms:", true],
  ["id: x\nterms: [job]", false],
  ["id: x\nterms: [[job, task]]", false],
] as const) {
  test(`deck.schema.json ${ok ? "takes" : "refuses"} ${JSON.stringify(front)}`, () => {
    assert.equal(fits("deck.schema.json", front), ok);
  });
}
