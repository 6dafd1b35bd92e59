import assert from "node:assert/strict";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { temporaryFolder, viva } from "./viva.ts";

const DOCUMENT = fileURLToPath(new URL("./fixtures/two-questions.md", import.meta.url));
const DECKS = fileURLToPath(new URL("../decks", import.meta.url));

test("lint: nothing is found in the decks that come with Vivarium, not even advice, and they are in form", async () => {
  const paths = ["api", "docker", "python"].map((name) => join(DECKS, name));
  const linted = await viva(["lint", "--strict", ...paths]);
  assert.equal(linted.out, "300 files, 0 findings\n");
  assert.equal(linted.code, 0);
  const formatted = await viva(["fmt", "--check", ...paths]);
  assert.equal(formatted.out, "300 files, 0 not in form\n");
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
