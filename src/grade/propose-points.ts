import { type PointId, parsePointId, slug } from "../base/index.ts";
import type { Point } from "../deck/index.ts";
import type { Gradable } from "./assessment.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import { partCode, plainText } from "./plain-text.ts";
import { tokenise } from "./tokens.ts";

const MOST_POINTS = 6;
/** A sentence of this many words with an inner joint is more than one claim. */
const LONG_SENTENCE = 14;
/** Shorter than this and a part of a sentence says too little to be judged by. */
const LEAST_WORDS = 3;
const LONGEST_TEXT = 400;

/**
 * Points for a question whose author wrote none, from its reference: list items, sentences and the joined claims of
 * long sentences; 2 to 6, or 1 when the reference says one thing. Weight 1 each. A reference of code alone gives its
 * lines. No reference gives no points.
 */
export function proposePoints(question: Pick<Gradable, "title" | "body" | "answer">): Point[] {
  const { prose, code } = partCode(question.answer);
  let claims = claimsOf(prose);
  if (claims.length === 0) claims = codeLines(code);
  if (claims.length === 0)
    claims = plainText(question.answer).split(/\n/).map(clean).filter(Boolean).slice(0, 1);
  const taken = new Set<string>();
  return joinToSix(claims).map((text, i) => ({
    id: idFor(text, i, taken),
    text: text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, "") : text,
    weight: 1,
    variants: [],
  }));
}

const ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+/;

function claimsOf(prose: string): string[] {
  const blocks: string[] = [];
  let open = "";
  const close = (): void => {
    if (open !== "") blocks.push(open);
    open = "";
  };
  for (const line of prose.split("\n")) {
    if (line.trim() === "" || /^\s*#{1,6}\s/.test(line) || /^\s*\|?[\s:|-]+\|?\s*$/.test(line)) close();
    else if (ITEM.test(line)) {
      close();
      open = line.replace(ITEM, "");
    } else open = open === "" ? line : `${open} ${line.trim()}`;
  }
  close();
  const sentences = blocks.flatMap((block) => sentencesOf(plainText(block)));
  const claims = sentences.length >= MOST_POINTS ? sentences : sentences.flatMap(partSentence);
  const worthy = claims.map(clean).filter((text) => contentWords(text) > 0);
  return [...new Set(worthy)];
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])(?<!\b(?:e\.g|i\.e|vs|etc|cf)\.)\s+|(?<=[。！？؟।])|;\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

/** Parts a sentence at a joint that has a claim on both sides. */
function partSentence(sentence: string): string[] {
  if (wordCount(sentence) < LONG_SENTENCE) return [sentence];
  const parts = sentence.split(
    /,?\s+(?=(?:while|whereas|but)\s)|,\s+(?=(?:and|so|because|which|ensuring|making|allowing|with|using)\s)|:\s+/,
  );
  const out: string[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (last !== undefined && (wordCount(part) < LEAST_WORDS || wordCount(last) < LEAST_WORDS)) {
      out[out.length - 1] = `${last}, ${part}`;
    } else out.push(part);
  }
  return out.length > 1
    ? out.map((part) => part.replace(/^(?:and|but|while|whereas|so)\s+/i, ""))
    : [sentence];
}

function codeLines(code: string): string[] {
  const lines = code.split("\n").map((line) => line.replace(/(?:^|\s)(?:#|\/\/|--)\s.*$/, "").trim());
  const worthy = lines.filter((line) => contentWords(line) > 0);
  const told = worthy.length > 0 ? worthy : lines.filter((line) => line !== "");
  return [...new Set(told.map(clean))].slice(0, MOST_POINTS);
}

/** More than six are joined to six, neighbours first, so that nothing of the reference is lost. */
function joinToSix(claims: readonly string[]): string[] {
  if (claims.length <= MOST_POINTS) return [...claims];
  const out: string[] = [];
  for (let i = 0; i < MOST_POINTS; i++) {
    const from = Math.floor((i * claims.length) / MOST_POINTS);
    const to = Math.floor(((i + 1) * claims.length) / MOST_POINTS);
    out.push(claims.slice(from, to).join(" "));
  }
  return out;
}

const clean = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[,;:]+$/, "");

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const wordCount = (text: string): number => wordsOf(text).length;
/** By role, so that "GET" counts though "get" does not. */
const contentWords = (text: string): number =>
  tokenise(text).filter((token) => token.role === "content" || token.role === "light").length;

function idFor(text: string, index: number, taken: Set<string>): PointId {
  const content = wordsOf(text).filter((word) => !FUNCTION_WORDS.has(word) && /^[a-z0-9]+$/.test(word));
  const words = slug(content.slice(0, 3).join(" "));
  const base = words === "" ? `p${index + 1}` : words;
  let id = base;
  for (let n = index + 1; taken.has(id); n++) id = `p${n}-${base}`;
  taken.add(id);
  const parsed = parsePointId(id);
  if (!parsed.ok) throw new TypeError(parsed.problem);
  return parsed.value;
}
