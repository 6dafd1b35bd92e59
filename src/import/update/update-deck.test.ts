import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { PointId, QuestionId } from "../../base/index.ts";
import type { Question } from "../../deck/index.ts";
import { deckNameFor } from "../deck-name.ts";
import { wholeQuestion } from "../export/whole-question.ts";
import type { Draft, DraftQuestion } from "../reader.ts";
import { type DraftDeck, draftToDeck } from "../to-deck.ts";

const NAME = deckNameFor("notes.md");

/** A document as `prompt => answer`, or `prompt => answer @ section`. */
function draftOf(...lines: string[]): Draft {
  const questions = lines.map((text, at): DraftQuestion => {
    const [prompt = "", rest = ""] = text.split(" => ");
    const [answer = "", section = ""] = rest.split(" @ ");
    return { section, title: prompt, body: "", answer, number: null, line: at * 4 + 1 };
  });
  return { reader: "labelled-text", questions, warnings: [], evidence: 1, accounted: 1 };
}

const first = (...lines: string[]) => draftToDeck(draftOf(...lines), NAME, "notes.md");
const again = (before: DraftDeck, lines: string[], { file = "notes.md", replace = false } = {}) =>
  draftToDeck(draftOf(...lines), NAME, file, { known: before, info: before.info, replace });
const edited = (deck: DraftDeck, at: number, change: Partial<Question>): DraftDeck => ({
  ...deck,
  questions: deck.questions.map((question, i) => (i === at ? { ...question, ...change } : question)),
});
const idsOf = (questions: readonly Question[]) => questions.map(({ id }) => id);
const textsOf = (deck: DraftDeck) => deck.questions.map(({ title, answer }) => `${title} => ${answer}`);

const THREE = [
  "What is a pod? => A group of containers.",
  "Why a probe? => To know that it lives.",
  "Who? => You.",
];

test("the same document again changes nothing, whatever was proposed meanwhile", () => {
  const before = edited(first(...THREE), 0, { points: [point("a")], proposed: true });
  const { change, questions } = again(before, THREE);
  assert.deepEqual(questions, before.questions);
  assert.equal(change.same, 3);
  assert.deepEqual(
    [change.added, change.changed, change.back, change.gone, change.kept].map(({ length }) => length),
    [0, 0, 0, 0, 0],
  );
});

test("a question more at the top moves all lines and no id", () => {
  const { questions, change } = again(first(...THREE), ["What is a node? => A machine.", ...THREE]);
  assert.deepEqual(idsOf(questions), ["notes-004", "notes-001", "notes-002", "notes-003"]);
  assert.equal(questions[1]?.source, "notes.md:5");
  assert.deepEqual([idsOf(change.added), change.same], [["notes-004"], 3]);
});

for (const [what, line, parts] of [
  ["another answer", "What is a pod? => The smallest thing that is scheduled.", ["answer"]],
  ["a reworded prompt with its answer", "So tell me, pods? => A group of containers.", ["prompt"]],
  ["a prompt in nearly the same words", "What is a pod here? => Something else.", ["prompt", "answer"]],
  ["another section", "What is a pod? => A group of containers. @ Basics", ["place"]],
] as const) {
  test(`${what} is the same question, changed`, () => {
    const { questions, change } = again(first(...THREE), [line, ...THREE.slice(1)]);
    assert.deepEqual(idsOf(questions), ["notes-001", "notes-002", "notes-003"]);
    assert.deepEqual(
      change.changed.map(({ question, parts: changed }) => [question.id, changed]),
      [["notes-001", parts]],
    );
  });
}

test("between the same neighbours a prompt with some words in common is the same question", () => {
  const { questions } = again(first(...THREE), [
    THREE[0] ?? "",
    "Why would anybody want a probe at all? => x",
    THREE[2] ?? "",
  ]);
  assert.equal(questions[1]?.id, "notes-002");
});

test("what the document drops is kept aside, and comes back with its id and its points", () => {
  const before = edited(first(...THREE), 1, { points: [point("lives")], proposed: false });
  const without = again(before, [THREE[0] ?? "", THREE[2] ?? ""]);
  assert.deepEqual(idsOf(without.change.gone), ["notes-002"]);
  assert.deepEqual(idsOf(without.gone), ["notes-002"]);
  const more = again(without, [THREE[0] ?? "", THREE[2] ?? "", "New? => Yes."]);
  assert.deepEqual(idsOf(more.change.added), ["notes-004"]);
  const back = again(more, [...THREE, "New? => Yes."]);
  assert.deepEqual(idsOf(back.change.back), ["notes-002"]);
  assert.equal(back.questions[1]?.points[0]?.id, "lives");
  assert.deepEqual(back.gone, []);
});

