import { endsSentence, indentOf, isBlank, wordCount } from "../text/block.ts";
import { parseLabel } from "../text/labels.ts";
import { isChrome } from "../text/page-chrome.ts";

/** How the answers of a document are laid out, counted over all of it: what is unusual may be a section. */
export interface Layout {
  /** Share of answers with a line at the margin that is not their last; such lines are then nothing special. */
  readonly marginShare: number;
  /** Answers go on over several lines and never at the margin: what stands there is no answer. */
  readonly hangs: boolean;
  /** Share of answers whose last line ends a sentence. */
  readonly sentenceShare: number;
  /** Columns before the question labels. */
  readonly margin: number;
}

/** Where a candidate stands. */
export interface Surroundings {
  /** Blank lines before it; Infinity at the start of the document. */
  readonly blanksBefore: number;
  readonly blanksAfter: number;
  /** The text line above; "" when none. */
  readonly above: string;
  /** The numbers start again at 1 below it. */
  readonly restarts: boolean;
  /** The page names it above the first question too, in a menu or a table of contents. */
  readonly listed: boolean;
  /** Few answers end in a line that could be a title, so that this one is no habit of the author's. */
  readonly rare: boolean;
  /** Whether the first question stands in a section too, set out in the same way: authors are consistent. */
  readonly first: "same" | "other" | "none";
}

/** What fewer answers than this share do is unusual in a document. */
export const UNUSUAL = 0.2;

const LONGEST = 70;
const MOST_WORDS = 9;

/** What a line must reach to be a section; each clue below says what it is worth. */
export const SECTION_AT = 4;

const PART_WORD =
  /^(?:section|part|chapter|topic|module|unit|level|round|day|week|category|sección|seccion|parte|capítulo|capitulo|tema|módulo|nivel|seção|secao|nível|partie|chapitre|niveau|thème|abschnitt|teil|kapitel|thema|раздел|часть|глава|тема|уровень)(?=[\s\d]).|^第.{1,4}[章节節部分]/iu;
const COUNT =
  /\(\s*\d+(?:\s*\p{L}+)?\s*\)$|\d+\s*(?:questions|preguntas|perguntas|fragen|вопрос\p{L}*|题|問)$/iu;

/**
 * How much a line reads like the title of a section: 0 when it cannot be one (a sentence, a list item, code, page
 * furniture), else the sum of its clues.
 */
export function sectionScore(line: string, near: Surroundings, layout: Layout): number {
  if (!isTitleLike(line, layout)) return 0;
  const heading = /^#{1,6}\s/.test(line.trimStart());
  const text = sectionTitle(line);
  let score = 0;
  if (heading) score += 4;
  if (PART_WORD.test(text)) score += 3;
  if (COUNT.test(text)) score += 2;
  if (/^\s*(\*\*|__).+\1\s*$/.test(line)) score += 2;
  if (text.length > 2 && text === text.toUpperCase() && text !== text.toLowerCase()) score += 1;
  if (near.restarts) score += 3;
  if (near.listed) score += 3;
  if (near.rare) score += 2;
  if (near.first === "other") score -= 2;
  else if (near.first === "none") score -= 4;
  if (near.blanksBefore === 0 && LIST_ITEM.test(near.above)) score += 1;
  if (near.blanksBefore > 0) score += 2;
  if (near.blanksBefore > 1) score += 1;
  if (near.blanksAfter > 0) score += 1;
  if (wordCount(text) <= 4) score += 1;
  if (layout.marginShare <= UNUSUAL) score += layout.hangs ? 3 : 2;
  if (layout.sentenceShare >= 0.8) score += 1;
  else if (layout.sentenceShare < 0.5) score -= 1;
  // Right below a line that ends nothing, it may be the rest of that line, where answers do wrap to the margin.
  if (near.blanksBefore === 0 && layout.marginShare > UNUSUAL && !ends(near.above)) score -= 3;
  if (/^\p{Ll}/u.test(text)) score -= 2;
  return score;
}

/** The line without heading marks, emphasis, list number words and the colon that may end it. */
export function sectionTitle(line: string): string {
  const trimmed = line.trim();
  if (trimmed.length > LONGEST * 2) return trimmed;
  return trimmed
    .replace(/^#{1,6}\s+|\s+#+$/g, "")
    .replace(/^(?:={2,}|-{2,}|\*{3,})\s*(.*?)\s*(?:={2,}|-{2,}|\*{3,})$/, "$1")
    .replace(/^(\*\*|__)(.+)\1$/, "$2")
    .replace(/\s*[:：]$/, "")
    .trim();
}

const LIST_ITEM = /^\s*(?:[-*+•]|\d+[.)])\s/;

/** The line above a title ends something: a sentence, or an item of a list (whose wrapped lines would be set in). */
const ends = (above: string): boolean => above === "" || endsSentence(above) || LIST_ITEM.test(above);

/** Whether a line is short, at the margin, and neither a sentence, code, furniture nor a list item. */
export function isTitleLike(line: string, layout: Layout): boolean {
  if (line.length > LONGEST * 2 || indentOf(line) > layout.margin) return false;
  return couldBeTitle(line, sectionTitle(line));
}

/** A title as a table of contents may write it: without number, bullet and count, in lower case. */
export function listedForm(line: string): string {
  return sectionTitle(line)
    .replace(/^(?:[-*+•]\s+)?(?:\d+[.)]\s*)?/, "")
    .replace(/\s*\(\s*\d+[^()]*\)$/, "")
    .toLowerCase();
}

function couldBeTitle(line: string, text: string): boolean {
  if (text === "" || text.length > LONGEST || /[.!?。！？…;；,，、]$/.test(text)) return false;
  if (/^\s*(?:[-*+•>|]\s|\d+[.)]\s.*[,;]$|```|~~~|\$\s|[{}()[\]<>|])/.test(line)) return false;
  if (/[{};=<>|\\`]|\(\)|:\/\/|->|::/.test(text)) return false;
  const words = wordCount(text);
  return words > 0 && words <= MOST_WORDS && !isChrome(line) && parseLabel(line) === null;
}

/** Sums a document's layout up from the raw lines of its answers (label line first). */
export function layoutOf(answers: readonly (readonly string[])[], margin: number): Layout {
  const texts = answers.map((lines) => lines.filter((line) => !isBlank(line)));
  const count = Math.max(1, texts.length);
  // The last line before the next question may be a section: only as a sentence does it tell about answers.
  const atMargin = (lines: readonly string[]) =>
    lines.some(
      (line, i) => i > 0 && indentOf(line) <= margin && (i < lines.length - 1 || endsSentence(line)),
    );
  const marginShare = texts.filter(atMargin).length / count;
  const hangs =
    marginShare <= UNUSUAL && texts.some((lines) => lines.slice(1).some((line) => indentOf(line) > margin));
  const endOf = (lines: readonly string[]) =>
    marginShare > UNUSUAL ? lines.at(-1) : lines.findLast((line, i) => i === 0 || indentOf(line) > margin);
  const sentences = texts.filter((lines) => endsSentence(endOf(lines) ?? "")).length;
  return { marginShare, hangs, sentenceShare: sentences / count, margin };
}
