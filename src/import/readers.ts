import { VivaError } from "../base/index.ts";
import { ankiPackage } from "./anki/package.ts";
import { asciidoc } from "./asciidoc/asciidoc.ts";
import { chooseDraft, type Reading } from "./choose-draft.ts";
import { dataReaders } from "./data/readers.ts";
import { docxReader } from "./docx/docx.ts";
import { deckCsvReader } from "./export/read-deck-csv.ts";
import { deckJsonReader } from "./export/read-deck-json.ts";
import { deckFile } from "./folder/deck-files.ts";
import { folderReaders } from "./folder/readers.ts";
import { htmlReader } from "./html/html.ts";
import { markdownReaders } from "./markdown/readers.ts";
import { org } from "./org/org.ts";
import { pdfReader } from "./pdf/pdf.ts";
import type { Draft, Reader, Source } from "./reader.ts";

/** The readers of single documents. What is heavy to load is imported when one of them reads. */
const fileReaders: readonly Reader[] = [
  deckFile,
  deckJsonReader,
  deckCsvReader,
  ...dataReaders,
  // Before those of Markdown: labels in these are certain too, but what stands round them has other marks.
  asciidoc,
  org,
  ...markdownReaders,
  htmlReader,
  ankiPackage,
  docxReader,
  pdfReader,
];

/** All readers. */
export const readers: readonly Reader[] = [...fileReaders, ...folderReaders(readFile)];

/** Reads a file of a folder. Folders in it are no files: an archive inside an archive is not opened. */
function readFile(source: Source): Promise<Draft> {
  return chooseDraft(
    source,
    fileReaders.flatMap((reader) => readingOf(reader, source) ?? []),
  );
}

/** Their names, as `--reader` takes them. */
export const readerNames: readonly string[] = readers.map(({ name }) => name);

/**
 * Reads a document with the reader that suits it best, or with the one that is named.
 *
 * @throws VivaError VIVA_NO_QUESTIONS when no reader makes sense of it; VIVA_USAGE for a reader that does not exist or
 * reads something else than this
 */
export async function readDocument(source: Source, options: { reader?: string } = {}): Promise<Draft> {
  const fitting = readers.flatMap((reader) => readingOf(reader, source) ?? []);
  const { reader: name } = options;
  if (name === undefined) return chooseDraft(source, fitting);
  const named = fitting.find((reading) => reading.name === name);
  if (named !== undefined) return chooseDraft(source, [named], true);
  const known = readers.find((reader) => reader.name === name);
  throw new VivaError(
    "VIVA_USAGE",
    known === undefined
      ? `no reader is called "${name}": take one of ${fitting.map((reading) => reading.name).join(", ")}`
      : `${source.name}: the reader ${name} reads ${known.about}, and this is ${KINDS[source.kind]}`,
  );
}

const KINDS: Readonly<Record<Source["kind"], string>> = {
  text: "a text",
  bytes: "no text",
  folder: "a folder",
};

/** A reader with the source before it; null when it reads another kind. */
function readingOf(reader: Reader, source: Source): Reading | null {
  const { name } = reader;
  if (reader.takes === "text" && source.kind === "text") {
    return { name, sniff: () => reader.sniff(source), read: () => reader.read(source) };
  }
  if (reader.takes === "bytes" && source.kind === "bytes") {
    return { name, sniff: () => reader.sniff(source), read: () => reader.read(source) };
  }
  if (reader.takes === "folder" && source.kind === "folder") {
    return { name, sniff: () => reader.sniff(source), read: () => reader.read(source) };
  }
  return null;
}
