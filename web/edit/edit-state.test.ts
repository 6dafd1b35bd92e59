import assert from "node:assert/strict";
import { test } from "node:test";
import type { Question } from "../shapes.ts";
import { bodyOf, type Change, change, type Edit, editOf, isTouched } from "./edit-state.ts";

const point = (id: string, text: string) => ({
  id,
  text,
  textHtml: text,
  weight: 1,
  variants: [`${text} too`],
});
const question: Question = {
  id: "notes-001",
  deck: "notes",
  language: "en",
  section: "",
  level: null,
  title: "What is a rebase?",
  tags: [],
  refs: [],
  related: [],
  titleHtml: "",
  bodyHtml: "",
  promptHtml: "",
  prompt: "",
  answer: "It moves commits.",
  answerHtml: "",
  points: [point("a", "One"), point("b", "Two")],
  borrowed: null,
  borrowedPoints: [],
  borrows: "",
  proposed: false,
  misconceptions: [],
  followUps: [],
  version: "1",
  editable: true,
  source: "",
};
const after = (...changes: Change[]): Edit => changes.reduce(change, editOf(question));
const texts = ({ points }: Edit) => points.map(({ text }) => text);

test("edit: what was not touched is not sent", () => {
  assert.equal(isTouched(editOf(question)), false);
  assert.equal(bodyOf(editOf(question), question), null);
  assert.deepEqual(bodyOf(after({ kind: "answer", answer: "No." }), question), { answer: "No." });
});

test("edit: proposed points that are left as they are become written ones; not when the answer is another", () => {
  const proposed = { proposed: true };
  assert.equal(bodyOf(editOf(question), proposed)?.points?.length, 2);
  assert.deepEqual(bodyOf(after({ kind: "answer", answer: "No." }), proposed), { answer: "No." });
  // None of none is no decision.
  assert.equal(bodyOf(editOf({ ...question, points: [] }), proposed), null);
});

test("edit: points go out as one line each, their wordings one a line, and an empty new one does not", () => {
  const edit = after(
    { kind: "point", key: 0, part: { text: " One\nand more ", variants: "x\n\n y \n", weight: "bonus" } },
    { kind: "added" },
  );
  assert.deepEqual(bodyOf(edit, question)?.points, [
    { id: "a", text: "One and more", weight: "bonus", variants: ["x", "y"] },
    { id: "b", text: "Two", weight: 1, variants: ["Two too"] },
  ]);
});

test("edit: an empty point that was added is no change", () => {
  assert.equal(isTouched(after({ kind: "added" })), false);
});

test("edit: points move as far as there are places", () => {
  assert.deepEqual(texts(after({ kind: "moved", key: 0, by: 1 })), ["Two", "One"]);
  assert.deepEqual(texts(after({ kind: "moved", key: 0, by: -1 })), ["One", "Two"]);
});

test("edit: a point that was removed can be put back where it was", () => {
  const without = after({ kind: "removed", key: 0 });
  assert.deepEqual(texts(without), ["Two"]);
  assert.deepEqual(texts(change(without, { kind: "put-back" })), ["One", "Two"]);
  const more = change(without, { kind: "added" });
  assert.equal(new Set(change(more, { kind: "put-back" }).points.map(({ key }) => key)).size, 3);
});

test("edit: changed meanwhile, what was typed stays and the rest is as it stands", () => {
  const now: Question = { ...question, version: "2", answer: "Theirs.", points: [point("c", "Three")] };
  const edit = change(after({ kind: "answer", answer: "Mine." }), {
    kind: "changed-meanwhile",
    question: now,
  });
  assert.deepEqual([edit.version, edit.answer, texts(edit)], ["2", "Mine.", ["Three"]]);
  assert.deepEqual(bodyOf(edit, now), { answer: "Mine." });
});
