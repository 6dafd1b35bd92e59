import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { DeckName } from "../base/index.ts";
import type { Deck } from "./deck.ts";
import { diffDeck, isSame } from "./diff-deck.ts";
import { parseTerms, printTermGroup } from "./terms.ts";

for (const [entry, wordings] of [
  ["job = task = work item", ["job", "task", "work item"]],
  ["  Job  =\ttask\n", ["Job", "task"]],
  ["== = equals", ["==", "equals"]],
  ["a=b = c", ["a=b", "c"]],
  ["job = Job = task", ["Job", "task"]],
  ["", null],
] as const) {
  test(`parseTerms(${JSON.stringify(entry)}) gives ${JSON.stringify(wordings)}`, () => {
    assert.deepEqual(parseTerms([entry]), { terms: wordings === null ? [] : [wordings], problems: [] });
  });
}

for (const [entry, found] of [
  ["job", /^found one wording in "job", wanted two wordings or more, as in "job = task = work item"$/],
  ["job =task", /^found one wording/],
  ["job =", /^found one wording/],
  ["job = JOB", /^found the same wording twice in "job = JOB", wanted two/],
  [
    "job = one two three four five six seven",
    /^found "one two .* seven", wanted a phrase of at most 6 words$/,
  ],
] as const) {
  test(`parseTerms leaves ${JSON.stringify(entry)} out, says why, and keeps the others`, () => {
    const { terms, problems } = parseTerms(["a = b", entry, "c = d"]);
    assert.deepEqual(terms, [
      ["a", "b"],
      ["c", "d"],
    ]);
    assert.deepEqual(
      problems.map(({ at }) => at),
      [1],
    );
    assert.match(problems[0]?.text ?? "", found);
  });
}

test("parseTerms takes 200 groups and names the first of those that are too many", () => {
  const { terms, problems } = parseTerms(Array.from({ length: 203 }, (_, at) => `a${at} = b${at}`));
  assert.equal(terms.length, 200);
  assert.deepEqual(problems, [{ at: 200, text: `"a200 = b200" is one group too many: wanted 200 at most` }]);
});

test("whatever parseTerms took, it takes again as it is printed", () => {
  const word = fc.constantFrom(
    "job",
    "Job",
    "=",
    "==",
    "a=b",
    " ",
    "\t",
    "\n",
    "\u00a0",
    "İ",
    "e\u0301",
    "#",
    '"',
  );
  const entry = fc.array(word, { maxLength: 9 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), (entries) => {
      const { terms } = parseTerms(entries);
      assert.deepEqual(parseTerms(terms.map(printTermGroup)), { terms, problems: [] });
    }),
    { numRuns: 500 },
  );
});

const DECK: Deck = {
  name: "x" as DeckName,
  title: "X",
  licence: "",
  language: "",
  sections: [],
  terms: [],
  text: "",
  questions: [],
};

test("diff: a group of terms that is gone or new is told, and the order of wordings and groups is no difference", () => {
  const before = {
    ...DECK,
    terms: [
      ["job", "task"],
      ["a", "b"],
    ],
  };
  const moved = {
    ...before,
    terms: [
      ["b", "a"],
      ["task", "job"],
    ],
  };
  assert.ok(isSame(diffDeck(before, moved)));
  const changed = {
    ...before,
    terms: [
      ["b", "a"],
      ["task", "job", "work item"],
    ],
  };
  assert.deepEqual(diffDeck(before, changed).deck, [
    { part: "term", before: "job = task", after: null },
    { part: "term", before: null, after: "task = job = work item" },
  ]);
});
