import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmod, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { MAIN, temporaryFolder, viva } from "./viva.ts";

/** Named pipes and modes are not everywhere, and permissions bind everybody but root. */
const hasModes = process.platform !== "win32";
const isBound = hasModes && process.getuid?.() !== 0;

const LOOSE = "---\nid:   a-1\n---\n# Why?\n## Answer\nBecause.\n## Points\n* **p** (1): It is.\n";
const FORM = "---\nid: a-1\n---\n\n# Why?\n\n## Answer\n\nBecause.\n\n## Points\n\n- **p** (1): It is.\n";

test("fmt: a file that is not UTF-8 is named with its line and left byte for byte", async () => {
  const folder = await temporaryFolder();
  const bytes = Buffer.from("---\nid: a-1\n---\n\n# Caf\u00e9?\n", "latin1");
  await writeFile(join(folder, "a.md"), bytes);
  for (const command of ["fmt", "lint"]) {
    const { code, out, err } = await viva([command, folder]);
    assert.equal(code, 1);
    assert.match(out + err, /a\.md:5 encoding: /);
  }
  assert.deepEqual(await readFile(join(folder, "a.md")), bytes);
});

test("fmt: front matter that YAML reads otherwise is named and left as it is", async () => {
  const folder = await temporaryFolder();
  const text = `---\nid:  a-1\ntags: [a, [b, c]]\n---\n\n# Why?\n`;
  await writeFile(join(folder, "a.md"), text);
  const { code, err } = await viva(["fmt", folder]);
  assert.equal(code, 1);
  assert.match(err, /a\.md:3 front-matter-yaml: /);
  assert.equal(await readFile(join(folder, "a.md"), "utf8"), text);
});

test("fmt: a link stays a link, the mode stays, a neighbour's name is not taken, a file named twice is one", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "z"));
  await writeFile(join(folder, "a.md"), LOOSE);
  await chmod(join(folder, "a.md"), 0o600);
  await writeFile(join(folder, "a.md.new"), "mine");
  await symlink(join("..", "a.md"), join(folder, "z", "link.md"));
  const { code, out, err } = await viva(["fmt", join(folder, "z"), join(folder, "z", "link.md"), folder]);
  assert.equal(err, "");
  assert.equal(code, 0);
  assert.match(out, /1 file, 1 changed\n$/);
  assert.ok((await lstat(join(folder, "z", "link.md"))).isSymbolicLink());
  assert.equal(await readFile(join(folder, "a.md"), "utf8"), FORM);
  if (hasModes) assert.equal((await stat(join(folder, "a.md"))).mode & 0o777, 0o600);
  assert.equal(await readFile(join(folder, "a.md.new"), "utf8"), "mine");
  assert.deepEqual((await readdir(folder)).toSorted(), ["a.md", "a.md.new", "z"]);
});

test("fmt: a file or folder that may not be written is one clear error", { skip: !isBound }, async () => {
  const folder = await temporaryFolder();
  const file = join(folder, "a.md");
  await writeFile(file, LOOSE);
  for (const [path, mode] of [
    [file, 0o400],
    [folder, 0o500],
  ] as const) {
    await chmod(path, mode);
    const { code, err } = await viva(["fmt", folder]);
    await chmod(path, 0o700);
    assert.equal(code, 1);
    assert.match(err, /a\.md: not changed: no permission/);
    assert.equal(await readFile(file, "utf8"), LOOSE);
  }
});

test("lint, fmt: what is not a regular .md file is refused, deck.md is read as what it is", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "notes.txt"), "Hello.\n");
  await writeFile(join(folder, "a.md"), FORM);
  await writeFile(join(folder, "deck.md"), "---\nid: other\nsections: [[a]]\n---\n\n# T\n");
  const refused = [join(folder, "notes.txt")];
  if (hasModes) {
    execFileSync("sh", ["-c", 'mkfifo "$0"', join(folder, "pipe.md")]);
    refused.push(join(folder, "pipe.md"), "/dev/zero");
  }
  for (const command of ["lint", "fmt"]) {
    for (const path of refused) {
      const { code, out, err } = await viva([command, path]);
      assert.equal(code, 1);
      assert.equal(out, "");
      assert.match(err, /not a deck file/);
    }
  }
  const linted = await viva(["lint", join(folder, "deck.md")]);
  assert.match(
    linted.out,
    /deck\.md:2 deck-name: .*\n.*deck\.md:3 front-matter-yaml: .*\n1 file, 2 findings\n$/,
  );
  assert.match((await viva(["fmt", join(folder, "deck.md")])).out, /1 file, 0 changed/);
  assert.match((await viva(["lint", folder])).out, /1 file, 4 findings, 1 of them advice/);
});

test("lint: a single file is read though its folder does not list it", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, ".draft.md"), "# No id\n");
  const { code, out } = await viva(["lint", join(folder, ".draft.md")]);
  assert.equal(code, 1);
  assert.match(out, /\.draft\.md:1 id-missing: /);
});

test("lint, fmt: many files need few open ones", { skip: !hasModes }, async () => {
  const folder = await temporaryFolder();
  for (let i = 0; i < 300; i++) await writeFile(join(folder, `${i}.md`), FORM.replace("a-1", `a-${i}`));
  for (const [command, says] of [
    ["lint", /^300 files, (\d+) findings, \1 of them advice\n$/m],
    ["fmt", /^300 files, 0 changed\n$/],
  ] as const) {
    const line = 'ulimit -n 64; exec "$0" "$@"';
    const out = execFileSync("sh", ["-c", line, process.execPath, MAIN, command, folder], {
      encoding: "utf8",
    });
    assert.match(out, says);
  }
});
