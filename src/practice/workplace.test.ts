import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { testWorkplace } from "../../test/fixtures/practice.ts";
import { seededRandom } from "../base/index.ts";
import { LOCAL_OWNER, openWorkplace } from "./workplace.ts";

const folder = await mkdtemp(join(tmpdir(), "viva-workplace-"));
after(() => rm(folder, { recursive: true, force: true }));

const workplaceIn = (home: string, root = new URL("../../", import.meta.url)) =>
  openWorkplace({ root, home, clock: Date.now, random: seededRandom(home) });

test("workplace: opening it touches nothing; the store is made when it is first asked for, and opened once", async () => {
  const home = join(folder, "lazy");
  const workplace = workplaceIn(home);
  await workplace.catalogue.decks();
  await workplace.grader();
  assert.equal(existsSync(home), false);
  const [one, two] = await Promise.all([workplace.store(), workplace.store()]);
  assert.equal(one, two);
  assert.ok(existsSync(join(home, "vivarium.db")));
  await workplace.close();
});

test("workplace: a store that could not be opened is tried again, and found once it can be", async () => {
  const home = join(folder, "later");
  await writeFile(home, "a file where the folder should be");
  const workplace = workplaceIn(home);
  await assert.rejects(workplace.store(), { code: "VIVA_STORE_UNWRITABLE" });
  await rm(home);
  await (await workplace.store()).check();
  await workplace.close();
});

test("workplace: closing one that never opened its store, or could not, is no failure", async () => {
  await workplaceIn(join(folder, "never")).close();
  const home = join(folder, "file");
  await writeFile(home, "");
  const workplace = workplaceIn(home);
  await assert.rejects(workplace.store());
  await workplace.close();
});

test("workplace: after closing, the store can be opened again", async () => {
  const workplace = workplaceIn(join(folder, "again"));
  const before = await workplace.store();
  await workplace.close();
  const store = await workplace.store();
  assert.equal(store.device, before.device);
  await store.check();
  await workplace.close();
});

test("workplace: without the program's data the judge says what to do", async () => {
  const workplace = workplaceIn(join(folder, "bare"), pathToFileURL(`${folder}/`));
  await assert.rejects(workplace.grader(), { code: "VIVA_NOT_BUILT", message: /install Vivarium again/ });
});

test("workplace in memory: keeps what is appended, and touches no disk", async () => {
  const { workplace } = await testWorkplace();
  assert.equal(workplace.home, null);
  assert.equal(await workplace.store(), await workplace.store());
  assert.deepEqual(await (await workplace.store()).events.reviews(LOCAL_OWNER, { limit: 5 }), []);
});

test("workplace: ids of events are never the same twice and grow", async () => {
  const { workplace } = await testWorkplace();
  const ids = Array.from({ length: 1000 }, workplace.newId);
  assert.deepEqual(ids, [...new Set(ids)].sort());
});

test("workplace: there is no second rater unless the environment names one, and a wrong name disturbs nothing else", async () => {
  assert.equal(await workplaceIn(join(folder, "alone")).rater(), null);
  const root = new URL("../../", import.meta.url);
  const named = (environment: Record<string, string>) =>
    openWorkplace({
      root,
      home: join(folder, "named"),
      clock: Date.now,
      random: seededRandom("n"),
      environment,
    });
  const wrong = named({ VIVA_LLM_URL: "http://example.com/v1", VIVA_LLM_MODEL: "m" });
  await wrong.grader();
  await assert.rejects(wrong.rater(), { code: "VIVA_USAGE", message: /unencrypted/ });
  assert.ok((await named({ VIVA_LLM_URL: "https://example.com/v1", VIVA_LLM_MODEL: "m" }).rater()) !== null);
});
