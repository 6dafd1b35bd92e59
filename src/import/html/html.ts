import type { SourceText, TextReader } from "../reader.ts";
import { isPage } from "../text/page-start.ts";

/** Characters at both ends of what is looked at. */
const LOOKED_AT = 200_000;
/** A piece of a page is told from Markdown with tags by how few lines have none. */
const FEW_BARE = 0.25;

function sniffHtml({ text }: SourceText): number {
  if (isPage(text)) return /schema\.org\/?"?[^<>]{0,40}(?:Question|FAQPage|QAPage)/i.test(text) ? 0.95 : 0.88;
  const start = text.slice(0, LOOKED_AT).trimStart();
  if (!/^<[a-z!]/i.test(start)) return 0;
  const blocks = start.match(/<\/(?:p|div|h[1-6]|li|dd|dt|td|section|article|details)>/gi)?.length ?? 0;
  if (blocks < 3) return 0;
  let texts = 0;
  let bare = 0;
  for (const line of start.replace(/<pre\b[\s\S]*?<\/pre>/gi, "<pre>").split("\n")) {
    if (line.trim() === "") continue;
    texts++;
    if (!line.includes("<")) bare++;
    if (/^(?:#{1,6} |```|~~~)/.test(line)) return 0;
  }
  return bare <= texts * FEW_BARE ? 0.8 : bare <= texts * 2 * FEW_BARE ? 0.4 : 0;
}

/** Web pages, saved or exported, and pieces of them. */
export const htmlReader: TextReader = {
  takes: "text",
  name: "html",
  about: "web pages",
  sniff: sniffHtml,
  async read({ name, text }) {
    const { readPage } = await import("./page.ts");
    return readPage({ name, html: text, reader: "html" });
  },
};