test("what a person changed by hand stays; where the document has changed the same, it says so", () => {
  const before = edited(first(...THREE), 0, { answer: "Mine." });
  assert.equal(again(before, THREE).questions[0]?.answer, "Mine.");
  const both = again(before, ["What is a pod? => Theirs, anew.", ...THREE.slice(1)]);
  assert.equal(both.questions[0]?.answer, "Mine.");
  assert.deepEqual(
    both.change.kept.map(({ question, parts }) => [question.id, parts]),
    [["notes-001", ["answer"]]],
  );
  // It was said once; the next import of the same document has nothing to add.
  assert.deepEqual(again(both, ["What is a pod? => Theirs, anew.", ...THREE.slice(1)]).change.kept, []);
});

test("replacing takes the document's word, keeps ids and hand-written points", () => {
  const before = edited(first(...THREE), 0, { answer: "Mine.", points: [point("group")], proposed: false });
  const { questions, change } = again(before, THREE.slice(0, 2), { replace: true, file: "other.md" });
  assert.equal(questions[0]?.answer, "A group of containers.");
  assert.equal(questions[0]?.points[0]?.id, "group");
  assert.deepEqual([idsOf(questions), idsOf(change.gone)], [["notes-001", "notes-002"], ["notes-003"]]);
});

test("proposed points go with the answer that they were taken from; written ones stay and are to be looked at", () => {
  const changed = ["What is a pod? => Theirs.", ...THREE.slice(1)];
  const proposed = edited(first(...THREE), 0, { points: [point("a")], proposed: true });
  assert.deepEqual(again(proposed, changed).questions[0]?.points, []);
  const written = edited(first(...THREE), 0, { points: [point("a")], proposed: false });
  const { questions, change } = again(written, changed);
  assert.equal(questions[0]?.points.length, 1);
  assert.deepEqual(idsOf(change.pointsToCheck), ["notes-001"]);
});

test("a second document adds to a deck and takes nothing away; what both have word for word is there once", () => {
  const { questions, change } = again(first(...THREE), ["When? => Now.", THREE[0] ?? ""], {
    file: "more.md",
  });
  assert.deepEqual([change.added.length, change.same, change.gone.length], [1, 1, 0]);
  assert.deepEqual(idsOf(questions).toSorted(), ["notes-001", "notes-002", "notes-003", "notes-004"]);
});

test("what is asked decides, and not the words that every question has", () => {
  const before = edited(first("What is a list? => A sequence that can change.", THREE[0] ?? ""), 0, {
    points: [point("changes")],
    proposed: false,
  });
  const after = again(before, ["What is a decorator? => A function round a function.", THREE[0] ?? ""]);
  assert.deepEqual([idsOf(after.change.added), idsOf(after.change.gone)], [["notes-003"], ["notes-001"]]);
  assert.equal(after.gone[0]?.points[0]?.id, "changes");
});

for (const [what, line] of [
  ["the same thing, asked otherwise", "Explain what lists are => A sequence that can change."],
  [
    "the same thing with half of the answer anew",
    "Tell me: lists? => Lists are a sequence whose items change.",
  ],
] as const) {
  test(`${what} is the same question`, () => {
    const after = again(first("What is a list? => A sequence that can change.", THREE[0] ?? ""), [
      line,
      THREE[0] ?? "",
    ]);
    assert.deepEqual(idsOf(after.change.changed.map(({ question }) => question)), ["notes-001"]);
  });
}

/** What an export of a deck holds, or what somebody made of it. */
const exported = (questions: readonly Question[]): Draft => ({
  ...draftOf(),
  questions: questions.map((question, at) => wholeQuestion(question, `questions[${at}]`)),
});

test("an export of quite another deck with the same ids changes nothing that is there", () => {
  const mine = first(...THREE);
  const theirs = first("What is a monad? => A monoid.", "Why types? => To think.");
  const after = draftToDeck(exported(theirs.questions), NAME, "notes.json", { known: mine, info: mine.info });
  assert.deepEqual(idsOf(after.change.added), ["notes-004", "notes-005"]);
  assert.deepEqual(textsOf(after).slice(2), textsOf(mine));
  assert.deepEqual([after.change.changed, after.change.gone], [[], []]);
  assert.equal(after.idsNow.get("notes-001" as never), "notes-004");
});

