import assert from "node:assert/strict";
import { before, test } from "node:test";
import { temporaryFolder, viva } from "./viva.ts";

const MORNING = "2026-11-24T08:00:00";
let home = "";
const at = (VIVA_NOW: string, ...args: string[]) => viva(args, { home, env: { VIVA_NOW }, input: "" });

before(async () => {
  home = await temporaryFolder();
  const input = ":idk\n".repeat(3);
  await viva(["ask", "docker", "--count", "3"], { home, input, env: { VIVA_NOW: MORNING } });
});

test("due: the first time nothing is due and all is new, by deck, with a way to begin", async () => {
  const { code, out, err } = await viva(["due"], { env: { VIVA_NOW: MORNING } });
  assert.equal(err, "");
  assert.equal(code, 0);
  assert.match(out, /^Nothing due today, \d+ new\n/);
  assert.match(out, /^ +0 +\d+ {2}docker {2}/m);
  assert.match(out, /^ {2}today +0$/m);
  assert.match(out, /Begin: viva ask\n$/);
});

test("due: what was not known is due the next day, also somewhat earlier than to the hour", async () => {
  const today = await at(MORNING, "due");
  assert.match(today.out, /^Nothing due today/);
  assert.match(today.out, /^ {2}Wed 25 Nov +3 {2}█{32}$/m);
  const tomorrow = await at("2026-11-25T07:00:00", "due");
  assert.match(tomorrow.out, /^3 questions due today, \d+ new\n/);
  assert.match(tomorrow.out, /^ +3 +\d+ {2}docker/m);
});

test("due --json: the same numbers, instants in ISO", async () => {
  const { out } = await at("2026-11-25T07:00:00", "due", "--json");
  const overview = JSON.parse(out);
  assert.equal(overview.due, 3);
  assert.equal(overview.until, null);
  assert.equal(overview.days.length, 7);
  assert.equal(overview.days[0].to, new Date(2026, 10, 26, 4).toISOString());
  assert.ok(
    overview.decks.some(({ name, due }: { name: string; due: number }) => name === "docker" && due === 3),
  );
});

test("due --until: says how many a day it takes", async () => {
  const { out } = await at(MORNING, "due", "--until", "2026-12-24");
  assert.match(
    out.replace(/\s+/g, " "),
    /30 days left before 24 December: \d+ new a day for \d+ days, about \d+ questions? a day in all\./,
  );
});

for (const [flag, command, date, says] of [
  ["--until", "due", "2026-11-24", /^viva: --until: 2026-11-24 has come already/],
  ["--until", "due", "Christmas", /^viva: --until: not a date: "Christmas" \(wanted YYYY-MM-DD\)/],
  ["--until", "ask", "2026-02-30", /^viva: --until: not a date/],
  ["--on", "ready", "2025-01-01", /^viva: --on: 2025-01-01 has come already/],
  ["--on", "ready", "in 3 weeks", /^viva: --on: not a date: "in 3 weeks"/],
] as const) {
  test(`${command} ${flag} ${date} is one clear error, exit code 2`, async () => {
    const { code, out, err } = await at(MORNING, command, flag, date);
    assert.equal(code, 2);
    assert.match(err, says);
    assert.equal(err.split("\n").length, 2);
    assert.equal(out, "");
  });
}

test("a VIVA_NOW that is no time is one clear error, exit code 2", async () => {
  const { code, err } = await at("soon", "due");
  assert.equal(code, 2);
  assert.match(err, /^viva: VIVA_NOW: neither an instant nor a date: "soon"/);
});

test("ask: what is due comes first, then what is new, decks taking turns, and each says why", async () => {
  const { out } = await viva(["ask", "--json"], {
    home,
    env: { VIVA_NOW: "2026-11-25T09:00:00" },
    input: ":skip\n".repeat(5),
  });
  const asked = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .filter(({ kind }) => kind === "question");
  assert.deepEqual(
    asked.slice(0, 5).map(({ why }) => why),
    ["due", "due", "due", "new", "new"],
  );
  const deckOf = ({ id }: { id: string }) => id.split("-")[0];
  assert.notEqual(deckOf(asked[3]), deckOf(asked[4]));
});

test("ask: the question line says why, and of how many only when that was chosen", async () => {
  const now = { VIVA_NOW: "2026-11-25T09:00:00" };
  const open = await viva(["ask"], { home, env: now, input: ":quit\n" });
  assert.match(open.out, /^Question 1 · due · .* · docker-\d+\n/);
  const counted = await viva(["ask", "docker", "--count", "2"], { home, env: now, input: ":quit\n" });
  assert.match(counted.out, /^Question 1 of 2 · due · /);
  const chosen = await viva(["ask", "docker", "--seed", "a"], { home, env: now, input: ":quit\n" });
  assert.match(chosen.out, /^Question 1 of \d+ · (?!due|new)/);
});
