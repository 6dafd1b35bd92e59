import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { errorCatalogue } from "../src/base/index.ts";
import { severityOf } from "../src/deck/index.ts";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

test("docs/reference/errors.md lists every code of the catalogue with exit code, HTTP status and title, and no other", () => {
  const rows = [
    ...read("docs/reference/errors.md").matchAll(/^\| `(VIVA_\w+)` \| (\d) \| (\d+) \| (.+) \|$/gm),
  ];
  assert.deepEqual(
    rows.map(([, code, exit, status, title]) => [code, Number(exit), Number(status), title]),
    Object.entries(errorCatalogue).map(([code, { exit, status, title }]) => [code, exit, status, title]),
  );
});

test("every code of the catalogue is thrown somewhere", () => {
  const sources = readdirSync(new URL("../src", import.meta.url), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !path.endsWith("errors.ts"))
    .map((path) => read(`src/${path}`))
    .join("\n");
  assert.deepEqual(
    Object.keys(errorCatalogue).filter((code) => !sources.includes(`"${code}"`)),
    [],
  );
});

test("docs/reference/lint.md lists every rule that deck files are checked by, and no other", () => {
  const files = readdirSync(new URL("../src/deck", import.meta.url)).filter((path) =>
    /^[^.]+\.ts$/.test(path),
  );
  const sources = [...files.map((path) => read(`src/deck/${path}`)), read("src/store/deck-folder.ts")].join(
    "\n",
  );
  const used = [...sources.matchAll(/(?:report\((?:\s*[^,"]+?(?:\([^)]*\))?,)?\s*|rule: )"([a-z-]+)"/g)].map(
    ([, rule]) => rule,
  );
  const listed = [
    ...read("docs/reference/lint.md").matchAll(/`([a-z]+(?:-[a-z]+)*)`(?=[^|]*\|[^|]+\|$)/gm),
  ].map(([, rule]) => rule);
  assert.deepEqual([...new Set(listed)].sort(), [...new Set(used)].sort());
});

test("docs/reference/lint.md calls advice what is advice, and error the rest", () => {
  const tables = read("docs/reference/lint.md").matchAll(
    /^\| (error|advice) \|[^\n]*\n[^\n]*\n((?:\|.*\n)+)/gm,
  );
  let rules = 0;
  for (const [, severity, rows = ""] of tables) {
    for (const [, rule = ""] of rows.matchAll(/`([a-z]+(?:-[a-z]+)*)`(?=[^|]*\|[^|]+\|$)/gm)) {
      rules += 1;
      assert.equal(severityOf(rule), severity, rule);
    }
  }
  assert.ok(rules > 40, `${rules}`);
});
