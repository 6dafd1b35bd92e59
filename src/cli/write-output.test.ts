import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { writePieces } from "./write-output.ts";

const folder = await mkdtemp(join(tmpdir(), "viva-output-"));
after(() => rm(folder, { recursive: true, force: true }));

async function* pieces() {
  yield "one, ";
  yield new TextEncoder().encode("two");
}

test("a file is replaced only when that is asked for", async () => {
  const file = join(folder, "a.txt");
  await writePieces(pieces(), file, false);
  await assert.rejects(writePieces(pieces(), file, false), { code: "VIVA_USAGE" });
  await writeFile(file, "before");
  await writePieces(pieces(), file, true);
  assert.equal(await readFile(file, "utf8"), "one, two");
  await rm(file);
});

test("neither a folder nor a device is replaced, and nothing is left beside them", async () => {
  await mkdir(join(folder, "folder"));
  await symlink("/dev/null", join(folder, "device"));
  for (const name of ["folder", "device"])
    await assert.rejects(writePieces(pieces(), join(folder, name), true), { code: "VIVA_USAGE" }, name);
  assert.deepEqual((await readdir(folder)).sort(), ["device", "folder"]);
});

test("pieces that fail leave nothing behind", async () => {
  const failing = (async function* () {
    yield* pieces();
    throw new Error("no");
  })();
  await assert.rejects(writePieces(failing, join(folder, "b.txt"), false), { code: "VIVA_STORE_UNWRITABLE" });
  assert.deepEqual((await readdir(folder)).sort(), ["device", "folder"]);
});
