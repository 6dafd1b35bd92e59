import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { QuestionId } from "../base/index.ts";
import { printQuestion } from "../deck/index.ts";
import { exampleQuestion, INFO } from "./deck-store-contract.ts";
import { folderDeckStore } from "./folder-deck-store.ts";

const made: string[] = [];
async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "viva-files-"));
  made.push(path);
  return path;
}
after(() => Promise.all(made.map((path) => rm(path, { recursive: true, force: true }))));

test("folder: questions whose ids and titles give one file name, or that of deck.md or of a device, are all kept", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  const questions = (
    [
      ["a-b", "C?"],
      ["a", "B c?"],
      ["deck", "？"],
      ["nul", "？"],
      ["mine-001", "New?"],
    ] as const
  ).map(([id, title]) => ({ ...exampleQuestion(1), id: id as QuestionId, title }));
  await store.save({ info: INFO, questions, gone: questions.slice(0, 2) }, "new");
  const loaded = await store.load(INFO.name);
  assert.deepEqual(loaded?.problems, []);
  assert.deepEqual(
    new Map(loaded?.deck.questions.map((each) => [each.id, each])),
    new Map(questions.map((each) => [each.id, each])),
  );
  assert.equal((await store.gone(INFO.name)).length, 2);
  // A file that is no question, and one of another case, stand in the way of names too.
  await writeFile(join(root, "mine", "002-new.md"), "no question");
  await writeFile(join(root, "mine", "003-NEW.md"), "no question");
  const more = ["mine-002", "mine-003"].map((id) => ({
    ...exampleQuestion(1),
    id: id as QuestionId,
    title: "New?",
  }));
  await store.save({ info: INFO, questions: [...questions, ...more] }, "replace");
  assert.equal((await store.load(INFO.name))?.deck.questions.length, 7);
  assert.deepEqual((await readdir(join(root, "mine"))).filter((name) => /^00/.test(name)).sort(), [
    "001-new.md",
    "002-new-2.md",
    "002-new.md",
    "003-NEW.md",
    "003-new-2.md",
  ]);
});

test("folder: a deck that a crash left aside is in the list", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  await store.save({ info: INFO, questions: [exampleQuestion(1)] }, "new");
  await rename(join(root, "mine"), join(root, ".old-mine"));
  assert.deepEqual(
    (await store.list()).map(({ name, questions }) => [name, questions]),
    [["mine", 1]],
  );
});

test("folder: what in gone/ is no question that can be read outlives every save, and each question has its file", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  const gone = [exampleQuestion(2), exampleQuestion(4)];
  await store.save({ info: INFO, questions: [exampleQuestion(1)], gone }, "new");
  const aside = join(root, "mine", "gone");
  await mkdir(join(aside, "more"));
  const strays = {
    "002-cut-off.md": "---\nid: mine-012\nlevel: high\n---\n\n# Q?\n",
    // The name that the question which goes next has.
    "001-question-1.md": "half a sentence",
    // An id twice: the first file is the question.
    "zzz.md": printQuestion({ ...exampleQuestion(4), answer: "Another." }),
    "notes.txt": "mine",
    "more/deep.txt": "mine, too",
  };
  for (const [file, text] of Object.entries(strays)) await writeFile(join(aside, file), text);
  await rename(join(aside, "004-question-4.md"), join(aside, "my-own-name.md"));
  for (const over of ["replace", "replace"] as const) {
    const all = [...(await store.gone(INFO.name)).filter(({ id }) => id !== "mine-001"), exampleQuestion(1)];
    await store.save({ info: INFO, questions: [exampleQuestion(3)], gone: all }, over);
    for (const [file, text] of Object.entries(strays)) {
      assert.equal(await readFile(join(aside, file), "utf8"), text, file);
    }
    assert.deepEqual(new Set(await store.gone(INFO.name)), new Set([1, 2, 4].map(exampleQuestion)));
  }
  assert.deepEqual((await readdir(aside)).sort(), [
    "001-question-1-2.md",
    "001-question-1.md",
    "002-cut-off.md",
    "002-question-2.md",
    "more",
    "my-own-name.md",
    "notes.txt",
    "zzz.md",
  ]);
  await store.save({ info: INFO, questions: [exampleQuestion(3)] }, "replace");
  assert.deepEqual((await readdir(aside)).sort(), [
    "001-question-1.md",
    "002-cut-off.md",
    "more",
    "notes.txt",
    "zzz.md",
  ]);
});

test("folder: questions that go from a deck one after the other do not want one file", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  const questions = [1, 2].map(exampleQuestion);
  await store.save({ info: INFO, questions }, "new");
  const mine = join(root, "mine");
  await rename(join(mine, "001-question-1.md"), join(mine, "a.md"));
  await store.save({ info: INFO, questions: questions.slice(1), gone: questions.slice(0, 1) }, "replace");
  await rename(join(mine, "002-question-2.md"), join(mine, "a.md"));
  await store.save({ info: INFO, questions: [], gone: questions }, "replace");
  assert.deepEqual(new Set(await store.gone(INFO.name)), new Set(questions));
});

