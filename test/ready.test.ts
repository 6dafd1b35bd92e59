import assert from "node:assert/strict";
import { before, test } from "node:test";
import { temporaryFolder, viva } from "./viva.ts";

const VIVA_NOW = "2026-11-24T08:00:00";
let home = "";
const ready = (...args: string[]) => viva(["ready", ...args], { home, env: { VIVA_NOW } });

before(async () => {
  home = await temporaryFolder();
  await viva(["ask", "docker", "--count", "2"], { home, input: ":idk\n:idk\n", env: { VIVA_NOW } });
});

test("ready: one sentence with the interval, now and with the plan kept, then decks and tags with bars", async () => {
  const { code, out, err } = await ready("--on", "2026-12-24");
  assert.equal(err, "");
  assert.equal(code, 0);
  const sentence = out.slice(0, out.indexOf("\n\n")).replace(/\s+/g, " ");
  const numbers =
    /^On 24 December you will know about (\d+) of (\d+) \(90 %: (\d+) to (\d+)\) if you stop now; about (\d+) \((\d+) to (\d+)\) if you keep to the plan\. 2 of the \2 were asked so far\.$/.exec(
      sentence,
    );
  assert.ok(numbers, sentence);
  const [known, all, low, high, planned] = numbers.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  assert.ok(low <= known && known <= high && high <= all);
  assert.ok(planned > known);
  assert.match(out, /^docker +\d+ +\d+ +\d+ {2}[█░·]{30}$/m);
});

test("ready --json: the same numbers, the day as an instant", async () => {
  const { out } = await ready("--on", "2026-12-24", "--json");
  const { on, questions, seen, known, planned, decks } = JSON.parse(out);
  assert.equal(on, new Date(2026, 11, 24).toISOString());
  assert.equal(seen, 2);
  assert.ok(known.low <= known.expected && known.expected <= known.high && known.high <= questions);
  assert.ok(planned.expected >= known.expected);
  assert.deepEqual(
    decks.map(({ deck }: { deck: string }) => deck),
    ["api", "docker", "python"],
  );
});

test("ready: before anything was asked it says that this is a guess", async () => {
  const { out } = await viva(["ready", "--on", "2026-12-24"], { env: { VIVA_NOW } });
  assert.match(
    out.replace(/\s+/g, " "),
    /Nothing was asked yet, so this is only what people tend to know unprepared/,
  );
});

test("ready: without a day it says what is missing, exit code 2; a day too far ahead is refused", async () => {
  const none = await ready();
  assert.equal(none.code, 2);
  assert.match(none.err, /^viva: required option '--on <date>' not specified\n$/);
  const far = await ready("--on", "2099-01-01");
  assert.equal(far.code, 1);
  assert.match(far.err, /^viva: that date is more than ten years ahead/);
});
