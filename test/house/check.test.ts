import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { copyOfTheHouse, plant } from "./copy-of-the-house.ts";

/** Runs `npm run check` in a copy of the house; what it said of each of its tools, by name. */
function check(folder: string, ...tools: string[]) {
  const ran = spawnSync(process.execPath, ["scripts/check.ts", ...tools], { cwd: folder, encoding: "utf8" });
  const parts = ran.stdout.split(/^(?=ok {5}|FAILED )/m).filter((part) => part !== "");
  return {
    status: ran.status,
    said: new Map(parts.map((part) => [part.slice(7).split(" ")[0] ?? "", part])),
    all: ran.stdout + ran.stderr,
  };
}

test("npm run check passes on the sources as they are", () => {
  const { status, said, all } = check(copyOfTheHouse());
  assert.equal(status, 0, all);
  assert.deepEqual(
    [...said.keys()],
    ["types", "page-types", "page-test-types", "lint", "dead-code", "house", "answers"],
  );
});

test("npm run check names the planted mistake of each kind, and fails", async (t) => {
  const folder = copyOfTheHouse();
  plant(folder, "scripts/planted-type.ts", "export const a: string = 1;\nconsole.log(a);\n");
  plant(folder, "scripts/planted-enum.ts", "enum A {\n  B,\n}\nconsole.log(A.B);\n");
  plant(folder, "scripts/planted-promise.ts", "async function late() {\n  await null;\n}\nlate();\n");
  plant(folder, "scripts/planted-any.ts", "const a: any = 1;\nconsole.log(a);\n");
  plant(folder, "scripts/planted-format.ts", "console.log( 1 )\n");
  plant(folder, "src/base/planted-dead.ts", "export const a = 1;\n");
  plant(folder, "src/base/planted-dom.ts", "export const a = () => document.title;\n");
  plant(folder, "web/planted-node.ts", "console.log(process.pid);\n");
  plant(folder, "test/web/planted-type.ts", "document.title = process.pid;\n");
  plant(folder, "web/planted-image.tsx", 'export const Logo = () => <img src="/logo.svg" />;\n');
  plant(
    folder,
    "web/planted-hook.tsx",
    'import { useState } from "preact/hooks";\n\nexport function Count({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return null;\n}\n',
  );
  const { status, said, all } = check(folder);
  assert.equal(status, 1, all);
  for (const [tool, wanted] of [
    ["types", /scripts\/planted-type\.ts\(1,14\): error TS2322/],
    ["types", /scripts\/planted-enum\.ts\(1,6\): error TS1294/],
    ["types", /src\/base\/planted-dom\.ts\(1,\d+\): error TS2584/],
    ["page-types", /web\/planted-node\.ts\(1,13\): error TS2591/],
    ["page-test-types", /test\/web\/planted-type\.ts\(1,1\): error TS2322/],
    ["lint", /web\/planted-image\.tsx:1:\d+ lint\/a11y\/useAltText/],
    ["lint", /web\/planted-hook\.tsx:4:\d+ lint\/correctness\/useHookAtTopLevel/],
    ["lint", /scripts\/planted-promise\.ts:4:1 lint\/nursery\/noFloatingPromises/],
    ["lint", /scripts\/planted-any\.ts:1:10 lint\/suspicious\/noExplicitAny/],
    ["lint", /scripts\/planted-format\.ts format/],
    ["dead-code", /^Unused files[\s\S]*src\/base\/planted-dead\.ts/m],
    ["dead-code", /^Unused files[\s\S]*web\/planted-node\.ts/m],
    ["house", /src\/base\/planted-dead\.ts {2}reached/],
    ["house", /web\/planted-image\.tsx {2}reached/],
  ] as const) {
    await t.test(`${tool}: ${wanted}`, () => {
      const text = said.get(tool) ?? "";
      assert.match(text, /^FAILED/);
      assert.match(text, wanted);
    });
  }
});

test("npm run check refuses the name of a check that does not exist", () => {
  const { status, all } = check(copyOfTheHouse(), "tpyes");
  assert.equal(status, 2);
  assert.match(all, /no such check: tpyes \(there are types, page-types, page-test-types, lint/);
});
