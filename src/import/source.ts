import { VivaError } from "../base/index.ts";
import { decodeText, LARGEST_DOCUMENT } from "./decode.ts";
import type { Source } from "./reader.ts";

/** First bytes of documents that are no text and that a reader knows. */
const KNOWN = [
  // A zip archive: an Anki package, a .docx, a folder that was packed.
  [0x50, 0x4b, 0x03, 0x04],
  // `%PDF-`
  [0x25, 0x50, 0x44, 0x46, 0x2d],
] as const;

/** First bytes of what people try to import and nothing here reads, with what to do. */
const UNREAD: readonly { readonly magic: readonly number[]; readonly what: string }[] = [
  { magic: [0xd0, 0xcf, 0x11, 0xe0], what: "an old Office file: save it as .docx or as text" },
  {
    magic: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
    what: "a database: export its cards as text or as a package",
  },
  { magic: [0x1f, 0x8b], what: "a gzip archive: unpack it first" },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], what: "a zstd archive: unpack it first" },
  { magic: [0x89, 0x50, 0x4e, 0x47], what: "a picture: its text cannot be read" },
  { magic: [0xff, 0xd8, 0xff], what: "a picture: its text cannot be read" },
];

/**
 * Looks at the bytes of a document: a text is decoded, a package is left as it is.
 * @throws VivaError VIVA_FILE_TOO_LARGE, VIVA_FILE_EMPTY or VIVA_NOT_TEXT; the message is one line.
 */
export function sourceOf(name: string, bytes: Uint8Array): Source {
  const begins = (magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte);
  const unread = UNREAD.find(({ magic }) => begins(magic));
  if (unread !== undefined) {
    throw new VivaError("VIVA_NOT_TEXT", `${name} is not text but ${unread.what}; nothing imported`);
  }
  if (!KNOWN.some(begins)) return { kind: "text", ...decodeText(name, bytes) };
  if (bytes.length > LARGEST_DOCUMENT.bytes) throw LARGEST_DOCUMENT.exceeded(name, bytes.length);
  return { kind: "bytes", name, bytes };
}
