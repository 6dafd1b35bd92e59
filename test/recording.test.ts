import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type EventId, parseQuestionId, type QuestionId, seededRandom } from "../src/base/index.ts";
import {
  judgeTurns,
  LOCAL_OWNER,
  memoryWorkplace,
  openWorkplace,
  recordReview,
  reviewById,
  type Workplace,
} from "../src/practice/index.ts";
import type { PracticeEvent } from "../src/recall/index.ts";
import { apiOver } from "./api.ts";
import { environment, keepContainers, MAIN, temporaryFolder, viva } from "./viva.ts";

const ROOT = pathToFileURL(fileURLToPath(new URL("../", import.meta.url)));
const DOCUMENT = fileURLToPath(new URL("./fixtures/two-questions.md", import.meta.url));
const NOW = "2026-11-24T08:00:00Z";
/** Part of an answer at best, so that a follow-up comes. */
const HALF = "It shares the kernel of the host.";
const REST = "A virtual machine boots a whole guest operating system.";

interface Kept {
  readonly event: PracticeEvent;
  readonly turns: readonly string[];
}

/** What a home keeps. */
async function kept(home: string): Promise<Kept[]> {
  return within(home, async (workplace) => {
    const out: Kept[] = [];
    for await (const entry of (await workplace.store()).events.all(LOCAL_OWNER)) out.push(entry);
    return out;
  });
}

async function within<T>(home: string, work: (workplace: Workplace) => Promise<T>): Promise<T> {
  const workplace = openWorkplace({ root: ROOT, home, clock: Date.now, random: Math.random });
  try {
    return await work(workplace);
  } finally {
    await workplace.close();
  }
}

async function ask(input: string, { args = ["docker", "--count", "1"], env = {}, home = "" } = {}) {
  const folder = home === "" ? await temporaryFolder() : home;
  const ran = await viva(["ask", ...args], { input, home: folder, env: { VIVA_NOW: NOW, ...env } });
  return { ...ran, home: folder };
}

const kinds = (entries: readonly Kept[]) => entries.map(({ event }) => event.kind);
const exists = (path: string) =>
  readdir(path).then(
    () => true,
    () => false,
  );

test("recording: a visit is one review, with both turns, the deck, the hour, and no time to first key on a pipe", async () => {
  const { code, err, home } = await ask(`${HALF}\n.\n${REST}\n.\n`);
  assert.equal(err, "");
  assert.equal(code, 0);
  const [only, ...others] = await kept(home);
  assert.deepEqual(others, []);
  assert.ok(only?.event.kind === "review");
  assert.deepEqual(only.turns, [HALF, REST]);
  assert.equal(only.event.payload.deck, "docker");
  assert.equal(only.event.payload.firstKeyMs, null);
  assert.equal(only.event.payload.confidence, null);
  assert.ok(Math.abs(only.event.at - Date.parse(NOW)) < 60_000);
});

/** The same words through practice alone. */
async function throughPractice(workplace: Workplace, id: QuestionId): Promise<EventId> {
  const { deck, question } = await workplace.catalogue.question(id);
  const review = {
    ...judgeTurns(await workplace.grader(), question, [`  ${HALF}`, REST]),
    question,
    id: workplace.newId(),
    deck: deck.name,
    firstKeyMs: null,
    confidence: null,
    corrections: [],
  };
  await recordReview(workplace, LOCAL_OWNER, review);
  return review.id;
}

/** The same words as the page sends them. */
async function throughApi(workplace: Workplace, question: QuestionId): Promise<EventId> {
  const { ask: send, app } = await apiOver(workplace);
  const id = workplace.newId();
  const payload = { question, turns: [`  ${HALF}\r\n`, REST] };
  const answer = await send("PUT", `/v1/reviews/${id}`, { payload });
  assert.equal(answer.statusCode, 201, answer.body);
  await app.close();
  return id;
}

for (const [what, record] of [
  ["practice makes of the same words", throughPractice],
  ["the API makes of the same words", throughApi],
] as const) {
  test(`recording: what is typed at the command is the event that ${what}`, async () => {
    const { home } = await ask(`\n  ${HALF}  \r\n\r\n.\r\n${REST}\n.\n`);
    const [typed] = await kept(home);
    assert.ok(typed);
    const made = await within(home, async ({ decks }) => {
      const random = seededRandom("recording");
      const workplace = memoryWorkplace({ decks, root: ROOT, clock: Date.now, random });
      const id = await record(workplace, typed.event.question);
      return (await workplace.store()).events.find(LOCAL_OWNER, id);
    });
    assert.ok(made);
    assert.deepEqual(typed.turns, made.turns);
    const { id: _1, at: _2, device: _3, ...ours } = typed.event;
    const { id: _4, at: _5, device: _6, ...theirs } = made.event;
    assert.deepEqual(ours, theirs);
  });
}

