import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { SHIPPED, shippedQuestions } from "../../scripts/decks/shipped.ts";
import { createQuestionFinder } from "./question-finder.ts";
import { parseWordData } from "./word-data.ts";

interface Row {
  readonly asks: string | null;
  readonly prompt: string;
  readonly reference: string;
}

const words = parseWordData(readFileSync(new URL("../../data/grade/words.txt", import.meta.url)));
const known = SHIPPED.flatMap((deck) => shippedQuestions(deck).map(({ question }) => question));
const find = createQuestionFinder(known, words);

const folder = new URL("../../test/borrowing/", import.meta.url);
const sets = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
const rowsOf = (name: string): Row[] =>
  readFileSync(new URL(name, folder), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

function links(rows: readonly Row[]) {
  const linked = rows.flatMap((row) => {
    const [title = "", ...body] = row.prompt.split("\n");
    const found = find({ title, body: body.join("\n"), answer: row.reference });
    return found === null ? [] : [{ row, found }];
  });
  const right = linked.filter(({ row, found }) => row.asks === found.id).length;
  return {
    precision: right / linked.length,
    recall: right / rows.filter(({ asks }) => asks !== null).length,
  };
}

test("finder: at least 97 of 100 links are right, over all lists", () => {
  const { precision, recall } = links(sets.flatMap(rowsOf));
  assert.ok(precision >= 0.97, `precision ${precision}`);
  assert.ok(recall >= 0.78, `recall ${recall}`);
});

for (const name of sets) {
  test(`finder: ${name} by itself is served nearly as well`, () => {
    const { precision, recall } = links(rowsOf(name));
    assert.ok(precision >= 0.95, `precision ${precision}`);
    assert.ok(recall >= 0.7, `recall ${recall}`);
  });
}

test("finder: every question of the decks is found as itself, and nearly every one by its prompt alone", () => {
  const ids = known.map(({ id }) => id);
  assert.deepEqual(
    known.map((question) => find(question)?.id),
    ids,
  );
  const byPrompt = known.filter((question) => find({ ...question, answer: "" })?.id === question.id).length;
  assert.ok(byPrompt >= 0.95 * known.length, `${byPrompt} of ${known.length}`);
});

test("finder: without a reference hardly a prompt in other words is taken for a known one, and none wrongly", () => {
  const found = sets.flatMap(rowsOf).flatMap(({ prompt, asks }) => {
    const id = find({ title: prompt, body: "", answer: "" })?.id;
    return id === undefined ? [] : [{ id, asks }];
  });
  assert.deepEqual(
    found.filter(({ id, asks }) => id !== asks),
    [],
  );
  assert.ok(found.length <= 3, `${found.length}`);
});

for (const [what, title, answer] of [
  ["nothing", "", ""],
  ["a prompt without words", "???", "!!!"],
  ["another script", "什么是容器?", "容器共享主机的内核。"],
  ["something of no deck", "How do you water a cactus?", "Rarely."],
  ["a very long text", "What is it?", "kernel ".repeat(50_000)],
] as const) {
  test(`finder: ${what} is no known question`, () => {
    assert.equal(find({ title, body: "", answer }), null);
  });
}

test("finder: where nothing is known, nothing is found", () => {
  const none = createQuestionFinder([], words);
  assert.equal(none({ title: "What is a lock?", body: "", answer: "One thread at a time." }), null);
});
