import assert from "node:assert/strict";
import { test } from "node:test";
import { packageRoot } from "./package-root.ts";

const root = new URL("../../", import.meta.url);

for (const place of ["src/cli/main.ts", "dist/viva.mjs", "dist/chunks/markdown.mjs", "package.json"]) {
  test(`packageRoot: from ${place} it is the folder of package.json`, () => {
    assert.equal(packageRoot(new URL(place, root).href).href, root.href);
  });
}

test("packageRoot: a program without its package.json is said to be so", () => {
  assert.throws(() => packageRoot("file:///viva-nowhere/dist/viva.mjs"), /no package\.json above/);
});
