import assert from "node:assert/strict";
import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { DeckName } from "../base/index.ts";
import { printQuestion } from "../deck/index.ts";
import { deckStoreContract, exampleQuestion, INFO } from "./deck-store-contract.ts";
import { folderDeckStore } from "./folder-deck-store.ts";
import { mediaContract } from "./media-contract.ts";
import { memoryDeckStore } from "./memory-deck-store.ts";

const made: string[] = [];
async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "viva-store-"));
  made.push(path);
  return path;
}
after(() => Promise.all(made.map((path) => rm(path, { recursive: true, force: true }))));

for (const contract of [deckStoreContract, mediaContract]) {
  contract("memory", async () => memoryDeckStore());
  contract("folder", async () => {
    const root = await folder();
    return folderDeckStore({ shipped: join(root, "shipped"), home: join(root, "home", "decks") });
  });
}

test("folder: a damaged file costs only its own question, and is named with its line", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  await store.save({ info: INFO, questions: [1, 2, 3].map(exampleQuestion) }, "new");
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
  await store.save({ info: INFO, questions: [exampleQuestion(1)] }, "new");
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
  await assert.rejects(store.save({ info: INFO, questions: [] }, "replace"), { code: "VIVA_DECK_SHIPPED" });
  assert.equal((await store.load("mine" as DeckName))?.deck.questions.length, 1);
});

test("folder: a failed save leaves nothing behind and the old deck as it was", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  await store.save({ info: INFO, questions: [exampleQuestion(1)] }, "new");
  // Two questions of one id want the same file: the second cannot be written.
  const twice = [exampleQuestion(1), exampleQuestion(1)];
  await assert.rejects(store.save({ info: INFO, questions: twice }, "replace"), {
    code: "VIVA_STORE_UNWRITABLE",
  });
  assert.deepEqual(await readdir(root), ["mine"]);
  assert.equal((await store.load(INFO.name))?.deck.questions.length, 1);
});

test("folder: of eight that keep a deck of one name at once, one succeeds and the others are told", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  const saves = Array.from({ length: 8 }, () =>
    store.save({ info: INFO, questions: [exampleQuestion(1)] }, "new"),
  );
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
  await store.save({ info: INFO, questions: [exampleQuestion(1)] }, "new");
  await rename(join(root, "mine"), join(root, ".old-mine"));
  assert.equal((await store.load(INFO.name))?.deck.questions.length, 1);
  await store.save({ info: INFO, questions: [exampleQuestion(1), exampleQuestion(2)] }, "replace");
  assert.equal((await store.load(INFO.name))?.deck.questions.length, 2);
  assert.deepEqual(await readdir(root), ["mine"]);
});

test("folder: a home that cannot be made is one clear error", async () => {
  const root = await folder();
  await writeFile(join(root, "file"), "");
  const store = folderDeckStore({ shipped: root, home: join(root, "file", "decks") });
  await assert.rejects(store.save({ info: INFO, questions: [] }, "new"), (error: Error) => {
    assert.match(error.message, /VIVA_HOME/);
    return true;
  });
});

test("folder: what stands beside the questions outlives a deck that is replaced, and files keep their names", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  await store.save({ info: INFO, questions: [1, 2].map(exampleQuestion) }, "new");
  const files = await readdir(join(root, "mine"));
  const [first = ""] = files.filter((name) => name.startsWith("001"));
  await rename(join(root, "mine", first), join(root, "mine", "my-own-name.md"));
  await mkdir(join(root, "mine", "labs", "one"), { recursive: true });
  await writeFile(join(root, "mine", "labs", "one", "task.py"), "print()");
  await writeFile(join(root, "mine", "broken.md"), "---\nid: mine-007\n");
  await symlink("/etc/passwd", join(root, "mine", "link"));
  await store.save({ info: INFO, questions: [1, 3].map(exampleQuestion) }, "replace");
  assert.deepEqual((await readdir(join(root, "mine"))).sort(), [
    "003-question-3.md",
    "broken.md",
    "deck.md",
    "labs",
    "link",
    "my-own-name.md",
  ]);
  assert.equal(await readFile(join(root, "mine", "labs", "one", "task.py"), "utf8"), "print()");
  assert.ok((await lstat(join(root, "mine", "link"))).isSymbolicLink());
});

test("folder: of eight that bring one deck up to date at once, one succeeds and the others are told", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  await store.save({ info: INFO, questions: [exampleQuestion(1)] }, "new");
  const version = (await store.version(INFO.name)) ?? "";
  const saves = Array.from({ length: 8 }, (_, at) =>
    store.save({ info: INFO, questions: [exampleQuestion(1), exampleQuestion(at + 2)] }, { version }),
  );
  const results = await Promise.allSettled(saves);
  assert.equal(results.filter(({ status }) => status === "fulfilled").length, 1);
  for (const result of results) {
    if (result.status === "rejected") assert.equal(result.reason.code, "VIVA_DECK_CHANGED");
  }
  assert.deepEqual(await readdir(root), ["mine"]);
  assert.equal((await store.load(INFO.name))?.deck.questions.length, 2);
});

test("folder: media are not written through links that stand in the deck's folder", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: join(root, "home") });
  const deck = { info: INFO, questions: [exampleQuestion(1)] };
  const media = [{ name: "a.png", bytes: Uint8Array.of(1) }];
  await store.save(deck, "new");
  await writeFile(join(root, "mine.txt"), "mine");
  const inDeck = join(root, "home", "mine", "media");
  await mkdir(inDeck);
  await symlink(join(root, "mine.txt"), join(inDeck, "a.png"));
  await store.save({ ...deck, media }, "replace");
  await rm(inDeck, { recursive: true });
  await mkdir(join(root, "elsewhere"));
  await writeFile(join(root, "elsewhere", "b.png"), "mine");
  await symlink(join(root, "elsewhere"), inDeck);
  assert.deepEqual([await store.mediaNames(INFO.name), await store.media(INFO.name, "b.png")], [[], null]);
  await store.save({ ...deck, media }, "replace");
  assert.deepEqual(await readdir(join(root, "elsewhere")), ["b.png"]);
  assert.equal(await readFile(join(root, "mine.txt"), "utf8"), "mine");
  assert.deepEqual([...((await store.media(INFO.name, "a.png")) ?? [])], [1]);
});

test("folder: a lock that was left by a clock ahead of this one blocks nobody for ever", {
  timeout: 20_000,
}, async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  await store.save({ info: INFO, questions: [exampleQuestion(1)] }, "new");
  await mkdir(join(root, ".lock-mine"));
  await writeFile(join(root, ".lock-mine", "somebody"), "");
  const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000);
  await utimes(join(root, ".lock-mine", "somebody"), tomorrow, tomorrow);
  await store.save({ info: INFO, questions: [exampleQuestion(2)] }, "replace");
  assert.deepEqual(await readdir(root), ["mine"]);
});

test("folder: a medium that is a link is not followed", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  await store.save({ info: INFO, questions: [exampleQuestion(1)] }, "new");
  await mkdir(join(root, "mine", "media"));
  await symlink("/etc/passwd", join(root, "mine", "media", "a.png"));
  assert.equal(await store.media(INFO.name, "a.png"), null);
});
