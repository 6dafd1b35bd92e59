import assert from "node:assert/strict";
import { appendFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { temporaryFolder, viva } from "./viva.ts";

const DOCUMENT = fileURLToPath(new URL("./fixtures/two-questions.md", import.meta.url));

test("import: a document is kept as deck files that lint, and is asked by its name", async () => {
  const home = await temporaryFolder();
  const made = await viva(["import", DOCUMENT, "--into", "mine"], { home });
  assert.equal(made.code, 0, made.err);
  assert.match(made.out, /2 questions in 1 section, 0 without an answer, 0 repeated/);
  assert.match(made.out, /viva ask mine/);
  const files = await readdir(join(home, "decks", "mine"));
  assert.equal(files.length, 3);
  const first = files.find((file) => file.startsWith("001")) ?? "";
  assert.match(
    await readFile(join(home, "decks", "mine", first), "utf8"),
    /proposed: true[\s\S]*## Points\n\n- \*\*/,
  );
  const linted = await viva(["lint", join(home, "decks", "mine")]);
  assert.equal(linted.code, 0, linted.out);
  const asked = await viva(["ask", "mine"], { home, input: ":skip\n" });
  assert.match(asked.out, /Question 1 of 2/);
  assert.match((await viva(["decks"], { home })).out, /^mine +2 questions/m);
});

test("import: a document that was changed brings its deck up to date, and says what that did", async () => {
  const home = await temporaryFolder();
  const folder = await temporaryFolder();
  const file = join(folder, "notes.md");
  const text = await readFile(DOCUMENT, "utf8");
  const write = (changed: string) => writeFile(file, changed);
  await write(text);
  assert.equal((await viva(["import", file], { home })).code, 0);
  assert.match((await viva(["import", file], { home })).out, /Nothing has changed/);
  await write(`${text}\n### 3. What is new?\n\nThis.\n`);
  const dry = await viva(["import", file, "--dry-run"], { home });
  assert.match(dry.out, /1 question added\n +notes-003 {2}What is new\?\n +2 questions as before/);
  assert.match((await viva(["decks"], { home })).out, /^notes +2 questions/m);
  await viva(["import", file], { home });
  await write(`# Notes\n\n### 3. What is new?\n\nThat.\n`);
  const changed = await viva(["import", file], { home });
  assert.match(changed.out, /1 question changed\n +notes-003 .*\(answer/);
  assert.match(changed.out, /2 questions gone from the document, kept aside/);
  assert.deepEqual((await readdir(join(home, "decks", "notes", "gone"))).length, 2);
  const { change } = JSON.parse((await viva(["import", file, "--json"], { home })).out);
  assert.deepEqual(change, {
    added: [],
    changed: [],
    back: [],
    gone: [],
    kept: [],
    pointsToCheck: [],
    same: 1,
  });
});

test("import: a deck that another document was made of is changed only when that is asked for", async () => {
  const home = await temporaryFolder();
  const folder = await temporaryFolder();
  const other = join(folder, "two-questions.txt");
  await writeFile(other, "Question: Who is there?\nAnswer: Somebody else.\n");
  await viva(["import", DOCUMENT], { home });
  const refused = await viva(["import", other], { home });
  assert.equal(refused.code, 1);
  assert.match(refused.err, /a deck named two-questions exists.*--into.*--replace/);
  assert.match((await viva(["import", other, "--into", "two-questions"], { home })).out, /, 3 questions/);
  assert.match((await viva(["import", other, "--replace"], { home })).out, /, 1 question:/);
  const shipped = await viva(["import", DOCUMENT, "--into", "docker", "--replace"], { home });
  assert.match(shipped.err, /comes with Vivarium/);
  assert.match((await viva(["import", DOCUMENT, "--into", "../x"], { home })).err, /--into: not a deck name/);
});

test("import: standard input is a document, and a terminal there is not waited for", async () => {
  const home = await temporaryFolder();
  const input = "Question: Why?\nAnswer: So that it works.\n";
  const made = await viva(["import", "-", "--into", "piped"], { home, input });
  assert.match(made.out, /Kept as the deck piped, 1 question/);
});

test("import: the same size is too large for a file, for standard input and for the readers", async () => {
  const largest = 20 * 1024 * 1024;
  const file = join(await temporaryFolder(), "zeros.md");
  await writeFile(file, Buffer.alloc(largest));
  assert.match((await viva(["import", file])).err, /zeros\.md .*not text/);
  assert.match((await viva(["import", "-"], { input: "\0".repeat(largest) })).err, /not text/);
  await appendFile(file, "\0");
  const says = / has 21 MB, more than the 20 MB that are read: no questions imported; split it/;
  assert.match((await viva(["import", file])).err, says);
  assert.match((await viva(["import", "-"], { input: "\0".repeat(largest + 1) })).err, says);
});

test("export: a deck and what was done with it come back in another home", async () => {
  const [home, other, folder] = [await temporaryFolder(), await temporaryFolder(), await temporaryFolder()];
  await viva(["import", DOCUMENT, "--into", "mine"], { home });
  await viva(["ask", "mine", "--count", "1"], { home, input: "A list of written steps.\n.\n" });
  const file = join(folder, "mine.json");
  const written = await viva(["export", "mine", "--to", file, "--history"], { home });
  assert.equal(written.code, 0, written.err);
  const back = await viva(["import", file, "--history"], { home: other });
  assert.match(back.out, /Kept as the deck mine, 2 questions/);
  assert.match(back.out, /1 event of history taken/);
  const [here, there] = await Promise.all(
    [home, other].map(async (each) => (await viva(["export"], { home: each })).out.split("\n")[1]),
  );
  assert.equal(there, here);
  const csv = await viva(["export", "mine", "--format", "csv"], { home });
  assert.match(csv.out, /^id,section,level/);
  const unknown = await viva(["export", "mine", "--format", "pdf"], { home });
  assert.deepEqual([unknown.code, unknown.out], [2, ""]);
  assert.match(unknown.err, /found "pdf", wanted one of json/);
});

test("export: a file that is too large to be taken back says so, and what to do", async () => {
  const [home, cwd] = [await temporaryFolder(), await temporaryFolder()];
  await viva(["import", DOCUMENT, "--into", "mine"], { home });
  await mkdir(join(home, "decks", "mine", "media"));
  await writeFile(join(home, "decks", "mine", "media", "film.png"), Buffer.alloc(17e6, 1));
  const json = await viva(["export", "mine", "--to", "mine.json"], { home, cwd });
  assert.equal(json.code, 0);
  assert.match(
    json.err,
    /json has 22 MB, more than the 20 MB that viva import reads: take pictures out of the deck, or write it as anki/,
  );
  const anki = await viva(["export", "mine", "--to", "mine.apkg"], { home, cwd });
  assert.doesNotMatch(anki.err, /more than/);
  await writeFile(join(home, "decks", "mine", "media", "more.png"), Buffer.alloc(5e6, 1));
  const large = await viva(["export", "mine", "--to", "large.apkg"], { home, cwd });
  assert.match(large.err, /anki has 21 MB.* take pictures out of the deck\n/);
});

test("import --dry-run --json: the report has its fixed form, and nothing is kept", async () => {
  const home = await temporaryFolder();
  const { code, out } = await viva(["import", DOCUMENT, "--dry-run", "--json"], { home });
  assert.equal(code, 0);
  const report = JSON.parse(out);
  assert.deepEqual(Object.keys(report), ["reader", "sections", "questions", "warnings"]);
  assert.deepEqual(report.sections, [{ title: "Basics", questions: 2 }]);
  assert.deepEqual(Object.keys(report.questions[0]), ["section", "prompt", "answer", "number", "line"]);
  assert.equal(report.questions[0].line, 5);
  assert.match(report.questions[0].answer, /```sh\ndocker run nginx\n# starts a container\n```$/);
  assert.deepEqual(await readdir(home), []);
});

for (const [what, name, bytes, says] of [
  ["an empty file", "empty.md", "", /empty\.md.*empty/],
  ["white space only", "blank.md", " \n\n", /blank\.md.*empty/],
  ["a binary file", "junk.md", Buffer.from([0x89, 0x50, 0, 1, 2, 3, 0xff, 0xfe, 0]), /junk\.md.*not text/],
  [
    "prose without questions",
    "prose.txt",
    "It was a fine day.\n\nWe went for a walk, and then home.\n",
    /prose\.txt.*no questions/i,
  ],
  ["a script", "code.js", "const a = 1;\nfunction b() {\n  return a;\n}\n", /code\.js.*no questions/i],
] as const) {
  test(`import: ${what} is one line that names the file; nothing is kept`, async () => {
    const home = await temporaryFolder();
    const file = join(await temporaryFolder(), name);
    await writeFile(file, bytes);
    const { code, out, err } = await viva(["import", file], { home });
    assert.equal(code, 1);
    assert.equal(out, "");
    assert.match(err, says);
    assert.equal(err.trim().split("\n").length, 1, err);
    assert.deepEqual(await readdir(home), []);
  });
}

test("import: a refusal is one line, whatever the file is called", async () => {
  const home = await temporaryFolder();
  const { err, code } = await viva(["import", join(home, "a\n\u001b[2Jb.md")], { home });
  assert.equal(code, 1);
  assert.match(err, /^viva: [^\n]*no such file[^\n]*\n$/);
  assert.ok(!err.includes("\u001b"));
});
