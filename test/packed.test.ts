import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { findNode } from "../bin/node24.mjs";
import { copyOfTheHouse, temporaryFolder } from "./house/copy-of-the-house.ts";
import { noOldNode, oldNode } from "./old-node.ts";
import { needs, onPath } from "./require.ts";
import { startServer } from "./web/server.ts";

// What a person gets: the tarball, packed from a fresh copy (so that `prepare` builds it), installed in an empty project
// without the network. Only the packaged Node is lent by our own installation, which saves fetching 40 MB.

const root = fileURLToPath(new URL("../", import.meta.url));
const project = temporaryFolder();
const packed: string[] = [];
const npm = onPath("npm")[0];
const skip = needs("npm", "apt-get install npm", npm !== undefined);

const run = (program: string, args: readonly string[], cwd: string): string =>
  execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

before(() => {
  if (npm === undefined) return;
  const house = copyOfTheHouse();
  for (const each of ["decks", "data", "README.md", "LICENSE", "CHANGELOG.md"]) {
    cpSync(join(root, each), join(house, each), { recursive: true });
  }
  const told = run(npm, ["pack", "--json", "--loglevel=error", "--pack-destination", project], house);
  // What `prepare` prints stands before the JSON.
  const [{ filename, files }] = JSON.parse(told.slice(told.search(/^\[$/m)));
  packed.push(...files.map((file: { path: string }) => file.path));

  writeFileSync(join(project, "package.json"), '{ "private": true }\n');
  const install = [
    "install",
    "--offline",
    "--loglevel=error",
    "--cache",
    join(project, "no-cache"),
    filename,
  ];
  run(npm, install, project);
  const nodes = readdirSync(join(root, "node_modules")).filter((name) =>
    /^node-(bin-)?(linux|darwin|win)/.test(name),
  );
  for (const name of nodes) {
    symlinkSync(join(root, "node_modules", name), join(project, "node_modules", name), "junction");
  }
});

/** Runs the installed command, as its file in node_modules/.bin starts it, with this `node` first on the PATH. */
function viva(node: string, args: readonly string[], input = "") {
  mkdirSync(join(project, "home"), { recursive: true });
  return spawnSync(join(project, "node_modules/.bin/viva"), args, {
    cwd: project,
    input,
    encoding: "utf8",
    env: { HOME: join(project, "home"), PATH: [dirname(node), "/usr/bin", "/bin"].join(delimiter) },
  });
}

test("the package holds the command, the bundle and the content, and nothing else", { skip }, () => {
  const tops = new Set(packed.map((path) => path.split("/")[0]));
  assert.deepEqual([...tops].sort(), [
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "bin",
    "data",
    "decks",
    "dist",
    "package.json",
  ]);
  for (const wanted of [
    "bin/viva.mjs",
    "bin/node24.mjs",
    "dist/viva.mjs",
    "dist/licences.txt",
    "dist/web/index.html",
    "dist/web/index.html.br",
  ]) {
    assert.ok(packed.includes(wanted), `${wanted} is not in the package`);
  }
  assert.deepEqual(
    packed.filter((path) => /\.ts$|\.tsv$|\.map$|\.test\.|^test\//.test(path)),
    [],
  );
});

const version: string = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
const DOCUMENT = `Question: What does a mutex protect?
Answer: A piece of shared state: only one thread at a time may hold it.

Question: What is a race condition?
Answer: The result depends on the order in which threads happen to run.
`;

for (const { who, node, without } of [
  { who: "Node 24", node: findNode(), without: skip },
  { who: "an older Node", node: oldNode ?? "", without: skip || noOldNode },
]) {
  test(`the installed command tells its version under ${who}`, { skip: without }, () => {
    const { status, stdout, stderr } = viva(node, ["--version"]);
    assert.equal(stderr, "");
    assert.equal(stdout.trim(), version);
    assert.equal(status, 0);
  });

  test(`the installed command asks the questions of a document under ${who}`, { skip: without }, () => {
    writeFileSync(join(project, "threads.txt"), DOCUMENT);
    const { status, stdout, stderr } = viva(
      node,
      ["ask", "./threads.txt"],
      "Shared state, one thread at a time.\n",
    );
    assert.equal(stderr, "");
    assert.match(stdout, /What does a mutex protect\?/);
    assert.equal(status, 0);
  });
}

test("the installed command serves the page, and what the page names is there", { skip }, async (t) => {
  const home = join(project, "home");
  mkdirSync(home, { recursive: true });
  const server = await startServer({ viva: join(project, "node_modules/.bin/viva"), home });
  t.after(server.stop);
  const page = await fetch(server.origin);
  assert.equal(page.status, 200);
  const named = [...(await page.text()).matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path = ""]) => path);
  assert.ok(named.some((path) => path.endsWith(".js")) && named.some((path) => path.endsWith(".css")));
  for (const path of named) assert.equal((await fetch(server.origin + path)).status, 200, path);
  assert.equal(await server.stop(), 0);
});
