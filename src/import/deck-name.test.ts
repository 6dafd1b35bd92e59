import assert from "node:assert/strict";
import { test } from "node:test";
import { deckNameFor } from "./deck-name.ts";

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
