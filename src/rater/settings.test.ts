import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { VivaError } from "../base/index.ts";
import type { Environment } from "./environment.ts";
import { readRaterSettings } from "./settings.ts";

const folder = await mkdtemp(join(tmpdir(), "viva-rater-"));
after(() => rm(folder, { recursive: true, force: true }));

const LOCAL = { VIVA_LLM_URL: "http://127.0.0.1:11434/v1", VIVA_LLM_MODEL: "llama3.1" };

async function refusal(environment: Environment): Promise<VivaError> {
  const error = await readRaterSettings(environment).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof VivaError, String(error));
  return error;
}

test("settings: without address and model nobody is asked, whatever else is set", async () => {
  for (const none of [{}, { VIVA_LLM_URL: "", VIVA_LLM_MODEL: " " }, { VIVA_LLM_KEY: "k" }]) {
    assert.equal(await readRaterSettings(none), null);
  }
});

test("settings: address and model are enough; a slash at the end does not count", async () => {
  assert.deepEqual(await readRaterSettings({ ...LOCAL, VIVA_LLM_URL: " http://127.0.0.1:11434/v1/ " }), {
    url: LOCAL.VIVA_LLM_URL,
    model: "llama3.1",
    key: null,
  });
});

for (const host of ["localhost", "127.0.0.1", "127.1", "127.8.9.1", "[::1]", "0x7f000001"]) {
  test(`settings: plain http to ${host} stays on this machine`, async () => {
    const settings = await readRaterSettings({ ...LOCAL, VIVA_LLM_URL: `http://${host}:11434/v1` });
    assert.ok(settings !== null);
  });
}

for (const host of [
  "example.com",
  "192.168.1.9",
  "localhost.example.com",
  "127.0.0.1.example.com",
  "[fe80::1]",
  "0.0.0.0",
]) {
  test(`settings: plain http to ${host} is refused, https is not`, async () => {
    const { code, exit, message } = await refusal({ ...LOCAL, VIVA_LLM_URL: `http://${host}/v1` });
    assert.deepEqual([code, exit], ["VIVA_USAGE", 2]);
    assert.match(message, /unencrypted/);
    assert.ok((await readRaterSettings({ ...LOCAL, VIVA_LLM_URL: `https://${host}/v1` })) !== null);
  });
}

test("settings: one of address and model says which is missing", async () => {
  assert.match((await refusal({ VIVA_LLM_URL: LOCAL.VIVA_LLM_URL })).message, /VIVA_LLM_MODEL is not/);
  assert.match((await refusal({ VIVA_LLM_MODEL: "m" })).message, /VIVA_LLM_URL is not/);
});

test("settings: an address that is none is refused, and not repeated", async () => {
  for (const url of [
    "s3cret",
    "file:///s3cret",
    "ftp://h/s3cret",
    "127.0.0.1:11434/s3cret",
    "https://me:s3cret@example.com/v1",
    "https://s3cret@example.com/v1",
    "https://example.com/v1?key=s3cret",
    "https://example.com/v1#s3cret",
    "http://example.com/s3cret",
  ]) {
    const { code, message } = await refusal({ ...LOCAL, VIVA_LLM_URL: url });
    assert.equal(code, "VIVA_USAGE");
    assert.doesNotMatch(message, /s3cret/);
  }
});

test("settings: the key comes from its variable or its file, without the line's end", async () => {
  const file = join(folder, "key");
  await writeFile(file, "s3cret\n");
  assert.equal((await readRaterSettings({ ...LOCAL, VIVA_LLM_KEY: "s3cret" }))?.key, "s3cret");
  assert.equal((await readRaterSettings({ ...LOCAL, VIVA_LLM_KEY_FILE: file }))?.key, "s3cret");
});

test("settings: a key that is not right is refused by code, and never told", async () => {
  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return { VIVA_LLM_KEY_FILE: join(folder, name) };
  };
  const cases: readonly [code: string, environment: Environment][] = [
    ["VIVA_USAGE", { VIVA_LLM_KEY: "s3cret\nx: y" }],
    ["VIVA_USAGE", { VIVA_LLM_KEY: "s3crét" }],
    ["VIVA_USAGE", { VIVA_LLM_KEY: "s3cret", VIVA_LLM_KEY_FILE: "/k" }],
    ["VIVA_USAGE", await file("two", "s3cret\ns3cret\n")],
    ["VIVA_FILE_EMPTY", await file("empty", " \n")],
    ["VIVA_FILE_TOO_LARGE", await file("large", "s3cret".repeat(1000))],
    ["VIVA_FILE_NOT_FOUND", { VIVA_LLM_KEY_FILE: join(folder, "gone") }],
    ["VIVA_FILE_UNREADABLE", { VIVA_LLM_KEY_FILE: folder }],
  ];
  for (const [code, environment] of cases) {
    const error = await refusal({ ...LOCAL, ...environment });
    assert.equal(error.code, code, error.message);
    assert.doesNotMatch(`${error.stack}`, /s3cr/);
  }
});
