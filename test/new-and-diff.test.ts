import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { temporaryFolder, viva } from "./viva.ts";

const DOCUMENT = fileURLToPath(new URL("./fixtures/two-questions.md", import.meta.url));
const DECKS = fileURLToPath(new URL("../decks", import.meta.url));

test("new: a deck with an example that lints and is in form, then questions with the next free ids; nothing is overwritten", async () => {
  const home = await temporaryFolder();
  const deck = join(home, "decks", "mydeck");
  const made = await viva(["new", "mydeck"], { home });
  assert.equal(made.code, 0, made.err);
  assert.match(made.out, /001-why-do-we-issue-two-tokens-at-login\.md\n\nEdit it, then: viva lint /);
  assert.equal((await viva(["lint", "--strict", deck])).code, 0);
  assert.equal((await viva(["fmt", "--check", deck])).code, 0);
  const again = await viva(["new", "mydeck"], { home });
  assert.equal(again.code, 1);
  assert.match(again.err, /a deck named mydeck exists\. To add to it, give a question/);

  const added = await viva(["new", "mydeck", "How is a token revoked?"], { home });
  assert.match(added.out, /The question mydeck-002 in the section Basics/);
  const file = join(deck, "002-how-is-a-token-revoked.md");
  assert.match(await readFile(file, "utf8"), /^# How is a token revoked\?\n\n## Answer\n\n## Points$/m);
  const found = JSON.parse((await viva(["lint", "--json", file])).out);
  assert.deepEqual(
    found.map(({ rule }: { rule: string }) => rule),
    ["answer-missing", "points-missing"],
  );
  await writeFile(file, (await readFile(file, "utf8")).replace("mydeck-002", "mydeck-041"));
  assert.match((await viva(["new", "mydeck", "How is a token revoked?"], { home })).out, /mydeck-042/);
  assert.equal((await readdir(deck)).length, 4);
});

test("new: a folder is made with its first question; what cannot be is one line", async () => {
  const folder = join(await temporaryFolder(), "Meine Fragen");
  const made = await viva(["new", `${folder}/`, "# Was ist ein Token?", "--section", "Grundlagen"]);
  assert.equal(made.code, 0, made.err);
  assert.deepEqual(await readdir(folder), ["001-was-ist-ein-token.md", "deck.md"]);
  assert.match(
    await readFile(join(folder, "deck.md"), "utf8"),
    /^id: meine-fragen$[\s\S]*^sections: \[Grundlagen\]$/m,
  );
  for (const [args, says, code] of [
    [["docker", "Why?"], /the deck docker comes with Vivarium/, 1],
    [["My Deck"], /not a deck name.*\.\/My Deck/, 2],
    [
      [folder, "Why?", "--section", "No"],
      /Meine Fragen|no section "No" in deck\.md: there are "Grundlagen"/,
      2,
    ],
    [[folder, "  "], /the question is empty/, 2],
  ] as const) {
    const { code: exit, out, err } = await viva(["new", ...args]);
    assert.equal(exit, code, err);
    assert.equal(out, "");
    assert.match(err, says);
    assert.equal(err.trim().split("\n").length, 1, err);
  }
  assert.equal((await readdir(folder)).length, 2);
});

test("diff: 0 when two decks say the same, 1 with the words marked when not, 2 on trouble", async () => {
  const folder = await temporaryFolder();
  const docker = join(DECKS, "docker");
  for (const file of await readdir(docker)) {
    await writeFile(join(folder, file), await readFile(join(docker, file), "utf8"));
  }
  const same = await viva(["diff", "docker", folder]);
  assert.equal(same.out, "No difference: 100 questions the same\n");
  assert.equal(same.code, 0);

  const name = "004-image-and-container.md";
  const text = await readFile(join(folder, name), "utf8");
  await writeFile(
    join(folder, name),
    text.replace("Removing a container leaves", "Deleting a container leaves").replace("(3)", "(5)"),
  );
  const changed = await viva(["diff", "docker", folder]);
  assert.equal(changed.code, 1);
  assert.match(changed.out, /^~ docker-004 /m);
  assert.match(changed.out, /~ weight [a-z-]+: 3 → 5/);
  assert.match(changed.out, /point deletion: \[-Removing-\]\{\+Deleting\+\} a container leaves/);
  assert.match(changed.out, /\n1 changed, 99 questions the same\n$/);

  const files = await viva(["diff", "--json", join(docker, name), join(folder, name)]);
  assert.equal(files.code, 1);
  const { same: unchanged, changed: [question] = [] } = JSON.parse(files.out);
  assert.equal(unchanged, 0);
  assert.deepEqual(Object.keys(question), ["id", "section", "prompt", "matched", "changes"]);
  assert.equal(question.changes.length, 2);
  const added = await viva(["diff", "/dev/null", join(docker, name)]);
  assert.match(added.out, /^\+ docker-004 [\s\S]*\n1 added, 0 questions the same\n$/);

  const trouble = await viva(["diff", "docker", "nowhere"]);
  assert.equal(trouble.code, 2);
  assert.match(trouble.err, /no deck named "nowhere"/);
});

test("diff: a document is compared by what it says, not by its numbers", async () => {
  const folder = await temporaryFolder();
  const text = await readFile(DOCUMENT, "utf8");
  await writeFile(join(folder, "same.md"), text);
  assert.equal((await viva(["diff", DOCUMENT, join(folder, "same.md")])).code, 0);
  await viva(["import", DOCUMENT, "--into", "mine"], { home: folder });
  assert.equal((await viva(["diff", DOCUMENT, "mine"], { home: folder })).code, 0);
  await writeFile(join(folder, "other.md"), text.replace("docker run nginx", "docker run httpd"));
  const { code, out } = await viva(["diff", join(folder, "other.md"), "mine"], { home: folder });
  assert.equal(code, 1);
  assert.match(out, /~ answer: .*\[-httpd-\] \{\+nginx\+\}/);
});
