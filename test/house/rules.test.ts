import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { checkHouse } from "../../scripts/house/check.ts";
import { needs } from "../require.ts";
import { copyOfTheHouse, plant, temporaryFolder } from "./copy-of-the-house.ts";

/** What is planted: the file, its text, and what the check must say of it ("LINE RULE: TEXT"), once for each. */
const PLANTS: readonly [file: string, text: string, ...said: RegExp[]][] = [
  [
    "src/base/planted.ts",
    'import { parseQuestion } from "../deck/index.ts";\nparseQuestion();\n',
    /^1 imports: base may not import deck/,
  ],
  [
    "src/deck/planted.ts",
    '\nexport { a } from "../grade/index.ts";\n',
    /^2 imports: deck may not import grade/,
  ],
  ["src/grade/planted.ts", 'import "../recall/index.ts";\n', /^1 imports: grade may not import recall/],
  [
    "src/recall/planted.ts",
    'export * from "../interview/index.ts";\n',
    /^1 imports: recall may not import interview/,
  ],
  [
    "src/interview/planted.ts",
    'import "../practice/index.ts";\n',
    /^1 imports: interview may not import practice/,
  ],
  [
    "src/import/planted.ts",
    'import type { Store } from "../store/index.ts";\n',
    /^1 imports: import may not import store/,
  ],
  [
    "src/store/planted.ts",
    'export const a = () => import("../practice/index.ts");\n',
    /^1 imports: store may not import practice/,
  ],
  ["src/lab/planted.ts", 'import "../identity/index.ts";\n', /^1 imports: lab may not import identity/],
  ["src/identity/planted.ts", 'import "../deck/index.ts";\n', /^1 imports: identity may not import deck/],
  ["src/rater/planted.ts", 'import "../store/index.ts";\n', /^1 imports: rater may not import store/],
  ["src/practice/planted.ts", 'import "../cli/index.ts";\n', /^1 imports: practice may not import cli/],
  ["src/api/planted.ts", 'import "../store/index.ts";\n', /^1 imports: api may not import store/],
  ["src/cli/planted.ts", 'import "../api/index.ts";\n', /^1 imports: cli may not import api/],
  ["src/cli/serve.ts", 'import "../api/index.ts";\n'],
  [
    "src/cli/planted-types.ts",
    'import type { Question } from "../deck/index.ts";\nexport type Q = Question;\n',
  ],
  [
    "src/cli/planted-values.ts",
    'import { type Question } from "../deck/index.ts";\nexport type Q = Question;\n',
    /^1 imports: cli may not/,
  ],
  [
    "src/cli/planted-typeof.ts",
    'export type Q = import("../store/index.ts").Store;\n',
    /^1 imports: cli may not import store/,
  ],
  ["web/planted.ts", 'import "../src/store/index.ts";\n', /^1 imports: web may not import store/],
  ["web/planted-grade.ts", 'import "../src/grade/index.ts";\n'],
  ["web/planted.tsx", 'import "../src/api/index.ts";\n', /^1 imports: web may not import api/],
  ["web/planted-door.tsx", 'import "../src/grade/stem.ts";\n', /^1 door: /],
  ["web/planted-client.tsx", 'import "../clients/typescript/index.ts";\nexport const a = <b />;\n'],
  [
    "clients/typescript/planted.ts",
    'import "../../src/base/index.ts";\n',
    /^1 imports: clients may not import base/,
  ],
  ["src/planted.ts", "export const a = 1;\n", /^0 imports: a file of src\/ stands in a folder/],
  ["src/helpers/planted.ts", "export const a = 1;\n", /^0 imports: helpers has no row in the import table/],
  [
    "src/store/planted-outside.ts",
    'import "../../test/require.ts";\n',
    /^1 imports: .* is outside the house/,
  ],
  [
    "src/store/planted-unsaid.ts",
    "export const load = (name: string) => import(name);\n",
    /^1 imports: import\(\) of something/,
  ],

  [
    "src/grade/planted-door.ts",
    'import "../deck/question.ts";\n',
    /^1 door: .* goes past the door src\/deck\/index\.ts/,
  ],
  ["src/cli/planted-door.ts", 'import type { A } from "../grade/assessment.ts";\n', /^1 door: /],
  ["src/store/planted-door.ts", 'export const a = () => import("../deck/deck.ts");\n', /^1 door: /],

  [
    "src/deck/ring-a.ts",
    'import "./ring-b.ts";\n',
    /^0 cycle: .*: src\/deck\/ring-a\.ts → src\/deck\/ring-b\.ts → src\/deck\/ring-a\.ts$/,
  ],
  ["src/deck/ring-b.ts", 'import "./ring-a.ts";\n'],
  [
    "src/store/late-a.ts",
    'export const b = () => import("./late-b.ts");\n',
    /^0 cycle: .*late-a\.ts → .*late-c\.ts → .*late-a/,
  ],
  ["src/store/late-b.ts", 'export * from "./late-c.ts";\n'],
  ["src/store/late-c.ts", 'import type { b } from "./late-a.ts";\nexport type B = typeof b;\n'],

  [
    "src/base/pure-a.ts",
    'import "node:fs";\nimport { join } from "path";\njoin();\n',
    /^1 pure: .*node:fs/,
    /^2 pure: .*path/,
  ],
  ["src/deck/pure-b.ts", 'export const fs = () => import("node:fs");\n', /^1 pure: .*node:fs/],
  [
    "src/grade/pure-c.ts",
    "export const at = new Date();\nexport const r = Math.random();\n",
    /^1 pure: .* Date/,
    /^2 pure: .* Math\.random/,
  ],
  [
    "src/recall/pure-d.ts",
    "const { random } = Math;\nexport const m = Math.max(random(), Math[`random`]());\n",
    /^1 pure: /,
    /^2 pure: /,
  ],
  [
    "src/interview/pure-e.ts",
    "export const p = [process.pid, performance.now(), crypto.randomUUID()];\n",
    /process/,
    /performance/,
    /crypto/,
  ],
  [
    "src/deck/pure-f.ts",
    "console.log(1);\nsetTimeout(() => {}, 1);\n",
    /^1 pure: .* console/,
    /^2 pure: .* setTimeout/,
  ],
  [
    "src/grade/pure-g.ts",
    "export const b = Buffer.from('');\nglobalThis.a = { process };\n",
    /Buffer/,
    /globalThis/,
    /process/,
  ],
  [
    "src/grade/pure-h.ts",
    "export const a = { process: 1, Date: 2 };\nexport const b = a.process + a.Date + Math.abs(1);\n",
  ],
  ["src/grade/pure.test.ts", 'import "node:fs";\nimport "../store/memory.ts";\nconsole.log(Date.now());\n'],
  ["src/store/impure.ts", 'import "node:fs";\nexport const now = Date.now();\n'],

  ["src/cli/long.ts", `// A file.\n${"\n".repeat(350)}`, /^0 length: 351 lines/],
  ["src/cli/long-enough.ts", `// A file.\n${"\n".repeat(349)}`],
  ["src/cli/long-with-reason.ts", `// Long because it is one table.\n${"\n".repeat(400)}`],
  ["test/long.test.ts", "\n".repeat(351), /^0 length: 351 lines/],

  ["src/cli/broken.ts", "export const = 1;\n", /^0 read: cannot be parsed/],
];

