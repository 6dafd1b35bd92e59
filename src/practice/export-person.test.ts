import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { ADA, BOB, NINE, said, testWorkplace } from "../../test/fixtures/practice.ts";
import type { PersonId, PointId } from "../base/index.ts";
import { correctReview, takeBackReview } from "./correct-review.ts";
import { countPerson, erasePerson } from "./erase-person.ts";
import { exportPerson } from "./export-person.ts";
import { recordReview } from "./record-review.ts";
import type { Workplace } from "./workplace.ts";

/** Reviews of two people, with a correction and one taken back. */
async function practised() {
  const { workplace, clock } = await testWorkplace();
  for (const [person, word] of [
    [ADA, "ada's"],
    [BOB, "bob's"],
  ] as const) {
    const first = await said(workplace, "docker-001", [`${word} one`, `${word} two\u2028and "more"\n\\n`]);
    const second = await said(workplace, "notes-001", [`${word} extra`]);
    await recordReview(workplace, person, first);
    clock.now += 1000;
    await recordReview(workplace, person, second);
    await recordReview(workplace, person, await said(workplace, "notes-002", []));
    await correctReview(workplace, person, { review: first.id, point: "one" as PointId, verdict: "missing" });
    await takeBackReview(workplace, person, second.id);
  }
  return workplace;
}

async function linesOf(workplace: Workplace, person: PersonId): Promise<Record<string, unknown>[]> {
  const lines: Record<string, unknown>[] = [];
  for await (const line of exportPerson(workplace, person)) {
    assert.ok(!line.includes("\n"));
    lines.push(JSON.parse(line));
  }
  return lines;
}

test("export: every event of the person with its words, in order, and nothing of anybody else", async () => {
  const workplace = await practised();
  const { events } = await workplace.store();
  const kept: Record<string, unknown>[] = [];
  for await (const { event, turns } of events.all(ADA)) {
    kept.push({ ...event, at: new Date(event.at).toISOString(), turns });
  }
  const lines = await linesOf(workplace, ADA);
  assert.equal(kept.length, 5);
  assert.deepEqual(lines.slice(1, -1), kept);
  assert.ok(!JSON.stringify(lines).includes("bob"));
  assert.ok(JSON.stringify(lines).includes("ada's extra"), "what was taken back is kept, so it is exported");
});

test("export: it says what it is first, and counts last", async () => {
  const workplace = await practised();
  const lines = await linesOf(workplace, ADA);
  const { device } = await workplace.store();
  assert.deepEqual(lines[0], {
    format: "vivarium-export",
    v: 1,
    at: new Date(NINE + 2000).toISOString(),
    person: ADA,
    device,
  });
  assert.deepEqual(lines.at(-1), { end: true, events: 5, answers: 2 });
});

test("docs/reference/export.md names every field that an export has", async () => {
  const doc = readFileSync(new URL("../../docs/reference/export.md", import.meta.url), "utf8");
  const fields = new Set<string>();
  JSON.stringify(await linesOf(await practised(), ADA), (key, value) => {
    if (!/^\d*$/.test(key)) fields.add(key);
    return value;
  });
  assert.ok(fields.size > 20);
  for (const field of fields) assert.match(doc, new RegExp(`[\`"{, ]${field}[\`"},]`), field);
});

test("export: of somebody who did nothing there are two lines", async () => {
  const { workplace } = await testWorkplace();
  const lines = await linesOf(workplace, ADA);
  assert.equal(lines.length, 2);
  assert.deepEqual(lines[1], { end: true, events: 0, answers: 0 });
});

test("export: any words come out as they were kept", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", minLength: 1 }), async (text) => {
      const { workplace } = await testWorkplace();
      const review = await said(workplace, "docker-001", [text]);
      await recordReview(workplace, ADA, review);
      const [, line] = await linesOf(workplace, ADA);
      assert.deepEqual(line?.turns, review.turns);
    }),
    { numRuns: 50 },
  );
});

test("erase: nothing of the person is left, and all of everybody else", async () => {
  const workplace = await practised();
  const bob = await linesOf(workplace, BOB);
  const store = await workplace.store();
  const session = { hash: "h", person: ADA, createdAt: NINE, expiresAt: NINE + 1e9 };
  await store.sessions.addSession(session);
  await store.sessions.addLink({ ...session, hash: "l" });
  const counted = await countPerson(workplace, ADA);
  assert.deepEqual(counted, { events: 5, answers: 2, copies: 0 });
  assert.deepEqual(await erasePerson(workplace, ADA), counted);
  assert.equal((await linesOf(workplace, ADA)).length, 2);
  assert.equal(await store.sessions.session("h", NINE), null);
  assert.equal(await store.sessions.useLink("l", NINE), null);
  assert.deepEqual(
    await store.recalls.of(
      ADA,
      bob.slice(1, -1).map(({ question }) => question as never),
    ),
    [],
  );
  assert.deepEqual((await linesOf(workplace, BOB)).slice(1), bob.slice(1));
});
