import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeckName, QuestionId } from "../base/index.ts";
import { parseQuestion, type Question } from "../deck/index.ts";
import type { DeckStore } from "../store/index.ts";
import { memoryDeckStore } from "../store/index.ts";
import { watchDecks } from "./catalogue.ts";

const info = (name: string) => ({
  name: name as DeckName,
  title: name,
  licence: "",
  language: "",
  sections: [],
  terms: [],
  text: "",
});

function question(id: string, answer = "The process starts on the host's kernel."): Question {
  const parsed = parseQuestion("q.md", `---\nid: ${id}\n---\n\n# Why ${id}?\n\n## Answer\n\n${answer}\n`);
  assert.ok(parsed.ok);
  return parsed.question;
}

/** Two decks, how often each was read, and a clock that stands still unless told. */
async function watched() {
  const store = memoryDeckStore();
  await store.save(
    { info: info("docker"), questions: [question("docker-001"), question("docker-002")] },
    "new",
  );
  await store.save(
    { info: info("notes"), questions: [question("notes-001"), question("docker-002", "Another.")] },
    "new",
  );
  const reads: string[] = [];
  let now = 1_000_000;
  const counting: DeckStore = {
    ...store,
    async load(name) {
      reads.push(name);
      return store.load(name);
    },
  };
  const { decks, catalogue } = watchDecks(counting, () => now);
  return { store, decks, catalogue, reads, pass: (ms: number) => (now += ms) };
}

test("catalogue: a deck is read once, however often it is asked for", async () => {
  const { catalogue, reads, pass } = await watched();
  for (let n = 0; n < 5; n++) {
    await Promise.all([
      catalogue.decks(),
      catalogue.deck("docker"),
      catalogue.question("docker-001" as QuestionId),
    ]);
    pass(5000);
  }
  assert.deepEqual(reads.toSorted(), ["docker", "notes"]);
});

test("catalogue: asking for one deck does not read the others", async () => {
  const { catalogue, reads } = await watched();
  await catalogue.deck("notes");
  assert.deepEqual(reads, ["notes"]);
});

test("catalogue: a question that begins with its deck's name does not make the others be read", async () => {
  const { catalogue, reads } = await watched();
  const { deck } = await catalogue.question("notes-001" as QuestionId);
  assert.equal(deck.name, "notes");
  assert.deepEqual(reads, ["notes"]);
});

test("catalogue: of two decks with the same id, the one that the id begins with has it", async () => {
  const { catalogue } = await watched();
  assert.equal((await catalogue.question("docker-002" as QuestionId)).deck.name, "docker");
});

test("catalogue: a question has points, and is the same object each time", async () => {
  const { catalogue, pass } = await watched();
  const first = await catalogue.question("docker-001" as QuestionId);
  assert.ok(first.question.points.length > 0);
  pass(60_000);
  assert.equal((await catalogue.question("docker-001" as QuestionId)).question, first.question);
});

test("catalogue: a deck kept by somebody else is seen within a second or so, not before", async () => {
  const { store, catalogue, pass } = await watched();
  await catalogue.decks();
  await store.save({ info: info("docker"), questions: [question("docker-009")] }, "replace");
  await store.save({ info: info("more"), questions: [question("more-001")] }, "new");
  pass(999);
  assert.equal((await catalogue.deck("docker")).deck.questions.length, 2);
  pass(1);
  assert.equal((await catalogue.deck("docker")).deck.questions.length, 1);
  assert.deepEqual(
    (await catalogue.decks()).map(({ deck }) => deck.name),
    ["docker", "more", "notes"],
  );
});

test("catalogue: a deck kept through the workplace is seen at once", async () => {
  const { decks, catalogue } = await watched();
  await catalogue.decks();
  await decks.save({ info: info("docker"), questions: [question("docker-009")] }, "replace");
  await decks.save({ info: info("more"), questions: [question("more-001")] }, "new");
  assert.equal((await catalogue.question("docker-009" as QuestionId)).deck.name, "docker");
  assert.equal((await catalogue.decks()).length, 3);
});

test("catalogue: a clock that goes back hides no change", async () => {
  const { store, catalogue, pass } = await watched();
  await catalogue.decks();
  await store.save({ info: info("more"), questions: [question("more-001")] }, "new");
  pass(-500_000);
  assert.equal((await catalogue.decks()).length, 3);
});

test("catalogue: what failed is tried again the next time, without waiting", async () => {
  const store = memoryDeckStore();
  await store.save({ info: info("docker"), questions: [question("docker-001")] }, "new");
  let failures = 2;
  const { catalogue } = watchDecks(
    {
      ...store,
      async load(name) {
        if (failures-- > 0) throw new Error("too many open files");
        return store.load(name);
      },
    },
    () => 0,
  );
  await assert.rejects(catalogue.deck("docker"), /too many/);
  await assert.rejects(catalogue.decks(), /too many/);
  assert.equal((await catalogue.decks()).length, 1);
});

test("catalogue: a deck that is not there is an error that names those that are", async () => {
  const { catalogue } = await watched();
  await assert.rejects(catalogue.deck("nodes"), { code: "VIVA_DECK_NOT_FOUND", message: /docker, notes/ });
  await assert.rejects(catalogue.deck("../docker"), { code: "VIVA_DECK_NOT_FOUND" });
  await assert.rejects(catalogue.question("nodes-001" as QuestionId), { code: "VIVA_QUESTION_NOT_FOUND" });
});
