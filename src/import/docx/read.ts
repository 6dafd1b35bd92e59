import { VivaError } from "../../base/index.ts";
import { readPage } from "../html/page.ts";
import type { Draft, SourceBytes } from "../reader.ts";
import { openZip } from "../unzip.ts";
import { mathAsText, numberedParagraphs } from "./xml.ts";

/** Bytes of one part of a document; a book of 600 pages has some 5 MB of text with its marks. */
const LARGEST_PART = 16 * 1024 * 1024;
const MAIN = "word/document.xml";
/** What is read of the archive; the rest (fonts, thumbnails, macros) never leaves it. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|footnotes|endnotes)\.xml|word\/_rels\/(?:document|footnotes|endnotes)\.xml\.rels|word\/media\/[^/\\]{1,100})$/;

/** Word's own styles and those of the programs that write its format. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  ...["Code", "Source Code", "HTML Preformatted", "Preformatted Text", "Preformatted", "Code Block"].map(
    (name) => `p[style-name='${name}'] => pre:separator('\\n')`,
  ),
  ...["Verbatim Char", "HTML Code", "Code Char", "Inline Code", "Source Text", "Code"].map(
    (name) => `r[style-name='${name}'] => code`,
  ),
];

/**
 * Reads a Word document: its paragraphs become a page, and the page is read.
 * @throws VivaError VIVA_FILE_TOO_LARGE, VIVA_FILE_UNREADABLE
 */
export async function readDocx({ name, bytes }: SourceBytes): Promise<Draft> {
  const html = await htmlOf(name, bytes);
  // One line for each paragraph: the line is the paragraph's number.
  const lines = html.replace(/(?!^)<(?=(?:p|h[1-6]|li)[\s>])/g, "\n<");
  const draft = await readPage({ name, html: `<main>${lines}</main>`, reader: "docx" });
  return {
    ...draft,
    questions: draft.questions.map((each) => ({
      ...each,
      line: 1,
      place: each.place ?? `paragraph ${each.line}`,
    })),
    warnings: draft.warnings.map((each) => ({
      ...each,
      line: 1,
      place: each.place ?? `paragraph ${each.line}`,
    })),
  };
}

async function htmlOf(name: string, bytes: Uint8Array): Promise<string> {
  const parts = await unpacked(name, bytes);
  const [{ default: mammoth }, { zipSync }] = await Promise.all([import("mammoth"), import("fflate")]);
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 })) },
      {
        styleMap: STYLES,
        includeEmbeddedStyleMap: false,
        ignoreEmptyParagraphs: false,
        transformDocument: withCode,
      },
    );
    return value.replace(/<li><a id="viva-number-(\d{1,6})"><\/a>/g, '<li value="$1">');
  } catch (error) {
    throw damaged(name, error);
  }
}

/** The parts that are read, the text prepared. They are bounded before anything else sees them. */
async function unpacked(name: string, bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const archive = await openZip(name, bytes);
  const parts = new Map<string, Uint8Array>();
  for (const entry of archive.entries) {
    if (!PARTS.test(entry.name) || entry.special || entry.folder) continue;
    const part = await archive.unpack(entry);
    if (part.length > LARGEST_PART) {
      throw new VivaError(
        "VIVA_FILE_TOO_LARGE",
        `${name} holds ${entry.name} of ${Math.ceil(part.length / 1048576)} MB, more than the ${LARGEST_PART / 1048576} MB that are read: nothing imported; split it`,
      );
    }
    parts.set(entry.name, part);
  }
  const main = parts.get(MAIN);
  if (main === undefined) throw damaged(name, new Error(`${MAIN} is missing`));
  const decoder = new TextDecoder();
  const text = decoder.decode(main);
  if (text.includes("<!DOCTYPE")) throw damaged(name, new Error("a document type in its text"));
  const numbering = decoder.decode(parts.get("word/numbering.xml"));
  parts.set(MAIN, new TextEncoder().encode(numberedParagraphs(mathAsText(text), numbering)));
  return parts;
}

function damaged(name: string, cause: unknown): VivaError {
  const found = cause instanceof Error ? cause.message.replace(/\s+/g, " ").slice(0, 120) : "unknown";
  return new VivaError(
    "VIVA_FILE_UNREADABLE",
    `${name} cannot be read as a Word document (${found}): nothing imported; open it in a word processor and save it again`,
    { cause },
  );
}

/** A part of a document as mammoth hands it over. */
interface Part {
  readonly type: string;
  readonly children?: readonly Part[];
  readonly value?: string;
  readonly font?: string | null;
  readonly styleName?: string | null;
  readonly numbering?: unknown;
}

const FIXED = /courier|consolas|menlo|monaco|monospace|mono\b|lucida console|fira code|source code/i;

/** Text in a font of fixed width is code, whatever its style: a whole paragraph is a block. */
function withCode(part: Part): Part {
  if (part.children === undefined) return part;
  const children = part.children.map(withCode);
  const runs = children.filter((child) => child.type === "run" && textOf(child).trim() !== "");
  const isFixed = (run: Part) => FIXED.test(run.font ?? "");
  if (part.type === "paragraph" && !part.numbering && runs.length > 0 && runs.every(isFixed)) {
    const plain = children.map((child) =>
      child.type === "run" ? { ...child, styleName: null, isBold: false } : child,
    );
    return { ...part, children: plain, styleName: "Code", ...NO_STYLE };
  }
  if (part.type === "run" && isFixed(part) && !part.styleName) {
    return { ...part, children, styleName: "Code Char", ...NO_STYLE };
  }
  return { ...part, children };
}

/** A style is found by its id first. */
const NO_STYLE = { styleId: "viva-code" };

function textOf(part: Part): string {
  return (part.value ?? "") + (part.children ?? []).map(textOf).join("");
}
