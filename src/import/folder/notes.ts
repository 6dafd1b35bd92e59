import { VivaError } from "../../base/index.ts";
import { decodeText } from "../decode.ts";
import type { FolderFile, ImportWarning, SourceFolder, SourceText } from "../reader.ts";

/** A file of a folder that is a text. */
export interface Note {
  readonly path: string;
  /** The folders it lies in, joined by `/`; "" at the top. */
  readonly folder: string;
  /** Its name without ending. */
  readonly stem: string;
  readonly ending: string;
  readonly source: SourceText;
}

/** The files of a folder, told apart. */
export interface FolderNotes {
  readonly notes: readonly Note[];
  /** Documents that are no text: packages, word processor files. */
  readonly others: readonly FolderFile[];
  /** README, LICENSE and the like: what is said about the collection. */
  readonly outer: readonly Note[];
  readonly refused: readonly { readonly path: string; readonly why: string }[];
}

const OUTER =
  /^(?:readme|licen[sc]e|copying|contributing|contributors|authors|changelog|changes|code[_-]of[_-]conduct|security|summary|_sidebar|_navbar|_coverpage|index|_index|template|todo|toc|notice|makefile|dockerfile|funding|pull_request_template|package|package-lock|tsconfig|_config|mkdocs|requirements)(?:[._-][a-z-]{2,8})?$/i;
const TEXTS =
  /^(?:|md|markdown|mdown|mkd|mdx|txt|text|adoc|asciidoc|asc|org|html?|xhtml|csv|tsv|json|ya?ml)$/i;
const MEDIA_OR_NOT = /^(?:docx|pdf|apkg)$/i;

const known = new WeakMap<SourceFolder, FolderNotes>();

/** Decodes the texts of a folder, once however many readers ask. */
export function notesOf(folder: SourceFolder): FolderNotes {
  const before = known.get(folder);
  if (before !== undefined) return before;
  const notes: Note[] = [];
  const outer: Note[] = [];
  const others: FolderFile[] = [];
  const refused = [...folder.refused];
  for (const file of folder.files) {
    const { path } = file;
    const name = path.slice(path.lastIndexOf("/") + 1);
    const [, stem = name, ending = ""] = /^(.+?)\.([a-z0-9]{1,8})$/i.exec(name) ?? [];
    if (MEDIA_OR_NOT.test(ending)) others.push(file);
    if (!TEXTS.test(ending)) continue;
    try {
      const note = {
        path,
        folder: path.slice(0, Math.max(0, path.length - name.length - 1)),
        stem,
        ending: ending.toLowerCase(),
        source: decodeText(name, file.bytes),
      };
      (OUTER.test(stem) ? outer : notes).push(note);
    } catch (error) {
      if (!(error instanceof VivaError)) throw error;
      refused.push({ path, why: error.code === "VIVA_FILE_EMPTY" ? "empty" : "not text" });
    }
  }
  const found = { notes, others, outer, refused };
  known.set(folder, found);
  return found;
}

/** Places that a warning names. */
const SHOWN = 5;

/** `a.md, b.md and 3 more` */
export function placesOf(paths: readonly string[]): string {
  const more = paths.length > SHOWN ? ` and ${paths.length - SHOWN} more` : "";
  return paths.slice(0, SHOWN).join(", ") + more;
}

/** One warning for every reason for which files were not taken. */
export function refusedWarnings(refused: FolderNotes["refused"]): ImportWarning[] {
  const byReason = new Map<string, string[]>();
  for (const { path, why } of refused) byReason.set(why, [...(byReason.get(why) ?? []), path]);
  return [...byReason].map(([why, paths]) => ({
    code: /link|device|leads out/.test(why) ? "rejected" : "left-out",
    line: 1,
    place: paths[0] ?? "",
    text: `${paths.length === 1 ? "1 file" : `${paths.length} files`} not read (${why}): ${placesOf(paths)}`,
  }));
}

/** A warning about files of which nothing was imported, and why; none when there are none. */
export function leftOutWarning(why: string, paths: readonly string[]): ImportWarning[] {
  const place = paths[0];
  if (place === undefined) return [];
  const files = paths.length === 1 ? "1 file" : `${paths.length} files`;
  return [{ code: "left-out", line: 1, place, text: `${files} left out (${why}): ${placesOf(paths)}` }];
}

/** The name of a file or folder as a title: `01-event_loop` gives `event loop`. */
export function titleOfName(name: string): string {
  return name
    .replace(/^\d{1,5}(?:[._ -]+|(?=\p{L}{2}))(?=\S)/u, "")
    .replace(/_+|(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The section of a file by its folders, without those that all files share. */
export function sectionsByFolder(notes: readonly { readonly folder: string }[]): (folder: string) => string {
  // A folder for every note is the note's own (its pictures lie beside it): the section is the folder round it.
  const isOwn = notes.length > 1 && new Set(notes.map(({ folder }) => folder)).size === notes.length;
  const outside = (folder: string) =>
    isOwn ? folder.slice(0, Math.max(0, folder.lastIndexOf("/"))) : folder;
  const parts = notes.map(({ folder }) =>
    outside(folder)
      .split("/")
      .filter((part) => part !== ""),
  );
  let shared = 0;
  const first = parts[0] ?? [];
  while (shared < first.length && parts.every((part) => part[shared] === first[shared])) shared++;
  return (folder) =>
    outside(folder)
      .split("/")
      .slice(shared)
      .map(titleOfName)
      .filter((title) => title !== "")
      .join(" / ");
}
