import assert from "node:assert/strict";
import { test } from "node:test";
import { readText } from "./read-text.ts";
import { subjectWords } from "./subject-words.ts";
import { parseWordData } from "./word-data.ts";

const data = parseWordData("vivarium-words 1\n= same\n= contrast\n");

for (const [claim, subject] of [
  ["GET retrieves a resource", ["get"]],
  ["Lists are mutable", ["lists"]],
  ["Access tokens are short-lived", ["access", "tokens"]],
  ["Lists, dicts and sets are mutable", ["lists", "dicts", "sets"]],
  ["Types such as lists and sets are mutable", ["lists", "sets"]],
  ["The virtual machine is the stronger boundary", ["virtual", "machine"]],
  ["It handles authentication", []],
  ["Use Docker secrets", []],
  ["When the token expires, it is renewed", []],
] as const) {
  test(`${JSON.stringify(claim)} is about: ${subject.join(" ") || "nothing named"}`, () => {
    assert.deepEqual(
      subjectWords(readText(claim, data)).map((word) => word.word),
      subject,
    );
  });
}
