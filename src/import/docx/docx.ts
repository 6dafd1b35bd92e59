import type { BytesReader } from "../reader.ts";

/** Word's documents. What else is a zip archive has other files inside. */
export const docxReader: BytesReader = {
  takes: "bytes",
  name: "docx",
  about: "Word documents (.docx)",
  sniff({ bytes }) {
    // Names stand in the archive as they are.
    return bytes[0] === 0x50 && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(MAIN)
      ? 0.95
      : 0;
  },
  async read(source) {
    const { readDocx } = await import("./read.ts");
    return readDocx(source);
  },
};

const MAIN = "word/document.xml";
