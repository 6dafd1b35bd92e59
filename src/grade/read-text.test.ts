import assert from "node:assert/strict";
import { test } from "node:test";
import { readText } from "./read-text.ts";
import { parseWordData } from "./word-data.ts";

const data = parseWordData("vivarium-words 1\n= same\nvirtual machine\tvm\n= contrast\n");

function clausesOf(text: string): string[] {
  const { words, clauses } = readText(text, data);
  return clauses.map(({ from, to }) => text.slice(words[from]?.start, words[to - 1]?.end));
}

for (const [text, clauses] of [
  ["Lists can change and tuples cannot.", ["Lists can change", "and tuples cannot"]],
  ["Lists, dicts and sets are mutable", ["Lists, dicts and sets are mutable"]],
  ["It is short (five minutes), so nobody cares", ["It is short", "five minutes", "so nobody cares"]],
  ["os.path is a module. It has join", ["os.path is a module", "It has join"]],
  ["Use e.g. a vault", ["Use e.g. a vault"]],
  ["one\ntwo", ["one", "two"]],
  ["", []],
] as const) {
  test(`${JSON.stringify(text)} has the clauses ${clauses.join(" / ")}`, () => {
    assert.deepEqual(clausesOf(text), clauses);
  });
}

for (const [text, negated] of [
  ["a tuple cannot be changed", ["be", "changed"]],
  ["it opens nothing", ["opens"]],
  ["not only lists", []],
  ["no matter what happens", []],
  ["without touching the body", ["touching", "the", "body"]],
  ["it never does not work", ["does", "not"]],
  ["the check fails docker restarts it", []],
  ["it fails to start", ["to", "start"]],
  ["when I do not know you I answer 401", ["know", "you"]],
  ["you may not it is 403", []],
  ["It is not true that lists change", ["It", "is", "not", "true", "that", "lists", "change"]],
] as const) {
  test(`in ${JSON.stringify(text)} negated is: ${negated.join(" ")}`, () => {
    const { words } = readText(text, data);
    assert.deepEqual(
      words.filter((word) => word.negated).map((word) => text.slice(word.start, word.end)),
      negated,
    );
  });
}

test("a phrase of the lexicon marks all its words", () => {
  const { words } = readText("a virtual machine boots", data);
  assert.equal(words[1]?.groups.length, 1);
  assert.deepEqual(words[1]?.groups, words[2]?.groups);
});

for (const [text, compared] of [
  ["containers are lighter than machines", ["machines"]],
  ["containers take as long to start as machines", ["machines"]],
  ["as containers start they run as root", []],
] as const) {
  test(`in ${JSON.stringify(text)} only compared: ${compared.join(", ") || "nothing"}`, () => {
    const { words } = readText(text, data);
    assert.deepEqual(
      words.filter((word) => word.compared).map(({ word }) => word),
      compared,
    );
  });
}

for (const [text, voices] of [
  ["Lists change.", ["own"]],
  ["Many people think that lists are fixed, but they change.", ["reported", "own"]],
  ["It is a myth that lists are fixed", ["denied"]],
  ["Some say tuples are fast, but that is wrong", ["denied", "denied"]],
  ["I think lists change", ["own"]],
  ["I don't know whether lists change", ["reported"]],
  ["The server answers 401 if the password is wrong", ["own", "own"]],
] as const) {
  test(`the voices of ${JSON.stringify(text)} are ${voices.join(", ")}`, () => {
    assert.deepEqual(
      readText(text, data).clauses.map((clause) => clause.voice),
      voices,
    );
  });
}
