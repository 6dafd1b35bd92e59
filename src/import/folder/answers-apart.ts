import { VivaError } from "../../base/index.ts";
import { cleanBlock } from "../markdown/answer.ts";
import type { Draft, DraftQuestion, FolderReader, ImportWarning, Source, SourceFolder } from "../reader.ts";
import { FenceTracker } from "../text/block.ts";
import { answerPieces } from "./answer-pieces.ts";
import { joinAnswers } from "./join-answers.ts";
import { withMedia } from "./media.ts";
import { openingHeading, readNote } from "./note-question.ts";
import { leftOutWarning, type Note, notesOf, placesOf, refusedWarnings, sectionsByFolder } from "./notes.ts";

const READER = "answers-apart";

const QUESTION =
  "questions?|preguntas?|perguntas?|questões|questoes|fragen?|domande|domanda|вопросы?|题目|问题|問題|質問";
const ANSWER =
  "answers?|solutions?|respuestas?|respostas?|soluciones|réponses?|reponses?|antworten?|lösungen|risposte|risposta|ответы?|答案|解答|解説";
const whole = (words: string) => new RegExp(`^(?:${words})$`, "iu");
const WORD = { question: whole(QUESTION), answer: whole(ANSWER) };
const ATTACHED = {
  question: new RegExp(`^(?:(.+)[._-](?:${QUESTION}|q)|(?:${QUESTION}|q)[._-]?(\\d.*|(?<=[._-]).+))$`, "iu"),
  answer: new RegExp(`^(?:(.+)[._-](?:${ANSWER}|a)|(?:${ANSWER}|a)[._-]?(\\d.*|(?<=[._-]).+))$`, "iu"),
};
type Role = keyof typeof WORD;

/** A file of questions and the file of their answers. */
interface Pair {
  readonly question: Note;
  /** Null where it is missing. */
  readonly answer: Note | null;
  /** The folder of the pair, without the one that says "questions". */
  readonly folder: string;
}

/** Share of the notes that must be part of a pair. */
const MOSTLY = 0.5;

/** Reads questions and answers that lie in files of their own; `read` reads a file of several questions. */
export function answersApart(read: (source: Source) => Promise<Draft>): FolderReader {
  return {
    takes: "folder",
    name: READER,
    about: "a folder with questions and answers in files of their own",
    sniff(folder) {
      const pairs = pairsOf(folder).filter(({ answer }) => answer !== null);
      return pairs.length > 0 && pairs.length * 2 >= notesOf(folder).notes.length * MOSTLY ? 0.97 : 0;
    },
    read: async (folder) => withMedia(await readPairs(folder, read), folder),
  };
}

async function readPairs(folder: SourceFolder, read: (source: Source) => Promise<Draft>): Promise<Draft> {
  const pairs = pairsOf(folder);
  const sectionOf = sectionsByFolder(pairs);
  const questions: DraftQuestion[] = [];
  const warnings: ImportWarning[] = [];
  let evidence = 0;
  for (const pair of pairs) {
    const found = await readPair(pair, read);
    const folderTitle = sectionOf(pair.folder);
    for (const question of found.questions) {
      const section = [folderTitle, question.section].filter((title) => title !== "").join(" / ");
      questions.push({ ...question, section, place: pair.question.path });
    }
    evidence += found.evidence * found.questions.length;
    warnings.push(...found.warnings);
  }
  const { notes, outer, others, refused } = notesOf(folder);
  const paired = new Set(
    pairs.flatMap(({ question, answer }) => [question.path, ...(answer === null ? [] : [answer.path])]),
  );
  const left = [...notes, ...others].map(({ path }) => path).filter((path) => !paired.has(path));
  return {
    reader: READER,
    questions,
    warnings: [
      ...warnings,
      ...leftOutWarning("no questions, and no answers to one", [...left, ...outer.map(({ path }) => path)]),
      ...refusedWarnings(refused),
    ],
    evidence: questions.length === 0 ? 0 : evidence / questions.length,
    accounted: paired.size / Math.max(1, notes.length + others.length),
  };
}

type Found = Pick<Draft, "questions" | "warnings" | "evidence">;

async function readPair(
  { question, answer }: Pair,
  read: (source: Source) => Promise<Draft>,
): Promise<Found> {
  const draft = await read({ kind: "text", ...question.source }).catch((error: unknown) => {
    if (error instanceof VivaError) return null;
    throw error;
  });
  const pieces = answer === null ? [] : answerPieces(answer.source.lines);
  if (draft !== null && answer !== null && (draft.questions.length > 1 || pieces.length > 1)) {
    const joined = joinAnswers(draft.questions, pieces);
    const loose = joined.loose.map(({ line }) => `line ${line}`);
    const warnings: ImportWarning[] = draft.warnings.map((each) => ({ ...each, place: question.path }));
    if (loose.length > 0) {
      warnings.push({
        code: "rejected",
        line: joined.loose[0]?.line ?? 1,
        place: answer.path,
        text: `${loose.length} answers in ${answer.path} belong to no question of ${question.path}: ${placesOf(loose)}`,
      });
    }
    return { questions: joined.questions, warnings, evidence: draft.evidence };
  }
  const note = await readNote(question, true);
  if (note === null)
    return {
      questions: [],
      warnings: leftOutWarning("nothing to ask in it", [question.path]),
      evidence: 0,
    };
  const { body, answer: below } = note.question;
  const prompt = [body, below].filter((text) => text !== "").join("\n\n");
  const whole = {
    ...note.question,
    section: note.section,
    body: prompt,
    answer: answer === null ? "" : answerOf(answer),
  };
  // Two files that lie side by side say more than words do.
  return { questions: [whole], warnings: [], evidence: Math.max(0.8, note.likeness) };
}

/** A file with one answer, without the heading that repeats the question. */
function answerOf({ source }: Note): string {
  const heading = openingHeading(source.lines, 0);
  const fences = new FenceTracker();
  const region = source.lines.map((text) => ({ text, code: fences.take(text) }));
  return cleanBlock(region.slice(heading === null ? 0 : heading.at + 1));
}

function pairsOf(folder: SourceFolder): Pair[] {
  const found: Record<Role, Map<string, { note: Note; folder: string }>> = {
    question: new Map(),
    answer: new Map(),
  };
  for (const note of notesOf(folder).notes) {
    for (const role of ["question", "answer"] as const) {
      const place = placeIn(note, role);
      if (place !== null && !found[role].has(place.key))
        found[role].set(place.key, { note, folder: place.folder });
    }
  }
  return [...found.question].flatMap(([key, { note: question, folder: own }]) => {
    const answer = found.answer.get(key)?.note ?? null;
    return answer === question ? [] : [{ question, answer, folder: own }];
  });
}

/** What a note has in common with its counterpart: its folder and name without the word that says which it is. */
function placeIn(note: Note, role: Role): { key: string; folder: string } | null {
  const folders = note.folder.split("/").filter((part) => part !== "");
  const attached = ATTACHED[role].exec(note.stem);
  const at = folders.findLastIndex((part) => WORD[role].test(part));
  if (at >= 0) {
    const folder = folders.filter((_, i) => i !== at).join("/");
    const stem = (attached?.[1] ?? attached?.[2] ?? note.stem).replace(/^0+(?=\d)/, "");
    return { key: `${folder}/${stem}`.toLowerCase(), folder };
  }
  if (WORD[role].test(note.stem)) return { key: `${note.folder}/`.toLowerCase(), folder: note.folder };
  const stem = attached?.[1] ?? attached?.[2];
  return stem === undefined ? null : { key: `${note.folder}/${stem}`.toLowerCase(), folder: note.folder };
}
