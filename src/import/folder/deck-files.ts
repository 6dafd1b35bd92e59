import { VivaError } from "../../base/index.ts";
import {
  DECK_FILE,
  type DeckInfo,
  decodeDeckText,
  type Problem,
  parseDeckFile,
  parseQuestion,
} from "../../deck/index.ts";
import { deckNameFor } from "../deck-name.ts";
import type { Draft, DraftQuestion, FolderReader, ImportWarning, SourceText, TextReader } from "../reader.ts";
import { withMedia } from "./media.ts";
import { type FolderNotes, leftOutWarning, notesOf, refusedWarnings } from "./notes.ts";

/** Characters in which the front matter of a deck file ends. */
const LOOKED_AT = 4000;
/** Our front matter: an id that can be one of ours, then the question as the only title. */
const DECK_QUESTION =
  /^---\n(?:[^\n]*\n){0,40}?id:[ \t]*["']?[a-z0-9]+(?:-[a-z0-9]+)*["']?[ \t]*\n(?:[^\n]*\n){0,40}?---\s*\n+ {0,3}# +\S/;
/** Headings that only a deck file has: with one of them, what is wrong in it is said instead of reading it as notes. */
const OURS = /^## (?:Points|Misconceptions|Follow-ups)\s*$/m;
const ANSWER = /^## Answer\s*$/m;

const isDeckQuestion = (text: string): boolean =>
  DECK_QUESTION.test(text.slice(0, LOOKED_AT)) &&
  (OURS.test(text) || ANSWER.test(text) || !/^##? /m.test(text.replace(/^# /m, "")));

/** Share of the notes of a folder that are deck files when the folder is a deck. */
const MOSTLY = 0.5;

/** A folder that is a deck already: every question keeps its id, its points and all the rest. */
export const deckFolder: FolderReader = {
  takes: "folder",
  name: "deck-folder",
  about: "a folder of deck files",
  sniff(folder) {
    const { notes } = notesOf(folder);
    const ours = notes.filter(({ source }) => isDeckQuestion(source.text)).length;
    return ours > 0 && ours >= questionNotes(notesOf(folder)).length * MOSTLY ? 0.98 : 0;
  },
  async read(folder) {
    const found = notesOf(folder);
    const notes = questionNotes(found);
    const bytes = new Map(folder.files.map((file) => [file.path, file.bytes]));
    const questions: DraftQuestion[] = [];
    const warnings: ImportWarning[] = [];
    for (const { path } of notes) {
      const text = decodeDeckText(path, bytes.get(path) ?? new Uint8Array());
      const read = text.ok ? wholeQuestion(path, text.text) : text;
      if (read.ok) questions.push({ ...read.question, place: path });
      else warnings.push(rejected(path, read.problems));
    }
    const about = found.notes.find(({ path }) => isDeckInfo(path));
    const deck =
      about === undefined ? null : parseDeckFile(about.path, about.source.text, deckNameFor(folder.name));
    for (const problem of deck?.problems ?? []) warnings.push(rejected(problem.file, [problem]));
    const draft: Draft = {
      reader: "deck-folder",
      questions,
      warnings: [
        ...warnings,
        ...leftOutWarning("no questions", [
          ...found.outer.map(({ path }) => path),
          ...found.others.map(({ path }) => path),
        ]),
        ...refusedWarnings(found.refused),
      ],
      evidence: 1,
      accounted: notes.length === 0 ? 0 : questions.length / notes.length,
      ...(deck === null ? {} : { info: infoOf(deck.info) }),
    };
    return withMedia(draft, folder);
  },
};

/** One deck file by itself. */
export const deckFile: TextReader = {
  takes: "text",
  name: "deck-file",
  about: "a question in the form of a deck file",
  sniff: (source) => (isDeckQuestion(source.text) ? 0.98 : 0),
  async read({ name, text }: SourceText) {
    const read = wholeQuestion(name, text);
    const empty = { reader: "deck-file", questions: [], warnings: [], evidence: 0, accounted: 0 };
    if (read.ok) return { ...empty, questions: [read.question], evidence: 1, accounted: 1 };
    if (!OURS.test(text)) return empty;
    const [first] = read.problems;
    throw new VivaError(
      "VIVA_FILE_UNREADABLE",
      `${name}:${first?.line ?? 1}: ${first?.text ?? "not in form"}: nothing imported; correct it (viva lint says all)`,
    );
  },
};

const isDeckInfo = (path: string): boolean => path.split("/").at(-1) === DECK_FILE;

function questionNotes({ notes }: FolderNotes) {
  return notes.filter(({ path, ending }) => ending === "md" && !isDeckInfo(path));
}

function wholeQuestion(
  path: string,
  text: string,
): { ok: true; question: DraftQuestion } | { ok: false; problems: readonly Problem[] } {
  const read = parseQuestion(path, text);
  if (!read.ok) return read;
  const { question, lines } = read;
  const { section, title, body, answer, tags, level } = question;
  const plain = { section, title, body, answer, number: null, line: lines.get(question) ?? 1, tags };
  return { ok: true, question: { ...plain, ...(level === null ? {} : { level }), whole: question } };
}

function rejected(path: string, problems: readonly Problem[]): ImportWarning {
  const [first] = problems;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more: viva lint says all)` : "";
  return {
    code: "rejected",
    line: first?.line ?? 1,
    place: path,
    text: `${path}: ${first?.text ?? "not in form"}${more}`,
  };
}

function infoOf({
  title,
  licence,
  language,
  sections,
  terms,
  text,
}: DeckInfo): Partial<Omit<DeckInfo, "name">> {
  return { title, licence, language, sections, terms, text };
}