test("recording: what is skipped is no review; I don't know is one, without words", async () => {
  const { home } = await ask(":skip\n:idk\n", { args: ["docker", "--count", "2"] });
  const [only, ...others] = await kept(home);
  assert.deepEqual(others, []);
  assert.ok(only?.event.kind === "review");
  assert.equal(only.event.payload.outcome, "unknown");
  assert.deepEqual(only.turns, []);
});

test("recording: at the end of the input an answer whose follow-up waits is kept as it stands", async () => {
  const { home, out } = await ask(`${HALF}\n.\n`);
  assert.match(out, /→/);
  const entries = await kept(home);
  assert.deepEqual(
    entries.map(({ turns }) => turns),
    [[HALF]],
  );
});

for (const how of ["SIGINT", "SIGTERM", "SIGHUP", "a reader that closes"] as const) {
  test(`recording: ${how} while a follow-up waits keeps the answer as it stands`, async () => {
    const home = await temporaryFolder();
    const child = spawn(process.execPath, [MAIN, "ask", "docker"], { env: environment(home) });
    const ended = new Promise((resolve) => child.once("close", resolve));
    let out = "";
    child.stdin.write(`${HALF}\n.\n`);
    for await (const chunk of child.stdout.setEncoding("utf8")) {
      out += chunk;
      if (!/→/.test(out)) continue;
      if (how !== "a reader that closes") child.kill(how);
      break;
    }
    child.stdout.destroy();
    // Something to say, which nobody reads.
    if (how === "a reader that closes") child.stdin.write(":said 99\n");
    await ended;
    assert.deepEqual(
      (await kept(home)).map(({ turns }) => turns),
      [[HALF]],
    );
  });
}

test("recording: undo takes a review back, and what is answered then is another", async () => {
  const { home } = await ask(`${HALF}\n.\n:skip\n:undo\n:undo\n${REST}\n.\n:skip\n:quit\n`, {
    args: ["docker", "--count", "2"],
  });
  const entries = await kept(home);
  assert.deepEqual(kinds(entries), ["review", "retraction", "review"]);
  const [first, back, second] = entries;
  assert.ok(back?.event.kind === "retraction");
  assert.equal(back.event.payload.of, first?.event.id);
  assert.deepEqual(second?.turns, [REST]);
});

test("recording: corrections before the visit closes are kept with it, later ones as they come, undone ones are gone", async () => {
  const home = await temporaryFolder();
  keepContainers(home);
  const { out } = await ask(`${HALF}\n.\n:said 3\n:idk\n:wrong 1\n:undo\n:quit\n`, {
    args: ["containers", "--count", "2", "--json"],
    home,
  });
  const corrections = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .filter(({ kind }) => kind === "correction");
  assert.deepEqual(
    corrections.map(({ verdict }) => verdict),
    ["covered", "missing"],
  );
  const entries = await kept(home);
  assert.deepEqual(kinds(entries), ["review", "correction", "correction", "retraction"]);
  const [review] = entries;
  assert.ok(review?.event.kind === "review");
  const [said, wrong] = corrections;
  const record = await within(home, (workplace) => reviewById(workplace, LOCAL_OWNER, review.event.id));
  const standing = (id: string) => record.verdicts.find(({ point }) => point === id)?.verdict;
  assert.equal(standing(said.point), "covered");
  assert.equal(standing(wrong.point), "covered");
  assert.equal(record.score, said.score);
  assert.ok(review.event.payload.score < said.score && wrong.score < said.score);
});

for (const [how, args, env] of [
  ["--forget", ["--forget"], {}],
  ["VIVA_FORGET", [], { VIVA_FORGET: "1" }],
] as const) {
  test(`recording: with ${how} neither answers nor the document are kept`, async () => {
    const { home, code, out } = await ask("A list of written steps.\n.\n", {
      args: [DOCUMENT, ...args],
      env,
    });
    assert.equal(code, 0);
    assert.match(out, /Reference answer/);
    assert.doesNotMatch(out, /kept as the deck/);
    assert.deepEqual(await kept(home), []);
    assert.equal(await exists(join(home, "decks")), false);
  });
}

