import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { stem } from "./stem.ts";
import { parseWordData } from "./word-data.ts";

const folder = new URL("../../data/grade/", import.meta.url);
const bytes = readFileSync(new URL("words.txt", folder));

test("parseWordData reads text and bytes alike", () => {
  const [a, b] = [parseWordData(bytes), parseWordData(bytes.toString("utf8"))];
  assert.deepEqual([a.groups, a.phrases], [b.groups, b.phrases]);
  assert.equal(a.tiers.get("chang"), b.tiers.get("chang"));
});

test("every stem of words.txt is found in its own tier, the first and last of a line too", () => {
  const { tiers } = parseWordData(bytes);
  let tier = 0;
  for (const line of bytes.toString("utf8").split("\n").slice(1)) {
    if (line.startsWith("= ")) tier = Number(line.slice(2));
    else if (tier > 0)
      for (const word of line.split(" ").filter(Boolean)) assert.equal(tiers.get(word), tier, word);
  }
  assert.equal(tiers.get(""), undefined);
});

test("parseWordData refuses data of another kind, naming what it found", () => {
  assert.throws(() => parseWordData("<!doctype html>"), /<!doctype html>/);
  assert.throws(() => parseWordData(""), TypeError);
});

test("common words stand in lower tiers than rare ones, and made-up ones in none", () => {
  const { tiers } = parseWordData(bytes);
  assert.equal(tiers.get(stem("change")), 10);
  assert.ok((tiers.get(stem("idempotent")) ?? 99) > 35);
  assert.equal(tiers.get("toString"), undefined);
  assert.equal(tiers.get("__proto__"), undefined);
});

test("words.txt holds the lexicon of the TSV files beside it byte for byte: run scripts/build-grade-data.ts after an edit", () => {
  const rows = (name: string): string => {
    const lines = readFileSync(new URL(name, folder), "utf8").split("\n");
    return `${lines.filter((line) => line !== "" && !line.startsWith("# ")).join("\n")}\n`;
  };
  const text = bytes.toString("utf8");
  assert.equal(
    text.slice(text.indexOf("= same\n")),
    `= same\n${rows("synonyms.tsv")}${rows("spoken.tsv")}= contrast\n${rows("contrasts.tsv")}`,
  );
});

test("words.txt stays under 500 kB", () => {
  assert.ok(bytes.length < 500_000);
});

test("a contrast opposes both ways, and its sides keep the synonyms of the words that open them", () => {
  const data = parseWordData("vivarium-words 1\n= same\nlast\tfinal\n= contrast\nfirst\tlast\n");
  const [first] = data.groups.get("first") ?? [];
  const finals = data.groups.get("final") ?? [];
  assert.ok(first !== undefined && finals.some((group) => data.opposites.get(first)?.has(group)));
  assert.ok(finals.some((group) => first !== undefined && data.opposites.get(group)?.has(first)));
});

test("a phrase is found by its first stem", () => {
  const data = parseWordData("vivarium-words 1\n= same\nvirtual machine\tvm\n= contrast\n");
  assert.deepEqual(data.phrases.get("virtual")?.[0]?.stems, ["virtual", stem("machine")]);
});
