import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import type { QuestionId } from "../src/base/index.ts";
import { packageRoot } from "../src/cli/package-root.ts";
import { importDocument, openWorkplace, secureRandom } from "../src/practice/index.ts";
import { apiOver } from "./api.ts";
import { opinions, type RaterStub, raterStub, send } from "./fixtures/rater-stub.ts";
import { temporaryFolder, viva } from "./viva.ts";

const DOCUMENT = "# Locks\n\n## What is a lock file for?\n\nIt pins exact versions of packages.\n";
const QUESTION = "locks-001" as QuestionId;
/** The judge is in doubt of it. */
const ANSWER = "It keeps the versions.";

const environmentOf = ({ url }: RaterStub) => ({ VIVA_LLM_URL: url, VIVA_LLM_MODEL: "stub-7b" });

/** A rater who calls every point that it is asked of covered, by these words. */
function agreeable(stub: RaterStub): void {
  stub.answer = (response, { body }) => {
    const schema = JSON.stringify(body.response_format.json_schema.schema);
    const [point] = /[a-z]+(?:-[a-z]+)+/.exec(schema) ?? [];
    send(opinions({ point, verdict: "covered", quote: "keeps the versions" }))(response);
  };
}

async function placeWith(stub: RaterStub) {
  const workplace = openWorkplace({
    root: packageRoot(),
    home: await temporaryFolder(),
    clock: () => Date.now(),
    random: secureRandom(),
    environment: environmentOf(stub),
  });
  await importDocument(workplace.decks, { name: "locks.md", bytes: Buffer.from(DOCUMENT) });
  return apiOver(workplace);
}

test("second rater: the page is told where answers go; without one, that they go nowhere", async (t) => {
  const stub = await raterStub();
  const { workplace, ask } = await placeWith(stub);
  t.after(() => workplace.close());
  const { host } = new URL(stub.url);
  assert.deepEqual((await ask("GET", "/v1/sessions/current")).json().secondRater, { model: "stub-7b", host });
});

test("second rater: what the page shows is what its review keeps, and the endpoint is asked once", async (t) => {
  const stub = await raterStub();
  agreeable(stub);
  const { workplace, ask } = await placeWith(stub);
  t.after(() => workplace.close());
  const payload = { question: QUESTION, turns: [ANSWER] };
  const judged = (await ask("POST", "/v1/assessments", { payload })).json();
  const heard = judged.verdicts.filter(({ second }: { second: unknown }) => second !== null);
  assert.ok(heard.length > 0, "nothing was in doubt");
  assert.ok(heard.some(({ second }: { second: { decided: boolean } }) => second.decided));
  const review = (await ask("PUT", `/v1/reviews/${workplace.newId()}`, { payload })).json();
  const verdictsOf = (all: { point: string; verdict: string }[]) =>
    all.map(({ point, verdict }) => [point, verdict]);
  assert.deepEqual(verdictsOf(review.verdicts), verdictsOf(judged.verdicts));
  assert.match(review.judge, /\+second$/);
  assert.equal(stub.asked.length, 1);
});

test("second rater: the interview in the terminal hears it, and one that fails is not noticed", async () => {
  const stub = await raterStub();
  agreeable(stub);
  const folder = await temporaryFolder();
  const file = join(folder, "locks.md");
  await writeFile(file, DOCUMENT);
  const run = (env: Record<string, string>) =>
    viva(["ask", file, "--json", "--forget"], { input: `${ANSWER}\n.\n`, env, home: folder });
  const withOne = await run(environmentOf(stub));
  assert.equal(withOne.err, "");
  assert.match(withOne.out, /"second":\{"verdict":"covered"/);
  stub.answer = send("no", { status: 500 });
  const failing = await run(environmentOf(stub));
  assert.equal(failing.err, "");
  assert.doesNotMatch(failing.out, /"second"/);
  assert.equal(failing.out, (await run({})).out);
});

test("second rater: one that is named by half is said before the server starts", async () => {
  const { code, err } = await viva(["serve", "--port", "1"], {
    env: { VIVA_LLM_URL: "http://127.0.0.1:1/v1" },
  });
  assert.equal(code, 2);
  assert.match(err, /^viva: VIVA_LLM_URL is set and VIVA_LLM_MODEL is not/);
});