test("an export that comes back between two imports hides nothing that a person has changed", () => {
  const mine = edited(first(...THREE), 0, { answer: "Mine." });
  const back = draftToDeck(exported(mine.questions), NAME, "notes.json", { known: mine, info: mine.info });
  assert.equal(back.change.same, 3);
  assert.equal(again(back, THREE).questions[0]?.answer, "Mine.");
});

test("an export under another name comes back as what it became: changed, not doubled", () => {
  const theirs = draftToDeck(draftOf(...THREE), deckNameFor("other"), "other.md").questions;
  const once = draftToDeck(exported(theirs), NAME, "other.json");
  assert.deepEqual(idsOf(once.questions), ["notes-001", "notes-002", "notes-003"]);
  const better = theirs.map((each, at) =>
    at === 0 ? { ...each, answer: "Better.", points: [point("a")], proposed: false } : each,
  );
  const twice = draftToDeck(exported(better), NAME, "other.json", { known: once, info: once.info });
  assert.deepEqual(
    twice.change.changed.map(({ question, parts }) => [question.id, parts]),
    [["notes-001", ["answer", "points"]]],
  );
  assert.equal(twice.questions.length, 3);
});

test("replacing a table's sources keeps the points that were written by hand", () => {
  const sourced = (ref: string): Draft => {
    const draft = draftOf(...THREE);
    return { ...draft, questions: draft.questions.map((each) => ({ ...each, refs: [ref] })) };
  };
  const before = edited(draftToDeck(sourced("RFC 1"), NAME, "notes.md"), 0, {
    points: [point("mine")],
    proposed: false,
  });
  const after = draftToDeck(sourced("RFC 2"), NAME, "notes.md", {
    known: before,
    info: before.info,
    replace: true,
  });
  assert.deepEqual([after.questions[0]?.points[0]?.id, after.questions[0]?.refs], ["mine", ["RFC 2"]]);
});

test("what an export keeps aside is kept aside again", () => {
  const mine = again(first(...THREE), THREE.slice(1));
  const back = draftToDeck({ ...exported(mine.questions), gone: mine.gone }, NAME, "notes.json");
  assert.deepEqual(idsOf(back.gone), ["notes-001"]);
  assert.deepEqual(idsOf(again(back, THREE).change.back), ["notes-001"]);
});

test("the id of a question whose file cannot be read is given to no other", () => {
  const before = first(...THREE);
  const known = { ...before, questions: before.questions.slice(0, 2), lostIds: ["notes-003" as QuestionId] };
  const { change } = draftToDeck(draftOf(...THREE), NAME, "notes.md", { known, info: before.info });
  assert.deepEqual(idsOf(change.added), ["notes-004"]);
});

test("121 questions of one title are told apart by what stands below it", () => {
  const bodies = Array.from({ length: 121 }, (_, at) => ({
    section: "",
    title: "What's the output?",
    body: `print(${at})`,
    answer: String(at % 7),
    number: at + 1,
    line: at + 1,
  }));
  const draft = { ...draftOf(), questions: bodies };
  const before = draftToDeck(draft, NAME, "notes.md");
  const turned = { ...draft, questions: bodies.toReversed() };
  const after = draftToDeck(turned, NAME, "notes.md", { known: before, info: before.info });
  assert.equal(after.change.same, 121);
  assert.deepEqual(idsOf(after.questions), idsOf(before.questions).toReversed());
});

test("whatever is dropped, added, reordered: no id is given twice, and nothing of the document is missing", () => {
  const line = fc
    .tuple(fc.constantFrom("pod", "node", "probe", "image", "layer"), fc.constantFrom("so", "thus", ""))
    .map(([word, answer]) => `What is a ${word}? => ${answer}`);
  const document = fc.uniqueArray(line, { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(document, { minLength: 1, maxLength: 5 }), (states) => {
      let deck = first();
      for (const state of states) {
        deck = again(deck, state);
        const ids = [...idsOf(deck.questions), ...idsOf(deck.gone)];
        assert.equal(new Set(ids).size, ids.length);
        assert.deepEqual(
          textsOf(deck).toSorted(),
          state
            .map((text) => text.trimEnd())
            .toSorted()
            .map(padded),
        );
      }
    }),
    { numRuns: 300 },
  );
});

const padded = (text: string) => (text.endsWith("=>") ? `${text} ` : text);
const point = (id: string) => ({ id: id as PointId, text: "A claim.", weight: 1, variants: [] });
