import { VivaError } from "../../base/index.ts";
import { bestDraft } from "../choose-draft.ts";
import { LARGEST_DOCUMENT } from "../decode.ts";
import type { BytesReader, Draft, FolderFile, FolderReader, SourceBytes, SourceFolder } from "../reader.ts";
import { openZip, type ZipEntry } from "../unzip.ts";
import { byPath, FOLDER_BOUNDS, isPassedOver, refusalOf } from "./bounds.ts";
import { zipNames } from "./zip-names.ts";

const READER = "zip";

/** Archives that are a document of some program: what it is, and what to do. Told by a name inside. */
const PROGRAMS: readonly { readonly name: RegExp; readonly what: string }[] = [
  { name: /^xl\/workbook\./, what: "an Excel workbook: save its sheet as CSV and import that" },
  {
    name: /^ppt\/presentation\./,
    what: "a PowerPoint presentation: save it as PDF or copy its text into a file",
  },
  { name: /^data\.(?:edn|json)$/, what: "a Mochi deck: export it as Markdown or as an Anki package" },
  { name: /^META-INF\/container\.xml$/, what: "an e-book: save its text as HTML or Markdown" },
  { name: /^META-INF\/manifest\.xml$/, what: "an OpenDocument file: save it as .docx, a spreadsheet as CSV" },
  {
    name: /^Index\/Document\.iwa$/,
    what: "a document of Pages, Numbers or Keynote: export it as Word, CSV or PDF",
  },
  { name: /^META-INF\/MANIFEST\.MF$/, what: "a Java archive: it holds programs" },
];

/** What readers of packages take. */
const OTHERS = /^(?:collection\.anki(?:2|21|21b)|word\/document\.xml)$/;

/** Reads an archive of files in memory as the folder that it was. */
export function zipArchive(readers: readonly FolderReader[]): BytesReader {
  return {
    takes: "bytes",
    name: READER,
    about: "a zip archive of documents",
    sniff({ bytes }) {
      if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return 0;
      return zipNames(bytes).some((name) => OTHERS.test(name)) ? 0 : 0.6;
    },
    async read(source) {
      const folder = await folderOf(source);
      const found = await bestDraft(
        readers.map(({ name, sniff, read }) => ({
          name,
          sniff: () => sniff(folder),
          read: () => read(folder),
        })),
      );
      const empty: Draft = { reader: READER, questions: [], warnings: [], evidence: 0, accounted: 0 };
      return { ...(found?.draft ?? empty), reader: READER };
    },
  };
}

async function folderOf({ name, bytes }: SourceBytes): Promise<SourceFolder> {
  const archive = await openZip(name, bytes);
  const program = PROGRAMS.find((each) => archive.entries.some((entry) => each.name.test(entry.name)));
  if (program !== undefined) {
    throw new VivaError("VIVA_NOT_TEXT", `${name} is ${program.what}; nothing imported`);
  }
  const files: FolderFile[] = [];
  const refused: { path: string; why: string }[] = [];
  const taken = new Set<string>();
  let size = 0;
  for (const entry of archive.entries) {
    if (entry.folder) continue;
    const { path, why } = placeOf(entry);
    if (path === null) continue;
    if (why !== null || taken.has(path)) {
      refused.push({ path, why: why ?? "named like another" });
      continue;
    }
    if (files.length >= FOLDER_BOUNDS.files) throw FOLDER_BOUNDS.tooMany(name);
    const unpacked = await archive.unpack(entry);
    size += unpacked.length;
    if (size > FOLDER_BOUNDS.bytes) throw FOLDER_BOUNDS.tooLarge(name);
    taken.add(path);
    files.push({ path, bytes: unpacked });
  }
  return { name: name.replace(/\.zip$/i, ""), files: files.toSorted(byPath), refused };
}

/** Where a file of an archive lies, safely; `path` is null for what is passed over, `why` says why it is not taken. */
function placeOf(entry: ZipEntry): { path: string | null; why: string | null } {
  const written = entry.name.replaceAll("\\", "/");
  const shown = shownName(written);
  const parts = written.split("/").filter((part) => part !== "" && part !== ".");
  if (/^(?:\/|[a-z]:)/i.test(written) || parts.includes("..") || written.includes("\0")) {
    return { path: shown, why: "leads out of the archive" };
  }
  if (entry.special) return { path: shown, why: "a link or a device" };
  if (parts.length === 0 || parts.some(isPassedOver)) return { path: null, why: null };
  const path = parts.join("/");
  if (parts.length > FOLDER_BOUNDS.depth)
    return { path: shown, why: `deeper than ${FOLDER_BOUNDS.depth} folders` };
  if (entry.size > LARGEST_DOCUMENT.bytes) return { path: shown, why: "larger than 20 MB" };
  return { path, why: refusalOf(path) };
}

/** A name for messages: no control characters, not endless. */
const shownName = (name: string): string => name.replace(/\p{Cc}/gu, "?").slice(0, 120);
