import { VivaError } from "../../base/index.ts";
import type { Draft, DraftQuestion, FolderReader, ImportWarning, Source, SourceFolder } from "../reader.ts";
import { sourceOf } from "../source.ts";
import { withDistinctMedia } from "./distinct-media.ts";
import { withMedia } from "./media.ts";
import { leftOutWarning, notesOf, refusedWarnings, titleOfName } from "./notes.ts";

const READER = "documents";

/** A document of a folder, read. */
interface Read {
  readonly path: string;
  readonly lines: number;
  readonly draft: Draft;
}

/** Reads a folder of documents, each by the reader that suits it: its path is the section, or opens its sections. */
export function documents(read: (source: Source) => Promise<Draft>): FolderReader {
  return {
    takes: "folder",
    name: READER,
    about: "a folder of documents with several questions each",
    sniff: (folder) =>
      notesOf(folder).notes.length + notesOf(folder).others.length + notesOf(folder).outer.length > 0
        ? 0.5
        : 0,
    read: async (folder) => withMedia(await readAll(folder, read), folder),
  };
}

async function readAll(folder: SourceFolder, read: (source: Source) => Promise<Draft>): Promise<Draft> {
  const { notes, outer, others, refused } = notesOf(folder);
  const found: Read[] = [];
  const without: string[] = [];
  const outside: string[] = [];
  const rejected: ImportWarning[] = [];
  let lines = 0;
  const take = async (path: string, source: () => Source, empty: string[], counts: boolean) => {
    let size = 1;
    try {
      const document = source();
      size = document.kind === "text" ? document.lines.length : 1;
      const draft = await read(document);
      found.push({ path, lines: size, draft });
      lines += size;
    } catch (error) {
      if (!(error instanceof VivaError)) throw error;
      if (counts) lines += size;
      if (error.code === "VIVA_NO_QUESTIONS") empty.push(path);
      else rejected.push({ code: "rejected", line: 1, place: path, text: error.message });
    }
  };
  for (const { path, source } of notes) await take(path, () => ({ kind: "text", ...source }), without, true);
  for (const { path, bytes } of others)
    await take(path, () => sourceOf(path.replace(/^.*\//, ""), bytes), without, true);
  for (const { path, source } of outer) await take(path, () => ({ kind: "text", ...source }), outside, false);
  const distinct = withDistinctMedia(found);
  const questions = questionsOf(distinct);
  const weigh = (of: (draft: Draft) => number, by: (each: Read) => number, sum: number) =>
    sum === 0 ? 0 : found.reduce((total, each) => total + of(each.draft) * by(each), 0) / sum;
  const media = new Map(
    distinct.flatMap(({ draft }) => (draft.media ?? []).map((each) => [each.name, each])),
  );
  return {
    reader: READER,
    questions,
    warnings: [
      ...merged(found),
      ...rejected,
      ...leftOutWarning("no questions found in them", without),
      ...leftOutWarning("about the collection", outside),
      ...refusedWarnings(refused),
    ],
    evidence: weigh(
      ({ evidence }) => evidence,
      ({ draft }) => draft.questions.length,
      questions.length,
    ),
    accounted: weigh(
      ({ accounted }) => accounted,
      (each) => each.lines,
      lines,
    ),
    ...(media.size === 0 ? {} : { media: [...media.values()] }),
  };
}

function questionsOf(found: readonly Read[]): DraftQuestion[] {
  const prefixes = prefixesOf(found.map(({ path }) => path));
  return found.flatMap(({ path, draft }, i) => {
    const prefix = found.length > 1 ? (prefixes[i] ?? "") : "";
    return draft.questions.map((question) => {
      const { section } = question;
      const isSaid = section === "" || section.toLowerCase() === prefix.toLowerCase();
      const place = question.place === undefined ? path : `${path}: ${question.place}`;
      return {
        ...question,
        place,
        section: isSaid ? prefix || section : [prefix, section].filter(Boolean).join(" / "),
      };
    });
  });
}

/** The path of each file as a title, without the folders that all share; `sql/README.md` is called by its folder. */
function prefixesOf(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.replace(/\.[a-z0-9]{1,8}$/i, "").split("/"));
  let shared = 0;
  while (
    parts.length > 0 &&
    parts.every((part) => part.length > shared + 1 && part[shared] === parts[0]?.[shared])
  )
    shared++;
  return parts.map((part) => {
    const own = part.slice(shared).map(titleOfName);
    if (own.length > 1 && /^(?:readme|index)$/i.test(own.at(-1) ?? "")) own.pop();
    return own.filter((title) => title !== "").join(" / ");
  });
}

/** Warnings of one kind in many files are one, at the first. */
function merged(found: readonly Read[]): ImportWarning[] {
  const byCode = new Map<string, { warning: ImportWarning; count: number }>();
  for (const { path, draft } of found) {
    for (const warning of draft.warnings) {
      const known = byCode.get(warning.code);
      const place = warning.place === undefined ? path : `${path}: ${warning.place}`;
      if (known === undefined)
        byCode.set(warning.code, {
          warning: { ...warning, place, text: `${path}: ${warning.text}` },
          count: 1,
        });
      else known.count++;
    }
  }
  return [...byCode.values()].map(({ warning, count }) =>
    count === 1
      ? warning
      : { ...warning, text: `${warning.text} (and ${count - 1} more of this kind in the folder)` },
  );
}
