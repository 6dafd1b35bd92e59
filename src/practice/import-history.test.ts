import assert from "node:assert/strict";
import { test } from "node:test";
import { ADA, BOB, said, testWorkplace } from "../../test/fixtures/practice.ts";
import type { DeckName, PointId, QuestionId } from "../base/index.ts";
import { correctReview } from "./correct-review.ts";
import { exportDeckAs } from "./export-deck.ts";
import { exportHistory } from "./export-history.ts";
import { exportPerson } from "./export-person.ts";
import { importHistory } from "./import-history.ts";
import { recordReview } from "./record-review.ts";
import type { Workplace } from "./workplace.ts";

const ONE = "docker-001" as QuestionId;
const DOCKER = { deck: "docker" as DeckName, idsNow: new Map([[ONE, ONE]]) };

async function practised() {
  const { workplace, clock } = await testWorkplace();
  const first = await said(workplace, "docker-001", ["one, then"]);
  await recordReview(workplace, ADA, first);
  await recordReview(workplace, ADA, await said(workplace, "notes-001", ["extra"]));
  clock.now += 1000;
  await correctReview(workplace, ADA, { review: first.id, point: "two" as PointId, verdict: "covered" });
  return { workplace, clock };
}

/** What an export of the deck `docker` holds of it. */
async function historyIn(workplace: Workplace): Promise<unknown[]> {
  const { bytes } = await exportDeckAs(workplace, ADA, "docker", { format: "json", history: true });
  return JSON.parse(new TextDecoder().decode(bytes)).history;
}

async function linesOf(workplace: Workplace, person = ADA): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportPerson(workplace, person)) lines.push(line);
  return lines.slice(1, -1);
}

test("an export of a deck holds what was done with it, and nothing of other decks", async () => {
  const { workplace } = await practised();
  const history = await historyIn(workplace);
  assert.deepEqual(
    history.map((each) => JSON.stringify(each)),
    (await linesOf(workplace)).filter((line) => line.includes("docker-001")),
  );
  assert.equal(history.length, 2);
});

test("what was done with a question that is kept aside goes along with it", async () => {
  const { workplace } = await practised();
  const { decks } = workplace;
  const name = "docker" as DeckName;
  const { deck } = (await decks.load(name)) ?? assert.fail();
  const [first, ...rest] = deck.questions;
  assert.equal(first?.id, ONE);
  const version = (await decks.version(name)) ?? assert.fail();
  await decks.save({ info: deck, questions: rest, gone: [first] }, { version });
  assert.equal((await historyIn(workplace)).length, 2);
});

test("a deck that leaves without its history holds nothing that anybody said", async () => {
  const { workplace } = await practised();
  for (const format of ["json", "csv", "markdown"] as const) {
    const { bytes } = await exportDeckAs(workplace, ADA, "docker", { format, history: false });
    assert.doesNotMatch(new TextDecoder().decode(bytes), /one, then/);
  }
});

test("a history that is taken gives the same recall, and twice is there once", async () => {
  const { workplace } = await practised();
  const history = await historyIn(workplace);
  const { workplace: other } = await testWorkplace();
  assert.deepEqual(await importHistory(other, ADA, history, DOCKER), { added: 2, known: 0, refused: 0 });
  assert.deepEqual(await importHistory(other, ADA, history, DOCKER), { added: 0, known: 2, refused: 0 });
  const rows = async (place: Workplace) =>
    (await place.store()).recalls.of(ADA, ["docker-001" as QuestionId]);
  assert.deepEqual(await rows(other), await rows(workplace));
});

test("a history becomes that of who takes it, under the ids that the questions have there", async () => {
  const { workplace } = await practised();
  const history = await historyIn(workplace);
  const { workplace: other } = await testWorkplace();
  const idsNow = new Map([[ONE, "mine-007" as QuestionId]]);
  await importHistory(other, BOB, history, { deck: "mine" as DeckName, idsNow });
  const lines = (await linesOf(other, BOB)).map((line) => JSON.parse(line));
  assert.deepEqual(
    lines.map(({ person, question }) => [person, question]),
    [
      ["bob", "mine-007"],
      ["bob", "mine-007"],
    ],
  );
  assert.equal(lines[0].payload.deck, "mine");
});

for (const [what, change] of [
  ["an id that is none", { id: "x" }],
  ["another version", { v: 2 }],
  ["no time", { at: "soon" }],
  ["a time before there were any", { at: "1969-12-31T23:59:59.000Z" }],
  ["a time to come", { at: "2031-01-01T00:00:00.000Z" }],
  ["a time beyond what is kept", { at: "+010000-01-01T00:00:00.000Z" }],
  ["a question that the export does not hold", { question: "notes-001" }],
  ["a score above one", { payload: { score: 2 } }],
  ["a rating that is none", { payload: { rating: "great" } }],
  [
    "evidence beyond the words",
    {
      payload: {
        verdicts: [
          { point: "one", weight: 2, verdict: "covered", p: 1, evidence: { turn: 0, start: 0, end: 999 } },
        ],
      },
    },
  ],
  ["a verdict that is none", { payload: { verdicts: [{}] } }],
  ["words that are no text", { turns: [1] }],
  ["a kind that is none", { kind: "note" }],
] as const) {
  test(`a history with ${what} is taken without that event`, async () => {
    const { workplace } = await practised();
    const [first, second] = (await historyIn(workplace)) as Record<string, object>[];
    const payload = "payload" in change ? { ...first?.payload, ...change.payload } : first?.payload;
    const { workplace: other } = await testWorkplace();
    const taken = await importHistory(
      other,
      ADA,
      [{ ...first, ...change, payload }, second, null, "x"],
      DOCKER,
    );
    assert.deepEqual(taken, { added: 1, known: 0, refused: 3 });
  });
}

test("what one answered is a table and a document, as it stands after corrections, newest first", async () => {
  const { workplace } = await practised();
  const textOf = async (format: "csv" | "markdown") => {
    let text = "";
    for await (const piece of exportHistory(workplace, ADA, format)) text += piece;
    return text;
  };
  const [header, ...rows] = (await textOf("csv")).trimEnd().split("\r\n");
  assert.match(header ?? "", /^at,deck,question/);
  assert.equal(rows.length, 2);
  assert.match(rows.find((row) => row.includes("docker-001")) ?? "", /,1\.000,covered,.*yes,,"one, then"$/);
  assert.match(
    await textOf("markdown"),
    /## What of docker-001\?\n\n2026-11-24 09:00 UTC .* 100 % covered\n\n> one, then/,
  );
});
