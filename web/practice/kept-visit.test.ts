import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryStorage } from "../kept/storage.ts";
import { forgetVisit, keepVisit, keptVisit } from "./kept-visit.ts";
import { change, newVisit, type Visit } from "./visit-state.ts";

const KEY = "viva.visit.docker-002";
const fresh = newVisit("docker-002", "01a20c99-9fd2-76b7-9a22-1d5b54d33926");
const typed = change(fresh, { kind: "typed", text: "shared\nkernel 🐳", sinceAskedMs: 900 });
const followingUp: Visit = [
  { kind: "answered" } as const,
  {
    kind: "judged",
    assessment: {
      question: "docker-002",
      turns: ["shared\nkernel 🐳"],
      score: 0.5,
      label: "partly",
      doubt: 0.1,
      verdicts: [
        {
          point: "kernel",
          text: "`one` kernel",
          textHtml: "<code>one</code> kernel",
          weight: "bonus",
          verdict: "covered",
          p: 0.9,
          evidence: { turn: 0, start: 7, end: 13, text: "kernel" },
          correction: null,
          why: "Your words say it.",
          lacks: null,
          second: null,
        },
      ],
      followUp: { point: "*", text: "And then?" },
      borrowed: null,
      answerHtml: "<p>…</p>",
    },
  } as const,
].reduce<Visit>(change, typed);

for (const [name, visit] of [
  ["a draft", typed],
  ["an open follow-up", followingUp],
  ["a correction", change(followingUp, { kind: "corrected", point: "kernel", verdict: "missing" })],
] as const) {
  test(`a kept visit: ${name} is the same after a reload`, () => {
    const storage = memoryStorage();
    keepVisit(storage, visit);
    assert.deepEqual(keptVisit(storage, "docker-002"), { v: 2, ...visit });
    assert.equal(keptVisit(storage, "docker-003"), null);
  });
}

test("a kept visit: of an untouched one nothing is kept", () => {
  const storage = memoryStorage();
  keepVisit(storage, typed);
  keepVisit(storage, fresh);
  assert.deepEqual(storage.keys(), []);
});

test("a kept visit: one that has ended is forgotten", () => {
  const storage = memoryStorage();
  keepVisit(storage, typed);
  forgetVisit(storage, typed);
  assert.equal(keptVisit(storage, "docker-002"), null);
});

test("a kept visit: one begun in another window outlives one that is untouched or has ended here", () => {
  const storage = memoryStorage();
  const elsewhere = { ...typed, review: "01a20c99-9fd2-76b7-9a22-1d5b54d33927" };
  keepVisit(storage, elsewhere);
  keepVisit(storage, fresh);
  forgetVisit(storage, typed);
  assert.equal(keptVisit(storage, "docker-002")?.review, elsewhere.review);
});

for (const [name, text] of [
  ["no JSON", "{"],
  ["null", "null"],
  ["a list", "[]"],
  ["another version", JSON.stringify({ v: 1, ...typed })],
  ["another question's", JSON.stringify({ v: 2, ...typed, question: "api-001" })],
  ["an id of another form", JSON.stringify({ v: 2, ...typed, review: "7" })],
  ["a step without its assessment", JSON.stringify({ v: 2, ...typed, step: "following-up", turns: ["a"] })],
  ["a step that there is not", JSON.stringify({ v: 2, ...typed, step: "done" })],
  ["turns that are numbers", JSON.stringify({ v: 2, ...typed, turns: [1] })],
  ["a follow-up to nothing", JSON.stringify({ v: 2, ...followingUp, turns: [] })],
] as const) {
  test(`a kept visit: ${name} is as if nothing had been kept`, () => {
    const storage = memoryStorage();
    storage.write(KEY, text);
    assert.equal(keptVisit(storage, "docker-002"), null);
  });
}
