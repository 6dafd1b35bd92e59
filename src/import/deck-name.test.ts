import assert from "node:assert/strict";
import { test } from "node:test";
import { testQuestion } from "../../test/fixtures/practice.ts";
import { deckNameFor, deckNameIn } from "./deck-name.ts";
import { wholeQuestion } from "./export/whole-question.ts";

for (const [file, name] of [
  ["React Questions (v2).md", "react-questions-v2"],
  ["/home/me/notes.final.txt", "notes-final"],
  ["C:\\docs\\Été.md", "ete"],
  ["面试题.md", "deck"],
  [".md", "md"],
  ["", "deck"],
  [`${"long ".repeat(40)}.md`, "long-long-long-long-long-long-long-long-long-long-long-long"],
] as const) {
  test(`deckNameFor(${JSON.stringify(file.slice(0, 30))}) is ${name}`, () => {
    assert.equal(deckNameFor(file), name);
  });
}

for (const [ids, name] of [
  [["docker-001", "docker-002"], "docker"],
  [["my-deck-001", "my-deck-010", "my-deck-why"], "my-deck"],
  [["a-1", "b-1"], null],
  [["alone-1"], null],
  [["one", "two"], null],
] as const) {
  test(`questions with the ids ${ids.join(", ")} are of ${name ?? "no deck that one could tell"}`, () => {
    const questions = ids.map((id) => wholeQuestion({ ...testQuestion(id) }, id));
    assert.equal(deckNameIn({ questions }), name);
  });
}