test("folder: a link called gone is not read through, nor written through", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: join(root, "home") });
  await store.save({ info: INFO, questions: [exampleQuestion(1)] }, "new");
  await mkdir(join(root, "elsewhere"));
  await writeFile(join(root, "elsewhere", "002.md"), printQuestion(exampleQuestion(2)));
  await symlink(join(root, "elsewhere"), join(root, "home", "mine", "gone"));
  assert.deepEqual(await store.gone(INFO.name), []);
  await store.save({ info: INFO, questions: [], gone: [exampleQuestion(1)] }, "replace");
  assert.deepEqual(await store.gone(INFO.name), [exampleQuestion(1)]);
  assert.deepEqual(await readdir(join(root, "elsewhere")), ["002.md"]);
});

test("folder: the ids of questions that cannot be read are known, also those kept aside", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  const gone = [exampleQuestion(8), exampleQuestion(9)];
  await store.save({ info: INFO, questions: [1, 2].map(exampleQuestion), gone }, "new");
  assert.deepEqual((await store.load(INFO.name))?.lostIds, []);
  const mine = join(root, "mine");
  const damaged: Record<string, string | Uint8Array> = {
    "a.md": "---\nid: mine-003\nlevel: high\n---\n\n# Q?\n",
    "b.md": "\uFEFF---\r\nlevel: 2\r\nid:  'mine-004' # mine\r\n",
    "c.md": '---\nid: "mine-005"\n---\n\nno heading\n',
    "d.md": Buffer.concat([Buffer.from("---\nid: mine-006\n---\n\n# "), Uint8Array.of(0xff, 0xfe, 0x80)]),
    "e.md": `---\nid: mine-007\n---\n\n# Q?\n\n${"x".repeat(1_000_001)}`,
    // Twice the same, and one that is there: not lost.
    "f.md": "---\nid: mine-003\n",
    "g.md": "---\nid: mine-001\n---\n",
    // What a crash of the machine leaves: the name is all there is.
    "010-question-10.md": "",
    "mine-011.md": "\0\0\0\0",
    // Nothing to be known.
    "notes.md": "id: mine-100\n",
    "later.md": "---\ntitle: x\n---\n\n# A?\n\nid: mine-101\n",
    "2024-notes.md": "No question.\n",
    "bad.md": "---\nid: Not An Id\n---\n",
    "gone/009-question-9.md": "---\nid: mine-009\nlevel: high\n",
  };
  for (const [file, text] of Object.entries(damaged)) await writeFile(join(mine, file), text);
  await mkdir(join(mine, "folder.md"));
  const loaded = await store.load(INFO.name);
  assert.deepEqual(
    [...(loaded?.lostIds ?? [])].sort(),
    [3, 4, 5, 6, 7, 9, 10, 11].map((n) => `mine-${String(n).padStart(3, "0")}`),
  );
  assert.equal(loaded?.deck.questions.length, 2);
});

test("folder: a question that is damaged stops no later save, whatever name the new one wants", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  await store.save({ info: INFO, questions: [1, 2].map(exampleQuestion) }, "new");
  const file = join(root, "mine", "002-question-2.md");
  await writeFile(file, "---\nid: mine-002\nlevel: high\n");
  const version = (await store.version(INFO.name)) ?? "";
  await store.save({ info: INFO, questions: [1, 2].map(exampleQuestion) }, { version });
  assert.equal((await store.load(INFO.name))?.deck.questions.length, 2);
  assert.equal(await readFile(file, "utf8"), "---\nid: mine-002\nlevel: high\n");
});

test("folder: why a deck was not kept names the file of the deck, never the draft", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  const twice = [exampleQuestion(1), exampleQuestion(1)];
  const isPlain = (error: Error) => {
    assert.match(error.message, /^the deck mine was not kept below \S+ \(.+\)\. /);
    assert.doesNotMatch(error.message, /\.new/);
    return true;
  };
  await assert.rejects(store.save({ info: INFO, questions: twice }, "new"), (error: Error) => {
    assert.ok(error.message.includes(join(root, "mine", "001-question-1.md")), error.message);
    return isPlain(error);
  });
  await store.save({ info: INFO, questions: [exampleQuestion(1)] }, "new");
  const version = (await store.version(INFO.name)) ?? "";
  // No lock can be taken, and then no file written beside.
  await writeFile(join(root, ".lock-mine"), "");
  await assert.rejects(store.save({ info: INFO, questions: [] }, { version }), isPlain);
  await assert.rejects(store.saveQuestion(INFO.name, exampleQuestion(1), { version }), isPlain);
  await rm(join(root, ".lock-mine"));
  await mkdir(join(root, "mine", ".001-question-1.md.new"));
  await assert.rejects(store.saveQuestion(INFO.name, exampleQuestion(1), { version }), isPlain);
});
