import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { VivaError } from "../../base/index.ts";
import { openFolder } from "./open.ts";

async function inFolder(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "viva-folder-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("a folder's documents and pictures are read in order; links, devices and other files are refused", async () => {
  const files = {
    "10.md": "a",
    "2.md": "b",
    "b/c.png": "c",
    ".git/d.md": "d",
    "node_modules/e/e.md": "e",
    "f.py": "f",
    LICENSE: "g",
  };
  await inFolder(files, async (folder) => {
    symlinkSync("/etc/passwd", join(folder, "h.md"));
    symlinkSync("/etc", join(folder, "i"));
    execFileSync("mkfifo", [join(folder, "j.md")]);
    writeFileSync(join(folder, "k.md"), "");
    truncateSync(join(folder, "k.md"), 21 * 1024 * 1024);
    const { kind, files: read, refused } = await openFolder(folder);
    assert.equal(kind, "folder");
    assert.deepEqual(
      read.map(({ path }) => path),
      ["2.md", "10.md", "LICENSE", "b/c.png"],
    );
    assert.deepEqual(
      refused.map(({ path, why }) => `${path}: ${why}`),
      ["f.py: no document", "h.md: a link", "i: a link", "j.md: a device", "k.md: larger than 20 MB"],
    );
  });
});

test("folders deeper than twelve are not entered", async () => {
  const deep = `${"a/".repeat(12)}b.md`;
  await inFolder({ [deep]: "x", [`a/${deep}`]: "y" }, async (folder) => {
    const { files, refused } = await openFolder(folder);
    assert.deepEqual(
      files.map(({ path }) => path),
      [deep],
    );
    assert.equal(refused.length, 1);
  });
});

for (const [what, files, code] of [
  ["nothing", {}, "VIVA_FILE_EMPTY"],
  ["a program", { "a.py": "1" }, "VIVA_FILE_EMPTY"],
  [
    "too many files",
    Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`${i}.md`, "a"])),
    "VIVA_FILE_TOO_LARGE",
  ],
] as const) {
  test(`a folder with ${what} is refused with ${code}`, async () => {
    await inFolder(files, async (folder) => {
      await assert.rejects(openFolder(folder), (error) => error instanceof VivaError && error.code === code);
    });
  });
}

test("what is not there, and what is no folder, is refused", async () => {
  await inFolder({ "a.md": "a" }, async (folder) => {
    for (const [path, code] of [
      [join(folder, "b"), "VIVA_FILE_NOT_FOUND"],
      [join(folder, "a.md"), "VIVA_FILE_UNREADABLE"],
    ] as const) {
      await assert.rejects(openFolder(path), (error) => error instanceof VivaError && error.code === code);
    }
  });
});
