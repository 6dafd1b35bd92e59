import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import type { QuestionId } from "../src/base/index.ts";
import { packageRoot } from "../src/cli/package-root.ts";
import {
  importDocument,
  LOCAL_OWNER,
  openWorkplace,
  readyQuestion,
  secureRandom,
  setBorrowing,
  type Workplace,
} from "../src/practice/index.ts";
import { apiOver } from "./api.ts";
import { HEALTH_NOTES, KNOWS_BETTER, LENDER } from "./borrowing/health-notes.ts";
import { temporaryFolder, viva } from "./viva.ts";

const HEALTH = "notes-001" as QuestionId;
const CACTUS = "notes-002" as QuestionId;
let home = "";

const open = (at: string): Workplace =>
  openWorkplace({ root: packageRoot(), home: at, clock: () => Date.now(), random: secureRandom() });

async function withNotes(): Promise<{ workplace: Workplace; home: string }> {
  const folder = await temporaryFolder();
  const workplace = open(folder);
  await importDocument(workplace.decks, { name: "notes.md", bytes: Buffer.from(HEALTH_NOTES) });
  return { workplace, home: folder };
}

/** The deck file of the first question, as the home keeps it. */
async function keptText(at: string): Promise<string> {
  const folder = join(at, "decks/notes");
  const name = (await readdir(folder)).find((each) => each.startsWith("001-")) ?? "none";
  return readFile(join(folder, name), "utf8");
}

const ready = async (workplace: Workplace, id: QuestionId) =>
  readyQuestion(workplace, LOCAL_OWNER, await workplace.catalogue.question(id));

before(async () => {
  home = await temporaryFolder();
  await writeFile(join(home, "notes.md"), HEALTH_NOTES);
});

test("borrowing: a question that a shipped one asks is judged by its points, variants, misconceptions and follow-ups", async (t) => {
  const { workplace } = await withNotes();
  t.after(() => workplace.close());
  const question = await ready(workplace, HEALTH);
  const { question: lender } = await workplace.catalogue.question(LENDER as QuestionId);
  assert.equal(question.borrowed?.id, LENDER);
  assert.deepEqual(
    [question.points, question.misconceptions, question.followUps],
    [lender.points, lender.misconceptions, lender.followUps],
  );
  assert.match(question.title, /^Health checks in Docker/);
  assert.match(question.answer, /Docker restarts the container/);
  assert.equal((await ready(workplace, CACTUS)).borrowed, null);
});

test("borrowing: where the references do not agree both are told, and knowing better costs nothing", async (t) => {
  const { workplace } = await withNotes();
  t.after(() => workplace.close());
  const question = await ready(workplace, HEALTH);
  assert.match(question.borrowed?.disagreements[0]?.own ?? "", /restarts the container/i);
  assert.match(question.borrowed?.disagreements[0]?.theirs ?? "", /unhealthy/);
  const { verdicts } = (await workplace.grader()).assess(question, KNOWS_BETTER);
  const verdict = (point: string) => verdicts.find((each) => each.point === point)?.verdict;
  assert.equal(verdict("plain-no-restart"), "covered");
  assert.ok(verdicts.every((each) => each.verdict !== "contradicted"));
});

test("borrowing: a shipped question, one with points of its own and one that was refused borrow nothing", async (t) => {
  const { workplace } = await withNotes();
  t.after(() => workplace.close());
  assert.equal((await ready(workplace, LENDER as QuestionId)).borrowed, null);
  const { deck, question } = await workplace.catalogue.question(HEALTH);
  const written = { ...question, proposed: false };
  assert.equal((await readyQuestion(workplace, LOCAL_OWNER, { deck, question: written })).borrowed, null);
  await setBorrowing(workplace, HEALTH, "none");
  assert.equal((await ready(workplace, HEALTH)).borrowed, null);
  await setBorrowing(workplace, HEALTH, "");
  assert.equal((await ready(workplace, HEALTH)).borrowed?.id, LENDER);
});

