import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { DeckName } from "../base/index.ts";
import { printQuestion } from "../deck/index.ts";
import { deckStoreContract, exampleQuestion, INFO } from "./deck-store-contract.ts";
import { folderDeckStore } from "./folder-deck-store.ts";
import { memoryDeckStore } from "./memory-deck-store.ts";

const made: string[] = [];
async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "viva-store-"));
  made.push(path);
  return path;
}
after(() => Promise.all(made.map((path) => rm(path, { recursive: true, force: true }))));

deckStoreContract("memory", async () => memoryDeckStore());
deckStoreContract("folder", async () => {
  const root = await folder();
  return folderDeckStore({ shipped: join(root, "shipped"), home: join(root, "home", "decks") });
});

test("folder: a damaged file costs only its own question, and is named with its line", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  await store.save(INFO, [1, 2, 3].map(exampleQuestion), { replace: false });
  const [file = ""] = (await readdir(join(root, "mine"))).filter((name) => name.startsWith("002"));
  await writeFile(join(root, "mine", file), "---\nid: mine-002\nlevel: high\n---\n\n# Q?\n");
  const loaded = await store.load(INFO.name);
  assert.deepEqual(
    loaded?.deck.questions.map(({ id }) => id),
    ["mine-001", "mine-003"],
  );
  assert.deepEqual(
    loaded?.problems.map(({ file: at, line, rule }) => [at, line, rule]),
    [[file, 3, "level"]],
  );
});

test("folder: two files with one id give one question and a problem", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  await store.save(INFO, [exampleQuestion(1)], { replace: false });
  await writeFile(join(root, "mine", "zzz.md"), printQuestion(exampleQuestion(1)));
  const loaded = await store.load(INFO.name);
  assert.equal(loaded?.deck.questions.length, 1);
  assert.deepEqual(
    loaded?.problems.map(({ file, rule }) => [file, rule]),
    [["zzz.md", "id-twice"]],
  );
});

test("folder: a deck that comes with the program is not replaced", async () => {
  const root = await folder();
  await mkdir(join(root, "shipped", "mine"), { recursive: true });
  await writeFile(join(root, "shipped", "mine", "001.md"), printQuestion(exampleQuestion(1)));
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: join(root, "home") });
  await assert.rejects(store.save(INFO, [], { replace: true }), { code: "VIVA_DECK_EXISTS" });
  assert.equal((await store.load("mine" as DeckName))?.deck.questions.length, 1);
});

test("folder: a failed save leaves nothing behind and the old deck as it was", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  await store.save(INFO, [exampleQuestion(1)], { replace: false });
  // Two questions of one id want the same file: the second cannot be written.
  const twice = [exampleQuestion(1), exampleQuestion(1)];
  await assert.rejects(store.save(INFO, twice, { replace: true }), { code: "VIVA_STORE_UNWRITABLE" });
  assert.deepEqual(await readdir(root), ["mine"]);
  assert.equal((await store.load(INFO.name))?.deck.questions.length, 1);
});

test("folder: of eight that keep a deck of one name at once, one succeeds and the others are told", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  const saves = Array.from({ length: 8 }, () => store.save(INFO, [exampleQuestion(1)], { replace: false }));
  const results = await Promise.allSettled(saves);
  assert.equal(results.filter(({ status }) => status === "fulfilled").length, 1);
  for (const result of results) {
    if (result.status === "rejected") assert.equal(result.reason.code, "VIVA_DECK_EXISTS");
  }
  assert.deepEqual(await readdir(root), ["mine"]);
});

test("folder: after a crash in the middle of a replacement the old deck is still there, and can be replaced", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  await store.save(INFO, [exampleQuestion(1)], { replace: false });
  await rename(join(root, "mine"), join(root, ".old-mine"));
  assert.equal((await store.load(INFO.name))?.deck.questions.length, 1);
  await store.save(INFO, [exampleQuestion(1), exampleQuestion(2)], { replace: true });
  assert.equal((await store.load(INFO.name))?.deck.questions.length, 2);
  assert.deepEqual(await readdir(root), ["mine"]);
});

test("folder: a home that cannot be made is one clear error", async () => {
  const root = await folder();
  await writeFile(join(root, "file"), "");
  const store = folderDeckStore({ shipped: root, home: join(root, "file", "decks") });
  await assert.rejects(store.save(INFO, [], { replace: false }), (error: Error) => {
    assert.match(error.message, /VIVA_HOME/);
    return true;
  });
});
