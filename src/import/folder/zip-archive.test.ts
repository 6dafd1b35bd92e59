import assert from "node:assert/strict";
import { test } from "node:test";
import { type Zippable, zipSync } from "fflate";
import { VivaError } from "../../base/index.ts";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";

const text = (value: string) => new TextEncoder().encode(value);
const read = (files: Zippable, name = "notes.zip") => readDocument(sourceOf(name, zipSync(files)));

test("an archive of files is read as the folder it was, and nothing leads out of it", async () => {
  const draft = await read({
    "notes-main/a/one.md": text("# One\n\n## 1. What is a?\n\n![p](p.png)\n\n## 2. What is b?\n\nB.\n"),
    "notes-main/a/p.png": text("png"),
    "notes-main/link.md": [text("/etc/passwd"), { os: 3, attrs: 0o120777 << 16 }],
    "../../viva-pwned.md": text("# What is this?\n\nBad.\n"),
    "C:\\abs.md": text("# What is this?\n\nBad.\n"),
    "notes-main/.git/x.md": text("# What is this?\n\nBad.\n"),
    "__MACOSX/notes-main/._one.md": text("x"),
  });
  assert.equal(draft.reader, "zip");
  assert.deepEqual(
    draft.questions.map(({ title, answer, place }) => [title, answer, place]),
    [
      ["What is a?", "![p](media/p.png)", "notes-main/a/one.md"],
      ["What is b?", "B.", "notes-main/a/one.md"],
    ],
  );
  assert.deepEqual(
    draft.warnings.map(({ code, text: said }) => [code, said]),
    [
      ["rejected", "1 file not read (a link or a device): notes-main/link.md"],
      ["rejected", "2 files not read (leads out of the archive): ../../viva-pwned.md, C:/abs.md"],
    ],
  );
});

for (const [name, inside, says] of [
  ["a.xlsx", "xl/workbook.xml", /Excel workbook: save its sheet as CSV/],
  ["a.pptx", "ppt/presentation.xml", /PowerPoint/],
  ["a.odt", "META-INF/manifest.xml", /OpenDocument file: save it as \.docx/],
  ["a.epub", "META-INF/container.xml", /e-book/],
  ["a.mochi", "data.json", /Mochi deck: export it as Markdown/],
  ["a.jar", "META-INF/MANIFEST.MF", /Java archive/],
] as const) {
  test(`${name} is refused in a sentence that says what to do`, async () => {
    await assert.rejects(
      read({ [inside]: text("x") }, name),
      (error) => error instanceof VivaError && error.code === "VIVA_NOT_TEXT" && says.test(error.message),
    );
  });
}

test("an archive inside an archive is not opened", async () => {
  const inner = zipSync({ "a.md": text("# What is a?\n\nA.\n") });
  await assert.rejects(
    read({ "inner.md": inner, "inner.docx": inner }),
    (error) => error instanceof VivaError && error.code === "VIVA_NO_QUESTIONS",
  );
});

test("an archive that unpacks to more than is read is refused", async () => {
  const large = new Uint8Array(15 * 1024 * 1024).fill(32);
  const files = Object.fromEntries([1, 2, 3, 4, 5].map((i) => [`${i}.md`, large]));
  await assert.rejects(
    read(files),
    (error) => error instanceof VivaError && error.code === "VIVA_FILE_TOO_LARGE",
  );
});

test("an archive with more files than are read is refused before they are listed", async () => {
  const bytes = Buffer.from(zipSync({ "a.md": text("# What is a?\n\nA.\n") }));
  const end = bytes.indexOf("PK\x05\x06");
  bytes.writeUInt16LE(30_000, end + 8);
  bytes.writeUInt16LE(30_000, end + 10);
  await assert.rejects(
    readDocument(sourceOf("a.zip", bytes)),
    (error) =>
      error instanceof VivaError && /^a\.zip holds 30000 files, more than the 20000/.test(error.message),
  );
});

test("a damaged archive is refused", async () => {
  const bytes = zipSync({ "a.md": text("# What is a?\n\nA.\n") }).slice(0, 40);
  await assert.rejects(
    readDocument(sourceOf("a.zip", bytes)),
    (error) => error instanceof VivaError && error.code === "VIVA_FILE_UNREADABLE",
  );
});
