import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { temporaryFolder, viva } from "./viva.ts";

const DOCUMENT = "# Locks\n\n## What does a lock do?\n\nOnly one thread enters the section at a time.\n";
const OWN_WORDS = "The cook has a single kitchen.";

/** A home with a document whose only question was answered so. */
async function answered(...lines: string[]) {
  const home = await temporaryFolder();
  const file = join(home, "locks.md");
  await writeFile(file, DOCUMENT);
  const input = `${lines.join("\n")}\n`;
  const { code, err } = await viva(["ask", file, "--json"], { home, input });
  assert.deepEqual([code, err], [0, ""]);
  return { home, file: join(home, "decks/locks/001-what-does-a-lock-do.md") };
}

const json = (out: string): Record<string, unknown>[] =>
  out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

test("ask: what was overruled in one session is covered when it is said again in the next, with those words", async () => {
  const { home } = await answered(OWN_WORDS, ".", ":said", ":skip");
  const { out } = await viva(["ask", "locks", "--json", "--seed", "a"], {
    home,
    input: `Well: ${OWN_WORDS}\n.\n`,
  });
  const judged = json(out).find(({ kind }) => kind === "assessment");
  assert.equal(judged?.score, 1);
  assert.match(
    JSON.stringify(judged?.verdicts),
    /You said before that this says it: “the cook has a single kitchen”/i,
  );
});

test("regrade: an answer is judged anew by the points of today; a dry run and the way back change nothing", async () => {
  const { home, file } = await answered(OWN_WORDS, ".", ":skip");
  const regrade = (...args: string[]) => viva(["regrade", ...args], { home, input: "" });
  assert.match((await regrade()).out, /^1 answer judged again; 0 came out otherwise\n$/);
  const text = await readFile(file, "utf8");
  await writeFile(
    file,
    text
      .replace(/proposed: true\n/, "")
      .replace(
        /- \*\*.*/,
        (line) => `${line}\n  - there is a single kitchen for the cook\n  - one at a time\n`,
      ),
  );
  const dry = await regrade("--dry-run");
  assert.match(dry.out, /^locks-001 .* \d+ % → 100 % {2}covered\n.*: missing → covered\n/);
  assert.match(dry.out, /1 answer judged again; 1 would come out otherwise\n$/);
  const [told, sum] = json((await regrade("locks", "--json")).out);
  assert.deepEqual([told?.kind, told?.question, sum?.changed], ["regraded", "locks-001", 1]);
  assert.match((await regrade("locks-001")).out, /0 came out otherwise/);
  assert.match((await regrade("--undo")).out, /^1 new verdict taken back\n$/);
  assert.match((await regrade("--dry-run")).out, /1 would come out otherwise/);
});

test("regrade: with nothing answered it says how to begin; what is neither deck nor question is one clear error", async () => {
  const empty = await viva(["regrade"], { input: "" });
  assert.deepEqual([empty.code, empty.out], [0, "Nothing was answered yet: viva ask begins.\n"]);
  const wrong = await viva(["regrade", "zebra"], { input: "" });
  assert.deepEqual([wrong.code, wrong.out], [2, ""]);
  assert.match(wrong.err, /^viva: "zebra" is neither a deck nor a question: viva decks lists the decks\n$/);
  assert.equal((await viva(["regrade", "--undo", "--dry-run"], { input: "" })).code, 2);
});
