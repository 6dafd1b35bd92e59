import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { LOCAL_OWNER, openSession, openWorkplace, secureRandom } from "../src/practice/index.ts";
import { needs } from "./require.ts";
import { environment, MAIN, temporaryFolder, viva } from "./viva.ts";

/** A home where one question of the Docker deck was answered. */
async function practised(): Promise<string> {
  const home = join(await temporaryFolder(), "home");
  const { code } = await viva(["ask", "docker", "--count", "1"], {
    home,
    input: "They share the kernel.\n.\n",
  });
  assert.equal(code, 0);
  return home;
}

async function exported(home: string): Promise<string[]> {
  const { code, out } = await viva(["export"], { home });
  assert.equal(code, 0);
  return out.trimEnd().split("\n");
}

test("viva export: JSON lines on standard output, with the words", async () => {
  const lines = (await exported(await practised())).map((line) => JSON.parse(line));
  assert.equal(lines[0].format, "vivarium-export");
  assert.deepEqual(lines[1].turns, ["They share the kernel."]);
  assert.deepEqual(lines[2], { end: true, events: 1, answers: 1 });
});

test("viva export --to: a file for the owner alone, never in place of another without --replace", async () => {
  const home = await practised();
  const file = join(await temporaryFolder(), "mine.jsonl");
  const first = await viva(["export", "--to", file], { home });
  assert.deepEqual([first.code, first.out], [0, ""]);
  assert.match(first.err, /1 event written/);
  if (process.platform !== "win32") assert.equal((await stat(file)).mode & 0o777, 0o600);
  assert.deepEqual((await readFile(file, "utf8")).split("\n").length, 4);
  await writeFile(file, "mine");
  const again = await viva(["export", "--to", file], { home });
  assert.equal(again.code, 2);
  assert.match(again.err, /exists: name another file, or give --replace/);
  assert.equal(await readFile(file, "utf8"), "mine");
  assert.equal((await viva(["export", "--to", file, "--replace"], { home })).code, 0);
  assert.match(await readFile(file, "utf8"), /"end":true/);
});

for (const [args, says] of [
  [
    ["--to", "x.xlsx"],
    /--to: x\.xlsx ends in no form that is known; wanted \.jsonl, \.csv, \.md, or --format/,
  ],
  [["--to", "x.constructor"], /ends in no form that is known/],
  [["docker", "--to", "x.json.bak"], /wanted \.json, \.md, \.csv, \.apkg, or --format/],
  [["docker", "--to", "x.__proto__"], /ends in no form that is known/],
] as const) {
  test(`viva export ${args.join(" ")}: an ending that says no form is refused`, async () => {
    const cwd = await temporaryFolder();
    const { code, err, out } = await viva(["export", ...args], { cwd });
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, says);
    assert.deepEqual(await readdir(cwd), []);
  });
}

