import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFile, chmod, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { exampleQuestion, INFO } from "./deck-store-contract.ts";
import { folderDeckStore } from "./folder-deck-store.ts";

const made: string[] = [];
async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "viva-folder-"));
  made.push(path);
  return path;
}
after(() => Promise.all(made.map((path) => rm(path, { recursive: true, force: true }))));

test("folder: pipes and hidden files are passed over, what is too large or leads nowhere is a problem", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  await store.save({ info: INFO, questions: [exampleQuestion(1)] }, "new");
  const at = (name: string) => join(root, "mine", name);
  await writeFile(at("large.md"), "x".repeat(1_000_001));
  await writeFile(at(".hidden.md"), "x");
  await writeFile(at("latin.md"), Uint8Array.of(0xe9));
  await symlink("nowhere.md", at("link.md"));
  if (process.platform !== "win32") execFileSync("sh", ["-c", 'mkfifo "$0"', at("pipe.md")]);
  const loaded = await store.load(INFO.name);
  assert.equal(loaded?.deck.questions.length, 1);
  assert.deepEqual(
    loaded?.problems.map(({ file, rule }) => [file, rule]),
    [
      ["large.md", "unreadable"],
      ["latin.md", "encoding"],
      ["link.md", "unreadable"],
    ],
  );
});

const isBound = process.platform !== "win32" && process.getuid?.() !== 0;
test("folder: a deck folder without permission is an empty deck with a problem", {
  skip: !isBound,
}, async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  await store.save({ info: INFO, questions: [exampleQuestion(1)] }, "new");
  await chmod(join(root, "mine"), 0o000);
  const loaded = await store.load(INFO.name);
  const listed = await store.list();
  await chmod(join(root, "mine"), 0o700);
  assert.deepEqual(loaded?.deck.questions, []);
  assert.match(loaded?.problems[0]?.text ?? "", /no permission/);
  assert.equal(listed[0]?.questions, 0);
});

test("folder: the version is another after a file was edited, added or removed, or deck.md was", async () => {
  const root = await folder();
  const store = folderDeckStore({ shipped: join(root, "shipped"), home: root });
  await store.save({ info: INFO, questions: [exampleQuestion(1), exampleQuestion(2)] }, "new");
  const seen = new Set([await store.version(INFO.name)]);
  const [first = ""] = (await readdir(join(root, "mine"))).filter((name) => name !== "deck.md");
  for (const change of [
    () => appendFile(join(root, "mine", first), "\nMore.\n"),
    () => rm(join(root, "mine", first)),
    () => writeFile(join(root, "mine", "new.md"), "x"),
    () => appendFile(join(root, "mine", "deck.md"), "\nMore.\n"),
  ]) {
    await change();
    const version = await store.version(INFO.name);
    assert.ok(!seen.has(version));
    seen.add(version);
  }
});