const clean = checkHouse(copyOfTheHouse());
const folder = copyOfTheHouse();
for (const [file, text] of PLANTS) plant(folder, file, text);
const planted = checkHouse(folder);

test("the sources keep every rule of the house", () => {
  assert.deepEqual(clean.violations, []);
  assert.ok(
    clean.files > 40 && clean.imports > 100,
    `read only ${clean.files} files, ${clean.imports} imports`,
  );
});

test("a file that nothing which runs imports is named, unless it is a test", () => {
  const dead = planted.violations.filter(({ rule }) => rule === "reached").map(({ file }) => file);
  assert.ok(dead.includes("src/store/impure.ts"));
  assert.ok(!dead.includes("src/grade/pure.test.ts"));
});

const others = planted.violations.filter(({ rule }) => rule !== "reached");
for (const [file, text, ...said] of PLANTS) {
  const name = said.length === 0 ? "breaks no rule" : `is refused: ${said.map(String).join(" ")}`;
  test(`planted ${file} ${JSON.stringify(text.slice(0, 60))} ${name}`, () => {
    const found = others
      .filter((each) => each.file === file)
      .map(({ line, rule, text }) => `${line} ${rule}: ${text}`);
    assert.equal(found.length, said.length, found.join("\n"));
    for (const [at, wanted] of said.entries()) assert.match(found[at] ?? "", wanted);
  });
}

test("planting in some files is not blamed on others", () => {
  const files = new Set(PLANTS.map(([file]) => file));
  const before = new Set(clean.violations.map((each) => JSON.stringify(each)));
  const blamed = others.filter((each) => !files.has(each.file) && !before.has(JSON.stringify(each)));
  assert.deepEqual(blamed, []);
});

test("a check that reads nothing fails", () => {
  assert.deepEqual(
    checkHouse(temporaryFolder()).violations.map(({ rule, text }) => [rule, text]),
    [["read", "no file was read"]],
  );
});

test("a file that git knows and the check does not read fails", {
  skip: needs("git", "apt-get install git"),
}, () => {
  const root = temporaryFolder();
  execFileSync("git", ["init", "-q"], { cwd: root });
  plant(root, "src/cli/main.ts", "export const a = 1;\n");
  assert.deepEqual(checkHouse(root).violations, []);
  plant(root, "src/deck/unseen.mjs", "console.log(Date.now());\n");
  const { askedGit, violations } = checkHouse(root);
  assert.equal(askedGit, true);
  assert.deepEqual(
    violations.map(({ file, rule }) => [file, rule]),
    [["src/deck/unseen.mjs", "read"]],
  );
});