test("viva export --to: an ending says the form in capitals too, and --format outweighs it", async () => {
  const cwd = await temporaryFolder();
  for (const args of [
    ["--to", "X.CSV"],
    ["--to", "x.bak", "--format", "csv"],
  ]) {
    assert.equal((await viva(["export", "docker", ...args], { cwd })).code, 0);
    assert.match(await readFile(join(cwd, args[1] ?? ""), "utf8"), /^id,section/);
  }
  assert.equal((await viva(["export", "docker", "--to", "x"], { cwd })).code, 0);
  assert.match(await readFile(join(cwd, "x"), "utf8"), /^\{/);
});

test("viva export --to: into a folder that is not there it says so, and leaves nothing behind", async () => {
  const folder = await temporaryFolder();
  const { code, err } = await viva(["export", "--to", join(folder, "no", "such.jsonl")], {
    home: await practised(),
  });
  assert.equal(code, 1);
  assert.match(err, /^viva: .*cannot be written.*Name another file\n$/);
  assert.deepEqual(await readdir(folder), []);
});

test("viva erase: without a terminal and without --yes nothing is erased", async () => {
  const home = await practised();
  const before = await exported(home);
  const { code, err } = await viva(["erase"], { home, input: "erase\n" });
  assert.equal(code, 2);
  assert.match(err, /Give --yes if you are sure. This erases 1 event with 1 answer/);
  assert.deepEqual((await exported(home)).slice(1), before.slice(1));
});

test("viva erase --yes: the words are in no file of the home, and own decks stay", async () => {
  const home = await practised();
  await viva(["import", "test/fixtures/two-questions.md", "--into", "mine"], { home });
  const { code, out } = await viva(["erase", "--yes"], { home });
  assert.equal(code, 0);
  assert.match(out, /^Erased 1 event with 1 answer\. Your decks stay\.\n$/);
  for (const path of readdirSync(home, { recursive: true, encoding: "utf8" })) {
    const found = await stat(join(home, path));
    if (found.isFile()) assert.ok(!(await readFile(join(home, path))).includes("share the kernel"), path);
  }
  assert.match((await viva(["decks"], { home })).out, /^mine/m);
  assert.equal((await exported(home)).length, 2);
});

test("viva erase --yes: an event that is damaged goes like the others", async () => {
  const home = await practised();
  const sqlite = new DatabaseSync(join(home, "vivarium.db"));
  sqlite.exec("update event set payload = '{}'");
  sqlite.close();
  const { code, out, err } = await viva(["erase", "--yes"], { home });
  assert.deepEqual([code, err], [0, ""]);
  assert.match(out, /^Erased 1 event with 1 answer\./);
});

const script = needs("script", "apt-get install bsdutils");

/** At a terminal, made by `script`, which types this. */
async function atTerminal(home: string, args: readonly string[], typed: string) {
  const command = [process.execPath, MAIN, ...args].map((part) => `'${part}'`).join(" ");
  const child = spawn("script", ["-qec", command, "/dev/null"], { env: environment(home) });
  let screen = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    screen += text;
    if (text.includes("to go on:")) child.stdin.write(typed);
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  return { code, screen };
}

for (const [typed, what, code, left] of [
  ["erase\r", "the word itself erases", 0, 2],
  ["yes\r", "another word does not", 1, 3],
  ["\u0004", "Ctrl-D does not", 1, 3],
  ["\u0003", "Ctrl-C does not", 1, 3],
] as const) {
  test(`viva erase at a terminal asks for the word: ${what}`, { skip: script }, async () => {
    const home = await practised();
    const ran = await atTerminal(home, ["erase"], typed);
    assert.match(ran.screen, /This erases 1 event with 1 answer[\s\S]*Type erase to go on:/);
    assert.equal(ran.code, code);
    assert.equal((await exported(home)).length, left);
  });
}

test("viva backup, viva restore: the answers come back after they were erased", async () => {
  const home = await practised();
  const before = await exported(home);
  const folder = join(await temporaryFolder(), "copy");
  const backup = await viva(["backup", folder], { home });
  assert.equal(backup.code, 0);
  assert.match(backup.out, /copy: 1 event with 1 answer, 0 decks\n$/);
  await viva(["erase", "--yes"], { home });
  const restored = await viva(["restore", folder, "--yes"], { home });
  assert.equal(restored.code, 0);
  assert.match(restored.out, /^Restored 1 event with 1 answer, 0 decks\. What was there before is in /);
  assert.deepEqual((await exported(home)).slice(1), before.slice(1));
});

test("viva restore: a folder that is no backup is refused in one line, naming the file", async () => {
  const folder = await temporaryFolder();
  const { code, out, err } = await viva(["restore", folder, "--yes"], { home: await practised() });
  assert.deepEqual([code, out], [1, ""]);
  assert.match(err, /^viva: .*backup\.json: is missing.*Nothing was restored\n$/);
});

test("viva rebuild: says what it derived, from nothing too", async () => {
  assert.equal(
    (await viva(["rebuild"], { home: await practised() })).out,
    "1 question derived from 1 event\n",
  );
  assert.equal((await viva(["rebuild"])).out, "0 questions derived from 0 events\n");
});

test("viva link: the link lets the owner in, once, whether a server runs or not, and says when none answers", async () => {
  const home = await temporaryFolder();
  const { code, out, err } = await viva(["link", "--port", String(await freePort())], { home });
  assert.equal(code, 0);
  const [, port, token = ""] =
    /^http:\/\/localhost:(\d+)\/#link=([\w-]{43})\n$/.exec(out) ?? assert.fail(out);
  assert.equal(
    err,
    `viva: no server answers on port ${port} now. Start it with: viva serve --port ${port}\n`,
  );
  const root = new URL("../", import.meta.url);
  const workplace = openWorkplace({ root, home, clock: Date.now, random: secureRandom() });
  const { person } = await openSession(workplace, token);
  assert.equal(person, LOCAL_OWNER);
  await assert.rejects(openSession(workplace, token), { code: "VIVA_LINK_INVALID" });
  await workplace.close();
});

test("viva link: nothing more is said when a server answers", async () => {
  const server = createServer((_request, response) => response.end("{}"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const { out, err } = await viva(["link"], { env: { VIVA_PORT: String(port) } });
  server.close();
  assert.match(out, new RegExp(`^http://localhost:${port}/#link=`));
  assert.equal(err, "");
});

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
