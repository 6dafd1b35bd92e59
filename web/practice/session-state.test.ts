import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryStorage } from "../kept/storage.ts";
import { sessionToGoOn, unfinished } from "./begin-session.ts";
import { keepVisit } from "./kept-visit.ts";
import {
  type AskedQuestion,
  currentQuestion,
  endEarly,
  keepSession,
  keptSession,
  passOn,
  type Session,
  sourceOf,
} from "./session-state.ts";
import { change, newVisit } from "./visit-state.ts";

const asked = (id: string): AskedQuestion => ({
  why: "due",
  deck: "docker",
  deckTitle: "Docker",
  language: "en",
  id,
  section: "",
  level: null,
  title: `About ${id}`,
  titleHtml: `About ${id}`,
  bodyHtml: "",
  points: 3,
});
const NOON = new Date("2026-11-24T12:00:00Z");
const TOMORROW = new Date("2026-11-25T12:00:00Z");
const session: Session = {
  source: "",
  until: Date.parse("2026-11-25T04:00:00Z"),
  questions: [asked("docker-001"), asked("docker-002")],
  passed: [],
};
const skipped = { outcome: "skipped", review: null, score: null } as const;

test("a session: question after question, until all were asked", () => {
  const one = passOn(session, { outcome: "answered", review: "id", score: 0.5 });
  assert.equal(currentQuestion(one)?.id, "docker-002");
  assert.deepEqual(one.passed, [
    { question: "docker-001", title: "About docker-001", outcome: "answered", review: "id", score: 0.5 },
  ]);
  const all = passOn(one, skipped);
  assert.equal(currentQuestion(all), null);
  assert.equal(passOn(all, skipped), all);
});

test("a session: ended early, nothing more is asked and what was answered stays", () => {
  const ended = endEarly(passOn(session, skipped));
  assert.equal(currentQuestion(ended), null);
  assert.equal(ended.passed.length, 1);
});

test("a session: after a reload it goes on, and only for what asked for it", () => {
  const storage = memoryStorage();
  keepSession(storage, passOn(session, skipped));
  assert.equal(sessionToGoOn(storage, {}, NOON)?.passed.length, 1);
  assert.equal(sessionToGoOn(storage, { deck: "docker" }, NOON), null);
  assert.equal(unfinished(storage, NOON)?.source, "");
});

test("a session: one that only began is not called unfinished", () => {
  const storage = memoryStorage();
  keepSession(storage, session);
  assert.equal(unfinished(storage, NOON), null);
});

test("a session: one of yesterday goes on only when something was typed", () => {
  const storage = memoryStorage();
  keepSession(storage, session);
  assert.equal(sessionToGoOn(storage, {}, TOMORROW), null);
  const visit = newVisit("docker-001", "01a20c99-9fd2-76b7-9a22-1d5b54d33926");
  keepVisit(storage, change(visit, { kind: "typed", text: "a", sinceAskedMs: 1 }));
  assert.deepEqual(sessionToGoOn(storage, {}, TOMORROW)?.questions, session.questions);
});

test("a session: what cannot be read is as if nothing had been kept", () => {
  const storage = memoryStorage();
  storage.write("viva.session", JSON.stringify({ v: 1, ...session, questions: [{ id: 7 }] }));
  assert.equal(keptSession(storage), null);
  assert.equal(unfinished(storage, NOON), null);
});

for (const [source, name] of [
  [{}, ""],
  [{ deck: "docker" }, "?deck=docker"],
  [{ deck: "docker", question: "docker-001" }, "?question=docker-001"],
] as const) {
  test(`what ${JSON.stringify(source)} asks is called ${JSON.stringify(name)}`, () =>
    assert.equal(sourceOf(source), name));
}
