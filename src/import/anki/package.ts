import type { BytesReader } from "../reader.ts";

/** A zip begins so, and the name of the collection stands in it unpacked. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Packages of Anki: `.apkg` with some decks, `.colpkg` with all of them. */
export const ankiPackage: BytesReader = {
  takes: "bytes",
  name: "anki-package",
  about: "packages of Anki (.apkg)",
  sniff({ bytes }) {
    if (!ZIP.every((byte, at) => bytes[at] === byte)) return 0;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return buffer.includes("collection.anki2") ? 0.98 : 0;
  },
  read: async (source) => (await import("./read-package.ts")).readAnkiPackage(source),
};
