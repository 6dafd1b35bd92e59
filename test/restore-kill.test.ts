import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { seededRandom } from "../src/base/index.ts";
import type { Deck } from "../src/deck/index.ts";
import { backUp, exportPerson, LOCAL_OWNER, openWorkplace, recordReview } from "../src/practice/index.ts";
import { NINE, said, testDeck } from "./fixtures/practice.ts";
import { environment, MAIN, temporaryFolder } from "./viva.ts";

const NAMES = ["first", "second", "third"] as const;

function workplaceIn(home: string, seed: string) {
  const root = new URL("../", import.meta.url);
  return openWorkplace({ root, home, clock: () => NINE, random: seededRandom(seed) });
}

/** When the command is killed: so many milliseconds after a name has come up in a folder of the home. */
const MOMENTS = [
  ...[0, 20].map((after) => ({ in: "", prefix: ".restore-", after })),
  ...[0, 0, 0, 2, 10].map((after) => ({ in: "decks", prefix: ".old-", after })),
];

/** The state in one text: which questions each deck has, and the log. */
async function stateOf(home: string): Promise<{ decks: Record<string, number>; events: string }> {
  const workplace = workplaceIn(home, "look");
  try {
    const decks: Record<string, number> = {};
    for (const name of NAMES) decks[name] = (await workplace.catalogue.deck(name)).deck.questions.length;
    const lines: string[] = [];
    for await (const line of exportPerson(workplace, LOCAL_OWNER)) lines.push(line);
    return { decks, events: lines.slice(1).join("\n") };
  } finally {
    await workplace.close();
  }
}

test("viva restore: killed at any moment, each deck and the store are the old ones or the new ones, and it can be done again", async () => {
  const home = join(await temporaryFolder(), "home");
  const backup = join(await temporaryFolder(), "backup");
  const workplace = workplaceIn(home, "practise");
  const save = async (decks: readonly Deck[]) => {
    for (const deck of decks)
      await workplace.decks.save({ info: deck, questions: deck.questions }, "replace");
  };
  await save(NAMES.map((name) => testDeck(name, 3)));
  await recordReview(workplace, LOCAL_OWNER, await said(workplace, "first-001", ["one"]));
  await backUp(workplace, backup);
  const backedUp = await stateOf(home);

  for (const [run, { in: folder, prefix, after }] of MOMENTS.entries()) {
    await save(NAMES.map((name) => testDeck(name, 5)));
    await recordReview(workplace, LOCAL_OWNER, await said(workplace, "second-001", [`run ${run}`]));
    const before = await stateOf(home);
    const there = new Set(readdirSync(join(home, folder)));
    const child = spawn(process.execPath, [MAIN, "restore", backup, "--yes"], { env: environment(home) });
    const ended = new Promise((resolve) => child.on("close", resolve));
    const hasCome = () =>
      readdirSync(join(home, folder)).some((name) => name.startsWith(prefix) && !there.has(name));
    while (child.exitCode === null && !hasCome()) await pause(1);
    await pause(after);
    child.kill("SIGKILL");
    await ended;
    const { decks, events } = await stateOf(home);
    for (const name of NAMES)
      assert.ok([3, 5].includes(decks[name] ?? 0), `run ${run}: ${name} ${decks[name]}`);
    assert.ok([before.events, backedUp.events].includes(events), `run ${run}`);
  }
  const child = spawn(process.execPath, [MAIN, "restore", backup, "--yes"], { env: environment(home) });
  assert.equal(await new Promise((resolve) => child.on("close", resolve)), 0);
  assert.deepEqual(await stateOf(home), backedUp);
  assert.ok(!readdirSync(home).some((name) => name.startsWith(".restore-")));
  assert.deepEqual(readdirSync(join(home, "decks")).sort(), [...NAMES]);
  await workplace.close();
});
