import type { BytesReader } from "../reader.ts";

/** PDF that holds text; pages that are pictures of text hold none. */
export const pdfReader: BytesReader = {
  takes: "bytes",
  name: "pdf",
  about: "PDF with text",
  sniff: ({ bytes }) => (new TextDecoder("latin1").decode(bytes.subarray(0, 5)) === "%PDF-" ? 0.95 : 0),
  async read(source) {
    const { readPdf } = await import("./read.ts");
    return readPdf(source);
  },
};