test("borrowing: what a deck names is borrowed, whatever it asks; what is not there is not", async (t) => {
  const { workplace } = await withNotes();
  t.after(() => workplace.close());
  const { deck, question } = await workplace.catalogue.question(CACTUS);
  const by = async (borrows: string) =>
    (await readyQuestion(workplace, LOCAL_OWNER, { deck, question: { ...question, borrows } })).borrowed
      ?.id ?? null;
  assert.equal(await by("python-016"), "python-016");
  assert.equal(await by("python-999"), null);
  assert.equal(await by(CACTUS), null);
  // Points that were proposed are no better than one's own.
  assert.equal(await by(HEALTH), null);
});

test("ask: borrowed points are named with the lender, :own refuses them, and the next session remembers", async () => {
  const file = join(home, "notes.md");
  const input = `${KNOWS_BETTER}\n.\n:own\n:skip\n:quit\n`;
  const { out, code } = await viva(["ask", file], { home, input });
  assert.equal(code, 0);
  const told = out.replace(/\s+/g, " ");
  assert.match(told, /Judged by the points of docker-055, which asks the same:/);
  assert.match(told, /The references do not agree\. Yours: “[^”]*restarts the container”\. docker-055: /i);
  assert.match(told, /\(judged by the document alone\) 1 . \w+ A health check runs a command/);
  assert.match(await keptText(home), /^borrows: none$/m);
  const again = await viva(["ask", "notes", "--count", "1", "--seed", "1", "--json"], {
    home,
    input: "Yes.\n.\n",
  });
  const judged = again.out.split("\n").find((line) => line.includes('"assessment"')) ?? "{}";
  assert.equal(JSON.parse(judged).borrowed, null);
});

test("ask: a refusal that is taken back is none", async () => {
  const folder = await temporaryFolder();
  const file = join(folder, "notes.md");
  await writeFile(file, HEALTH_NOTES);
  const input = `${KNOWS_BETTER}\n.\n:skip\n:own\n:undo\n:quit\n`;
  const { out } = await viva(["ask", file, "--json"], { home: folder, input });
  const borrowed = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .filter(({ kind }) => kind === "assessment")
    .map((each) => each.borrowed?.id ?? null);
  assert.deepEqual(borrowed, [LENDER, null]);
  assert.doesNotMatch(await keptText(folder), /borrows/);
});

test("API: an assessment says whose points it was made by; the loan is refused and allowed again", async (t) => {
  const { workplace } = await withNotes();
  t.after(() => workplace.close());
  const { ask } = await apiOver(workplace);
  const assess = async () =>
    (await ask("POST", "/v1/assessments", { payload: { question: HEALTH, turns: [KNOWS_BETTER] } })).json();
  const judged = await assess();
  assert.equal(judged.borrowed.question, LENDER);
  assert.ok(judged.verdicts.some(({ point }: { point: string }) => point === "plain-no-restart"));
  const borrowing = (allowed: boolean) =>
    ask("PUT", `/v1/questions/${HEALTH}/borrowing`, { payload: { allowed } });
  const refused = await borrowing(false);
  assert.deepEqual(
    [refused.statusCode, refused.json().borrowed, refused.json().borrows],
    [200, null, "none"],
  );
  assert.equal((await assess()).borrowed, null);
  const allowed = (await borrowing(true)).json();
  assert.deepEqual([allowed.borrowed.question, allowed.borrows], [LENDER, ""]);
  assert.ok(allowed.borrowedPoints.length > 3);
  const shipped = await ask("PUT", `/v1/questions/${LENDER}/borrowing`, { payload: { allowed: false } });
  assert.equal(shipped.statusCode, 409);
});

test("assess: an imported question is judged by the lender's points, and one that is brought along by its own", async () => {
  const { workplace, home: folder } = await withNotes();
  await workplace.close();
  const brought = { prompt: "Who restarts it?", reference: "Nobody restarts it on a single host." };
  const input = [
    { id: 1, question: HEALTH, answer: KNOWS_BETTER },
    { id: 2, question: brought, answer: KNOWS_BETTER },
  ]
    .map((line) => JSON.stringify(line))
    .join("\n");
  const { out, err } = await viva(["assess", "--json"], { home: folder, input });
  assert.equal(err, "");
  const [lent, own] = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.equal(lent.borrowed.id, LENDER);
  assert.ok(lent.verdicts.some(({ point }: { point: string }) => point === "plain-no-restart"));
  assert.equal("borrowed" in own, false);
});
