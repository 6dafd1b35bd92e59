import { VivaError } from "../base/index.ts";
import type { Draft, ImportWarning, Source } from "./reader.ts";
import { withTitles } from "./with-titles.ts";

/** How many readers read the whole document, and how many where none of the first finds what can be accepted. */
const MOST_READ = 3;
const MOST_TRIED = 6;
/** A sniff below this is nothing to read for. */
const FAINTEST_SNIFF = 0.12;
/** A draft this good needs no second opinion. */
const CERTAIN_QUALITY = 0.9;
/** Labels that alternate need none either, whatever stands round them: the Markdown parser stays unloaded. */
const CERTAIN_SNIFF = 0.9;
/** Drafts below this are refused; the texts that set it (licences, READMEs, logs, tables) are in choose-draft.test.ts. */
const ACCEPTED_AT = 0.45;
/** Below this, starts that were taken for questions mostly do not read like any. */
const LEAST_EVIDENCE = 0.45;
/** So little of the document in questions means that it is about something else. */
const LEAST_ACCOUNTED = 0.22;
/** One question is what a document is about only when it starts by this line: below front matter and a title. */
const LONE_WITHIN = 15;
/** Accepted drafts with less evidence, or with less of the document used, come with a warning. */
const SURE_EVIDENCE = 0.6;
const SURE_ACCOUNTED = 0.4;
/** With more of the document than this, labels are what it is written in. */
const MOSTLY_ACCOUNTED = 0.5;
/** How much more of a document, and how many times the questions, make a draft the wider one. */
const WIDER = 1.25;
const MANY_MORE = 4;

/**
 * How good a draft is, 0..1: are its questions questions (.45), is the document used up (.3), are the questions
 * answered (.25)? A list of bare questions can reach .75.
 */
export function draftQuality(draft: Draft): number {
  const count = draft.questions.length;
  if (count === 0) return 0;
  const answered = draft.questions.filter((question) => question.answer !== "").length / count;
  return 0.45 * draft.evidence + 0.3 * draft.accounted + 0.25 * answered;
}

/**
 * Whether a draft is to be taken before the best so far: what can be accepted before what cannot; the better; and what
 * a document is written in before a few labels in a part of it.
 */
function outdoes(found: Sniffed, best: Sniffed): boolean {
  const accepted = isAccepted(found.draft, found.sniff);
  if (accepted !== isAccepted(best.draft, best.sniff)) return accepted;
  return accepted && found.quality <= best.quality
    ? isPartOf(best.draft, found.draft)
    : found.quality > best.quality && !isPartOf(found.draft, best.draft);
}

/** Whether a draft holds a few questions of a part of the document, and another many of more of it. */
const isPartOf = (few: Draft, many: Draft): boolean =>
  few.accounted < MOSTLY_ACCOUNTED &&
  many.accounted >= few.accounted * WIDER &&
  many.questions.length >= few.questions.length * MANY_MORE;

/** A reader with a document before it. */
export interface Reading {
  readonly name: string;
  sniff(): number;
  read(): Promise<Draft>;
}

/**
 * Lets the readers with the best sniff read, and takes the best draft.
 *
 * @param isNamed the person named the reader, the only one given: what it finds is taken, sure or not
 * @throws VivaError VIVA_NO_QUESTIONS, one line that names the file and the shapes that are known
 */
export async function chooseDraft(
  source: Source,
  readings: readonly Reading[],
  isNamed = false,
): Promise<Draft> {
  const best = await bestDraft(readings, isNamed);
  if (
    best === null ||
    best.draft.questions.length === 0 ||
    !(isNamed || isAccepted(best.draft, best.sniff))
  ) {
    throw nothingFound(source, best?.draft ?? null);
  }
  return { ...best.draft, warnings: [...sourceWarnings(source, best.draft), ...best.draft.warnings] };
}

interface Sniffed {
  readonly draft: Draft;
  readonly quality: number;
  readonly sniff: number;
}

/** The best of what the most promising readers read; null when none of them finds anything to read for. */
export async function bestDraft(readings: readonly Reading[], isNamed = false): Promise<Sniffed | null> {
  let best: Sniffed | null = null;
  let read = 0;
  // Sniffs are taken one by one: after labels that alternate nobody else need look.
  for (const { reading, sniff } of sniffed(readings)) {
    if (sniff < FAINTEST_SNIFF && !isNamed) break;
    if (read++ >= MOST_READ && best !== null && isAccepted(best.draft, best.sniff)) break;
    const draft = withTitles(await reading.read());
    const quality = draftQuality(draft);
    const found = { draft, quality, sniff };
    if (best === null || outdoes(found, best)) best = found;
    if (quality >= CERTAIN_QUALITY || (sniff >= CERTAIN_SNIFF && draft.accounted >= MOSTLY_ACCOUNTED)) break;
  }
  return best;
}

/** The readers to read, in turn: one that is certain as soon as it is met, then the others by their sniff. */
function* sniffed(readings: readonly Reading[]): Generator<{ reading: Reading; sniff: number }> {
  const others: { reading: Reading; sniff: number }[] = [];
  for (const reading of readings) {
    const sniff = reading.sniff();
    if (sniff < CERTAIN_SNIFF) others.push({ reading, sniff });
    else yield { reading, sniff };
  }
  yield* others.toSorted((a, b) => b.sniff - a.sniff).slice(0, MOST_TRIED);
}

/** Round labels that alternate there may be any amount of page. */
const isAccepted = (draft: Draft, sniff: number): boolean =>
  draftQuality(draft) >= ACCEPTED_AT &&
  draft.evidence >= LEAST_EVIDENCE &&
  (draft.questions.length > 1 || (draft.questions[0]?.line ?? 0) <= LONE_WITHIN || sniff >= CERTAIN_SNIFF) &&
  (draft.accounted >= LEAST_ACCOUNTED || sniff >= CERTAIN_SNIFF);

const SHAPES =
  'give text with "Question:" and "Answer:" labels, Markdown (or a web page) whose questions are headings, bold lines, list items or <details>, a table with a column "question", or JSON or YAML with such fields: docs/reference/import.md has all';

function nothingFound(source: Source, nearest: Draft | null): VivaError {
  const doubt =
    nearest !== null && nearest.questions.length > 0
      ? ` (${nearest.questions.length} that could be some do not read like questions; --reader ${nearest.reader} takes them anyway)`
      : "";
  return new VivaError(
    "VIVA_NO_QUESTIONS",
    `${source.name}: no questions found in ${sizeOf(source)}${doubt}; ${SHAPES}`,
  );
}

function sizeOf(source: Source): string {
  if (source.kind === "bytes") return `${source.bytes.length} bytes that are no text`;
  if (source.kind === "folder") return source.files.length === 1 ? "1 file" : `${source.files.length} files`;
  const texts = source.lines.filter((line) => line.trim() !== "").length;
  return texts === 1 ? "1 line of text" : `${texts} lines of text`;
}

function sourceWarnings(source: Source, draft: Draft): ImportWarning[] {
  const warnings: ImportWarning[] = [];
  if (source.kind === "text" && source.encoding === "windows-1252") {
    warnings.push({
      code: "encoding-guessed",
      line: 1,
      text: "not valid UTF-8: read as Windows-1252; save it as UTF-8 if letters look wrong",
    });
  }
  if (draft.evidence < SURE_EVIDENCE || draft.accounted < SURE_ACCOUNTED) {
    warnings.push({
      code: "unsure",
      line: 1,
      text: "this may not be a document of questions: look at them first",
    });
  }
  return warnings;
}
