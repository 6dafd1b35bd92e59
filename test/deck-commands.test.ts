import assert from "node:assert/strict";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { temporaryFolder, viva } from "./viva.ts";

const DOCUMENT = fileURLToPath(new URL("./fixtures/two-questions.md", import.meta.url));
const DECKS = fileURLToPath(new URL("../decks", import.meta.url));

test("lint: of the decks that come with Vivarium only related questions are missing, and they are in form", async () => {
  const paths = ["api", "docker", "python"].map((name) => join(DECKS, name));
  const linted = await viva(["lint", "--json", ...paths]);
  // The decks name questions that are still to be written.
  const found = JSON.parse(linted.out).filter(({ rule }: { rule: string }) => rule !== "related-unknown");
  assert.deepEqual(found, []);
  assert.equal(linted.code, 0);
  const formatted = await viva(["fmt", "--check", ...paths]);
  assert.equal(formatted.out, "30 files, 0 not in form\n");
  assert.equal(formatted.code, 0);
});

test("lint: findings name file and line, exit code 1; a damaged file does not hide the others'", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "a.md"), "---\nid: a-1\nlevel: high\n---\n\n# Why?\n");
  await writeFile(join(folder, "b.md"), "---\nid: b-1\n---\n\n# Why?\n");
  const { code, out } = await viva(["lint", folder]);
  assert.equal(code, 1);
  assert.match(out, /a\.md:3 level: /);
  assert.match(out, /b\.md:5 answer-missing: /);
  assert.match(out, /2 files, 3 findings\n$/);
});

test("lint: advice alone is told and gives 0, with --strict 1; --json says how much each finding weighs", async () => {
  const folder = await temporaryFolder();
  const text = "---\nid: a-1\n---\n\n# Why?\n\n## Answer\n\nIt is.\n\n## Points\n\n- **p** (1): It is.\n";
  await writeFile(join(folder, "a.md"), text);
  const calm = await viva(["lint", folder]);
  assert.equal(calm.code, 0);
  assert.match(calm.out, /a\.md:13 variants-few \(advice\): .*\n1 file, 1 finding, 1 of them advice\n$/);
  const strict = await viva(["lint", "--strict", "--json", folder]);
  assert.equal(strict.code, 1);
  const [finding] = JSON.parse(strict.out);
  assert.deepEqual(Object.keys(finding), ["file", "line", "rule", "text", "severity"]);
  assert.equal(finding.severity, "advice");
});

test("lint: folders given together are checked together: ids, and what is related", async () => {
  const [one, two] = [await temporaryFolder(), await temporaryFolder()];
  const question = (id: string, front = "") =>
    `---\nid: ${id}\n${front}---\n\n# Why ${id}?\n\n## Answer\n\nSo.\n`;
  await writeFile(join(one, "a.md"), question("a-1"));
  await writeFile(join(two, "b.md"), question("a-1"));
  await writeFile(join(two, "c.md"), question("b-1", "related: [a-1, a-2, b-2]\n"));
  const rules = async (...paths: string[]) => {
    const found: { file: string; rule: string; text: string }[] = JSON.parse(
      (await viva(["lint", "--json", ...paths])).out,
    );
    return found.filter(({ rule }) => rule === "id-twice" || rule === "related-unknown");
  };
  const both = await rules(one, two);
  assert.deepEqual(
    both.map(({ file, rule }) => [file, rule]),
    [
      [join(two, "b.md"), "id-twice"],
      [join(two, "c.md"), "related-unknown"],
    ],
  );
  assert.match(both[1]?.text ?? "", /a-2, b-2 are no questions/);
  assert.deepEqual(await rules(one, one, join(one, "a.md")), []);
});

test("fmt: a file is put in form once, a damaged one is named and left as it is", async () => {
  const folder = await temporaryFolder();
  const loose = "---\nid:   a-1\n---\n# Why?\n## Answer\nBecause.\n## Points\n* **p** (1): It is.\n";
  await writeFile(join(folder, "a.md"), loose);
  await writeFile(join(folder, "b.md"), "# No id\n");
  const first = await viva(["fmt", folder]);
  assert.match(first.out, /a\.md\n2 files, 1 changed\n$/);
  assert.match(first.err, /b\.md:1 id-missing/);
  assert.equal(first.code, 1);
  assert.equal(
    await readFile(join(folder, "a.md"), "utf8"),
    "---\nid: a-1\n---\n\n# Why?\n\n## Answer\n\nBecause.\n\n## Points\n\n- **p** (1): It is.\n",
  );
  assert.equal(await readFile(join(folder, "b.md"), "utf8"), "# No id\n");
  assert.match((await viva(["fmt", join(folder, "a.md")])).out, /1 file, 0 changed/);
});

test("ask: a damaged file of a deck is told on standard error, and the others are asked", async () => {
  const home = await temporaryFolder();
  await mkdir(join(home, "decks", "mine"), { recursive: true });
  await writeFile(
    join(home, "decks", "mine", "a.md"),
    "---\nid: mine-1\n---\n\n# Why?\n\n## Answer\n\nBecause.\n",
  );
  await writeFile(join(home, "decks", "mine", "b.md"), "---\nid: mine-2\n---\n\n## Answer\n\nBecause.\n");
  const { code, out, err } = await viva(["ask", "mine"], { home, input: ":skip\n" });
  assert.equal(code, 0);
  assert.match(err, /^viva: left out mine\/b\.md:\d+: no question/);
  assert.match(out, /Question 1 of 1/);
});

test("a deck cannot move the cursor or set the title of the terminal", async () => {
  const home = await temporaryFolder();
  await mkdir(join(home, "decks", "mine"), { recursive: true });
  const text =
    '---\nid: mine-1\nsection: "\\u001b[2J"\n---\n\n# Why\u001b]0;gone\u0007?\n\n## Answer\n\nBe\u001b[2Jcause.\n\n## Points\n\n- **p** (1): It\u009b2J is.\n';
  await writeFile(join(home, "decks", "mine", "a.md"), text);
  const { out } = await viva(["ask", "mine"], { home, input: "It is \u001b[31mred.\n.\n.\n" });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

test("completion: each shell's script is made, and bash's completes commands, options and decks", async () => {
  for (const shell of ["bash", "zsh", "fish"]) {
    const { code, out } = await viva(["completion", shell]);
    assert.equal(code, 0);
    assert.match(out, /--section|-l section/);
  }
  assert.equal((await viva(["completion", "tcsh"])).code, 2);
});

test("ask: a folder of deck files is asked as it stands, and so is one file of it", async () => {
  const folder = await temporaryFolder();
  await viva(["import", DOCUMENT, "--into", "mine"], { home: folder });
  const deck = join(folder, "decks", "mine");
  const [first = ""] = await readdir(deck);
  assert.match((await viva(["ask", `${deck}/`], { input: ":skip\n" })).out, /Question 1 of 2/);
  assert.match((await viva(["ask", join(deck, first)], { input: ":skip\n" })).out, /Question 1 of 1/);
});

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
  assert.equal(same.out, "No difference: 10 questions the same\n");
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
  assert.match(changed.out, /\n1 changed, 9 questions the same\n$/);

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
