import { VivaError } from "../base/index.ts";
import type { SourceText } from "./reader.ts";

/** How much is read. The largest question document met in public collections has 1.2 MB. */
export const LARGEST_DOCUMENT = {
  bytes: 20 * 1024 * 1024,
  exceeded(name: string, bytes: number): VivaError {
    const MB = (size: number) => Math.ceil(size / 1048576);
    return new VivaError(
      "VIVA_FILE_TOO_LARGE",
      `${name} has ${MB(bytes)} MB, more than the ${MB(LARGEST_DOCUMENT.bytes)} MB that are read: no questions imported; split it`,
    );
  },
};

/** A Western text in Windows-1252 has few bytes above 127; noise has half of them there. */
const MOST_HIGH_BYTES = 0.3;

/** A log may carry a few escape characters; more than this share is not text. */
const MOST_CONTROLS = 0.01;

/**
 * Turns the bytes of a file into lines of text: UTF-8, UTF-16 with a byte order mark, what a page says of itself, or
 * else Windows-1252.
 * `name` is the file's name for messages.
 *
 * @throws VivaError VIVA_FILE_TOO_LARGE, VIVA_FILE_EMPTY or VIVA_NOT_TEXT; the message is one line.
 */
export function decodeText(name: string, bytes: Uint8Array): SourceText {
  if (bytes.length > LARGEST_DOCUMENT.bytes) throw LARGEST_DOCUMENT.exceeded(name, bytes.length);
  const { text, encoding } = decodeBytes(name, bytes);
  if (text.trim() === "") {
    throw new VivaError(
      "VIVA_FILE_EMPTY",
      `${name} is empty: no questions found; check that it is the right file and was saved`,
    );
  }
  const unix = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  return { name, text: unix, lines: unix.split("\n"), encoding };
}

function decodeBytes(name: string, bytes: Uint8Array): Pick<SourceText, "text" | "encoding"> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: checked(name, new TextDecoder("utf-16le").decode(bytes)), encoding: "utf-16" };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: checked(name, new TextDecoder("utf-16be").decode(bytes)), encoding: "utf-16" };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw notText(name, `a NUL byte at byte offset ${nul}`);
  const text = decodeUtf8(bytes);
  if (text !== null) return { text: checked(name, text), encoding: "utf-8" };
  const declared = decodeDeclared(bytes);
  if (declared !== null) return { text: checked(name, declared), encoding: "declared" };
  if (!looksWestern(bytes)) throw notText(name, `invalid UTF-8 at byte offset ${firstInvalidUtf8(bytes)}`);
  return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252" };
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Bytes of a page in which it says how it is encoded; browsers look at 1024. */
const DECLARED_WITHIN = 2048;

/** `<meta charset=...>`, the older `<meta ... content="text/html; charset=...">`, `<?xml ... encoding="..."?>`. */
const DECLARATION =
  /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w:.-]{2,40})|^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w:.-]{2,40})/i;

/** A page in the encoding it names; null when it names none, one that is not known, or a wrong one. */
function decodeDeclared(bytes: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARED_WITHIN));
  const found = DECLARATION.exec(start);
  const label = found?.[1] ?? found?.[2];
  if (label === undefined || /^utf-?(?:8|16)|^x-user-defined|^iso-10646/i.test(label)) return null;
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function notText(name: string, found: string): VivaError {
  return new VivaError(
    "VIVA_NOT_TEXT",
    `${name} is not text (${found}): nothing imported; give a text or Markdown file, saved as UTF-8`,
  );
}

/** Refuses decoded text with so many control characters that nobody wrote it. */
function checked(name: string, text: string): string {
  const first = text.search(CONTROLS);
  if (first < 0) return text;
  const controls = text.match(new RegExp(CONTROLS, "g"))?.length ?? 0;
  if (controls > text.length * MOST_CONTROLS)
    throw notText(name, `control characters from character ${first}`);
  return text;
}

/** Tab, line feed, form feed and carriage return are text; the rest below the blank is not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe]/;

/** Bytes 81, 8D, 8F, 90 and 9D mean nothing in Windows-1252. */
function looksWestern(bytes: Uint8Array): boolean {
  let high = 0;
  for (const byte of bytes) {
    if (byte < 32 && (byte < 9 || byte === 11 || byte > 13)) return false;
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) return false;
    if (byte > 127) high++;
  }
  return high <= bytes.length * MOST_HIGH_BYTES;
}

/** The byte offset of the first sequence that is not UTF-8 (RFC 3629 section 4), or -1. */
function firstInvalidUtf8(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] ?? 0;
    const more = lead < 0x80 ? 0 : lead >= 0xc2 && lead < 0xe0 ? 1 : lead >> 4 === 0xe ? 2 : more4(lead);
    if (more < 0) return i;
    const second = bytes[i + 1] ?? 0;
    // Overlong forms, surrogates and values above U+10FFFF show in the second byte.
    if (lead === 0xe0 && second < 0xa0) return i;
    if (lead === 0xed && second > 0x9f) return i;
    if (lead === 0xf0 && second < 0x90) return i;
    if (lead === 0xf4 && second > 0x8f) return i;
    for (let k = 1; k <= more; k++) {
      if ((bytes[i + k] ?? 0) >> 6 !== 2) return i;
    }
    i += more + 1;
  }
  return -1;
}

function more4(lead: number): number {
  return lead >= 0xf0 && lead <= 0xf4 ? 3 : -1;
}