test("recording: a document becomes a deck with its first review, not before, and is asked from the deck then", async () => {
  const untouched = await ask(":skip\n:skip\n", { args: [DOCUMENT] });
  assert.equal(await exists(join(untouched.home, "decks")), false);

  const first = await ask("A list of written steps.\n.\n", { args: [DOCUMENT] });
  assert.match(
    first.out,
    /\(kept as the deck two-questions, so that its questions can come back: viva ask\s+two-questions\)/,
  );
  const { home } = first;
  const file = join(home, "decks", "two-questions");
  assert.equal((await readdir(file)).length, 3);

  const again = await ask("A list of written steps.\n.\n", { args: [DOCUMENT], home });
  assert.equal(again.err, "");
  assert.doesNotMatch(again.out, /kept as/);
  const [one, two] = await kept(home);
  assert.equal(one?.event.question, "two-questions-001");
  assert.equal(two?.event.question, one.event.question);
  assert.equal(two.event.questionHash, one.event.questionHash);
});

test("recording: points that were written into the kept deck are the ones that a document is judged by", async () => {
  const { home } = await ask(":idk\n:quit\n", { args: [DOCUMENT] });
  const folder = join(home, "decks", "two-questions");
  const name = (await readdir(folder)).find((each) => each.startsWith("001"));
  assert.ok(name);
  const text = await readFile(join(folder, name), "utf8");
  await writeFile(
    join(folder, name),
    `${text.replace(/^proposed: true\n/m, "").replace(/## Points[\s\S]*$/, "## Points\n\n- **mine** (1): Bananas are yellow.\n")}`,
  );
  const { out } = await ask("Bananas are yellow.\n.\n", { args: [DOCUMENT], home });
  assert.match(out, /covered +Bananas are yellow/);
});

test("recording: a document whose name is a deck that says something else is asked and not kept, with the way out", async () => {
  const folder = await temporaryFolder();
  const mine = join(folder, "docker.md");
  await copyFile(DOCUMENT, mine);
  const { code, err, out, home } = await ask("A list of written steps.\n.\n", { args: [mine] });
  assert.equal(code, 0);
  assert.match(
    err,
    /^viva: nothing is kept of this session, because the deck docker is there and says something else: viva import .*docker\.md --into OTHER\n$/,
  );
  assert.match(out, /Reference answer/);
  assert.deepEqual(await kept(home), []);

  const notes = await ask("A list of written steps.\n.\n", { args: [DOCUMENT] });
  await writeFile(
    join(folder, "two-questions.md"),
    `${await readFile(DOCUMENT, "utf8")}\n### 3. New?\n\nYes.\n`,
  );
  const changed = await ask("x\n.\n", { args: [join(folder, "two-questions.md")], home: notes.home });
  assert.match(changed.out, /Question 1 of 3/);
  assert.equal(changed.err, "");
  assert.equal((await kept(notes.home)).length, 2);

  await writeFile(join(folder, "two-questions.md"), "Question: Who?\nAnswer: Somebody else altogether.\n");
  const stranger = await ask("x\n.\n", { args: [join(folder, "two-questions.md")], home: notes.home });
  assert.match(stranger.err, /--into OTHER, or --replace\n$/);
  assert.match(stranger.out, /Question 1 of 1/);
  assert.equal((await kept(notes.home)).length, 2);
});

test("recording: deck files are recorded under the name of their deck", async () => {
  const { home } = await ask(":idk\n", { args: ["./decks/docker", "--count", "1"] });
  const [only] = await kept(home);
  assert.ok(only?.event.kind === "review");
  assert.equal(only.event.payload.deck, "docker");
  const id = parseQuestionId(only.event.question);
  assert.ok(id.ok);
});

test("recording: a store that fails is told once, ends nothing, and the exit code is 1", async () => {
  const home = await temporaryFolder();
  await mkdir(join(home, "vivarium.db"));
  const { code, err, out } = await ask(":idk\n:idk\n", { args: ["docker", "--count", "2"], home });
  assert.match(err, /^viva: answers are not kept for now: .*\nviva: 2 answers could not be kept\n$/);
  assert.match(out, /2 questions: 0 answered, 2 not known/);
  assert.equal(code, 1);
});
