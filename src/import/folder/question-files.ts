import { allSigns } from "../markdown/signs.ts";
import type { Draft, DraftQuestion, FolderReader, SourceFolder } from "../reader.ts";
import { saysQuestions } from "../text/question-document.ts";
import { questionLikeness } from "../text/question-words.ts";
import { inOneLanguage } from "./languages.ts";
import { withMedia } from "./media.ts";
import { openingHeading, readNote } from "./note-question.ts";
import {
  leftOutWarning,
  type Note,
  notesOf,
  refusedWarnings,
  sectionsByFolder,
  titleOfName,
} from "./notes.ts";

const READER = "question-files";

/** Endings of notes. */
const isNote = ({ ending }: Note): boolean => /^(?:|md|markdown|mdown|mkd|mdx|txt|text)$/.test(ending);

/** A note of one question may hold a few signs of others: a rhetorical heading, a quiz in its answer. */
const MOST_SIGNS = 2;
/** Share of the notes that must hold one question, and that must ask. */
const SINGLE_SHARE = 0.8;
const ASKING_SHARE = 0.4;

/** Reads a folder whose files hold one question each: the folder is the section. */
export const questionFiles: FolderReader = {
  takes: "folder",
  name: READER,
  about: "a folder with one question a file",
  sniff,
  async read(folder) {
    const found = notesOf(folder);
    const { notes, warnings } = inOneLanguage(found.notes.filter(isNote));
    const sectionOf = sectionsByFolder(notes);
    const questions: DraftQuestion[] = [];
    const titleless: string[] = [];
    let likeness = 0;

    for (const note of notes) {
      const read = await readNote(note);
      if (read === null) {
        titleless.push(note.path);
        continue;
      }
      const least = saysItsQuestion(note) ? 0.8 : looksLikeNote(folder, note) ? 0.6 : 0;
      likeness += Math.max(read.likeness, least);

      questions.push({ ...read.question, section: sectionOf(note.folder) || read.section });
    }
    const others = [...found.others, ...found.notes.filter((note) => !isNote(note))].map(({ path }) => path);
    const draft: Draft = {
      reader: READER,
      questions,
      warnings: [
        ...warnings,
        ...leftOutWarning("nothing to ask in them", titleless),
        ...leftOutWarning(
          "about the collection",
          found.outer.map(({ path }) => path),
        ),
        ...leftOutWarning("of another kind than the questions: import them by themselves", others),
        ...refusedWarnings(found.refused),
      ],
      evidence: questions.length === 0 ? 0 : likeness / questions.length,
      accounted: notes.length === 0 ? 0 : questions.length / (notes.length + others.length),
    };
    return withMedia(draft, folder);
  },
};

/** The front matter has a key for the question: there is one, whatever else the note holds. */
const saysItsQuestion = ({ source }: Note): boolean =>
  /^---\s*\n(?:[^\n]*\n){0,20}?(?:question|pregunta|pergunta|frage|вопрос|问题)\s*:\s*\S/.test(
    source.text.slice(0, 2000),
  );

/** The collection calls itself questions, or the note says how hard it is. */
function looksLikeNote(folder: SourceFolder, note: Note): boolean {
  return (
    saysQuestions(`${folder.name} ${note.folder}`) ||
    /^(?:difficulty|level|tags)\s*:/m.test(note.source.text.slice(0, 1000))
  );
}

function sniff(folder: SourceFolder): number {
  const notes = notesOf(folder).notes.filter(isNote);
  if (notes.length < 2) return 0;
  let single = 0;
  let asking = 0;
  for (const note of notes) {
    const { source, stem } = note;
    if (saysItsQuestion(note)) {
      asking++;
      single++;
      continue;
    }
    const heading = openingHeading(source.lines, frontEnd(source.lines));
    const title = /^(?:title|question)\s*:\s*(.+)$/m.exec(source.text.slice(0, 1000))?.[1] ?? "";
    const asks = [title, heading?.text ?? "", titleOfName(stem)].some(
      (text) => questionLikeness(text) >= 0.5,
    );
    if (asks || looksLikeNote(folder, note)) asking++;
    const labels = source.text.match(/^(?:#{1,6} *)?(?:\*\*)?(?:Q|Question|\d{1,4})[.:)]/gim)?.length ?? 0;
    if (Math.max(allSigns(source), labels) <= MOST_SIGNS + (asks ? 1 : 0)) single++;
  }
  if (single < notes.length * SINGLE_SHARE || asking < notes.length * ASKING_SHARE) return 0;
  return Math.min(0.95, 0.6 + (0.4 * asking) / notes.length);
}

/** The line below front matter; without reading it. */
function frontEnd(lines: readonly string[]): number {
  if (!/^(?:---|\+\+\+)\s*$/.test(lines[0] ?? "")) return 0;
  return (
    Math.max(
      0,
      lines.findIndex((line, at) => at > 0 && line.trimEnd() === lines[0]?.trimEnd()),
    ) + 1
  );
}
