import assert from "node:assert/strict";
import { test } from "node:test";
import { VivaError } from "../base/index.ts";
import { decodeText } from "./decode.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [i, unit] of [0xfeff, ...Array.from(text, (_, at) => text.charCodeAt(at))].entries()) {
    view.setUint16(i * 2, unit, !bigEndian);
  }
  return bytes;
}

for (const [what, bytes, text, encoding] of [
  ["UTF-8", utf8("été ?"), "été ?", "utf-8"],
  ["UTF-8 with a byte order mark", utf8("\ufeffété ?"), "été ?", "utf-8"],
  ["UTF-16, small end first", utf16("été 问", false), "été 问", "utf-16"],
  ["UTF-16, big end first", utf16("été 问", true), "été 问", "utf-16"],
  [
    "Windows-1252",
    Uint8Array.of(0xe9, 0x74, 0xe9, 0x20, 0x93, 0x61, 0x94, 0x20, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68),
    "été “a” bcdefgh",
    "windows-1252",
  ],
  [
    "a page that says what it is, here Windows-1251,",
    Uint8Array.of(...utf8("<meta charset='windows-1251'>"), 0xc4, 0xe0),
    "<meta charset='windows-1251'>Да",
    "declared",
  ],
  [
    "an older page in Shift JIS",
    Uint8Array.of(...utf8('<meta content="text/html; charset=Shift_JIS">'), 0x96, 0xe2),
    '<meta content="text/html; charset=Shift_JIS">問',
    "declared",
  ],
  [
    "XML in GBK",
    Uint8Array.of(...utf8('<?xml version="1.0" encoding="gb2312"?>'), 0xce, 0xca),
    '<?xml version="1.0" encoding="gb2312"?>问',
    "declared",
  ],
  [
    "a page in UTF-8 that says something else",
    utf8("<meta charset=windows-1251>Да"),
    "<meta charset=windows-1251>Да",
    "utf-8",
  ],
  ["CRLF and CR", utf8("a\r\nb\rc"), "a\nb\nc", "utf-8"],
] as const) {
  test(`${what} is decoded`, () => {
    const source = decodeText("a.md", bytes);
    assert.equal(source.text, text);
    assert.equal(source.encoding, encoding);
    assert.deepEqual(source.lines, text.split("\n"));
  });
}

for (const [what, bytes, code, said] of [
  ["nothing", utf8(""), "VIVA_FILE_EMPTY", /^a\.md is empty: no questions found/],
  ["white space", utf8(" \n\t\r\n"), "VIVA_FILE_EMPTY", /^a\.md is empty/],
  ["a NUL byte", utf8("What?\0"), "VIVA_NOT_TEXT", /^a\.md is not text \(a NUL byte at byte offset 5\)/],
  [
    "bytes of no encoding",
    Uint8Array.of(0x61, 0xc3, 0x28, 0x81),
    "VIVA_NOT_TEXT",
    /invalid UTF-8 at byte offset 1\b/,
  ],
  ["a surrogate in UTF-8", Uint8Array.of(0xed, 0xa0, 0x80), "VIVA_NOT_TEXT", /byte offset 0\b/],
  ["control characters", utf8("\u0001\u0002abc"), "VIVA_NOT_TEXT", /control characters from character 0/],
  [
    "21 MB",
    new Uint8Array(21 * 1024 * 1024).fill(97),
    "VIVA_FILE_TOO_LARGE",
    /^a\.md has 21 MB, more than the 20 MB/,
  ],
] as const) {
  test(`${what} is refused with one line that names the file`, () => {
    assert.throws(
      () => decodeText("a.md", bytes),
      (error) =>
        error instanceof VivaError &&
        error.code === code &&
        said.test(error.message) &&
        !error.message.includes("\n"),
    );
  });
}
