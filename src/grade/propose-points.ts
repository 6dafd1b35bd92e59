import { type PointId, parsePointId, slug } from "../base/index.ts";
import type { Point } from "../deck/index.ts";
import type { Gradable } from "./assessment.ts";
import {
  type Candidate,
  candidatesOf,
  clean,
  contentWords,
  stemsOf,
  wordCount,
  wordsOf,
} from "./claims-of.ts";
import { wantedOf } from "./enough-of.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import { markCode, plainText } from "./plain-text.ts";
import { blocksOf } from "./reference-blocks.ts";

const MOST_POINTS = 6;
/** Of those that any few are wanted of, each is a point of its own, up to so many. */
const MOST_LISTED = 12;
/** A sentence of this many words with an inner joint is more than one claim. */
const LONG_SENTENCE = 14;
/** One of more words than this is no sentence. */
const LONGEST_SENTENCE = 200;
/** Shorter than this and a part of a sentence says too little to be judged by. */
const LEAST_WORDS = 3;
/** Items of so few words are names, told several at a time. */
const NAME_WORDS = 4;
const LONGEST_TEXT = 400;

/**
 * Points for a question whose author wrote none, from its reference: list items, rows, sentences and the joined claims
 * of long sentences; 2 to 6, or 1 when the reference says one thing. Weight 1 each; examples and notes are a bonus.
 * Of a longer reference the most central claims are taken. What a question wants any few of ("name three of") is a
 * point each, up to 12. A reference of code alone gives its lines. No reference gives no points.
 */
export function proposePoints(question: Pick<Gradable, "title" | "body" | "answer">): Point[] {
  const { lines, isCode } = markCode(question.answer);
  const prompt = new Set(stemsOf(plainText(question.title)));
  const blocks = blocksOf(lines, isCode);
  const whole = candidatesOf(blocks, prompt, (sentence) => [sentence]);
  let claims = pickListed(question, whole);
  if (claims.length === 0) {
    const parted = whole.length < MOST_POINTS ? candidatesOf(blocks, prompt, partSentence) : whole;
    claims = choose(parted.length > MOST_POINTS ? whole : parted);
  }
  if (claims.length === 0) claims = codeLines(lines.filter((_, at) => isCode[at] === true)).map(essential);
  if (claims.length === 0) {
    const any = plainText(question.answer).split(/\n/).map(clean).filter(Boolean);
    claims = any.slice(0, 1).map(essential);
  }
  const taken = new Set<string>();
  return claims.map(({ text, isAside }, i) => ({
    id: idFor(text, i, taken),
    text: text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, "") : text,
    weight: isAside ? "bonus" : 1,
    variants: [],
  }));
}

type Claim = Pick<Candidate, "text" | "isAside">;

const essential = (text: string): Claim => ({ text, isAside: false });

/** What a question wants some of: the items of the reference's list, or of its enumeration, else its sentences. */
function pickListed(question: Pick<Gradable, "title" | "body">, claims: readonly Candidate[]): Claim[] {
  const wanted = wantedOf(question);
  if (wanted === null) return [];
  const main = claims.filter(({ isAside }) => !isAside);
  const texts = (some: readonly Candidate[]) => [...new Set(some.map(({ text }) => text))];
  const found = [texts(main.filter(({ isListed }) => isListed)), enumerated(main, wanted), texts(main)];
  const items = found.find((list) => list.length > wanted) ?? [];
  return items.slice(0, MOST_LISTED).map(essential);
}

/** "GET, PUT, PATCH and DELETE" in the first sentence that lists more than are wanted. */
function enumerated(claims: readonly Candidate[], wanted: number): string[] {
  for (const { text } of claims) {
    const head = /^(?:[^:]*:|.*?\b(?:are|include|includes|like|such as|is)\b)/is.exec(text)?.[0] ?? "";
    const items = text
      .slice(head.length)
      .replace(/[.!]$/, "")
      .split(/\s*[,、，;]\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+/)
      .map(clean)
      .filter((item) => contentWords(item) > 0);
    const longest = head === "" ? NAME_WORDS : 2 * NAME_WORDS;
    if (items.length > wanted && items.every((item) => wordCount(item) <= longest)) return items;
  }
  return [];
}

/** At most six: essential claims first, by how central they are; asides where there is room. In their order. */
function choose(all: readonly Candidate[]): Claim[] {
  const seen = new Set<string>();
  const claims = all.filter(({ text }) => !seen.has(text) && seen.add(text));
  const main = claims.filter(({ isAside }) => !isAside);
  // Asides alone are what there is to say.
  if (main.length === 0) return claims.slice(0, MOST_POINTS).map(({ text }) => essential(text));
  const isName = (claim: Candidate) => claim.isListed && wordCount(claim.text) <= NAME_WORDS;
  const names = main.filter(isName);
  if (names.length > MOST_POINTS) {
    if (names.length >= main.length - 2) return joinToSix(main.map(({ text }) => text)).map(essential);
    // A long list of names beside what is said of them is one claim, told by its first few.
    const first = names[0];
    const joined = names
      .slice(0, MOST_POINTS)
      .map(({ text }) => text)
      .join(", ");
    return choose(
      all.flatMap((claim) => (claim === first ? { ...claim, text: joined } : isName(claim) ? [] : claim)),
    );
  }
  const joined = joinWithin(main);
  const chosen = new Set(central(joined));
  const asides = claims.filter(({ isAside }) => isAside).slice(0, MOST_POINTS - chosen.size);
  return [...joined.filter((claim) => chosen.has(claim)), ...asides];
}

/** Two claims are joined up to this many words. */
const LONGEST_JOINED = 45;

/** More than six claims: neighbours of one paragraph or item are joined, the shortest first, so that less is lost. */
function joinWithin(claims: readonly Candidate[]): Candidate[] {
  const out = [...claims];
  while (out.length > MOST_POINTS) {
    let at = -1;
    let least = LONGEST_JOINED + 1;
    for (let i = 0; i + 1 < out.length; i++) {
      const [one, two] = [out[i], out[i + 1]];
      if (one === undefined || two === undefined || one.block !== two.block) continue;
      const words = wordCount(one.text) + wordCount(two.text);
      if (words >= least) continue;
      at = i;
      least = words;
    }
    const [one, two] = [out[at], out[at + 1]];
    if (one === undefined || two === undefined) break;
    const rank = Math.max(one.rank, two.rank);
    out.splice(at, 2, { ...one, text: `${one.text} ${two.text}`, rank });
  }
  return out;
}

/** A further claim of the same paragraph or item counts for less, so that no part of an answer is passed over. */
const SAME_BLOCK = 0.6;

/** The six most central claims. */
function central(claims: readonly Candidate[]): Candidate[] {
  const open = new Set(claims);
  const taken = new Map<number, number>();
  const out: Candidate[] = [];
  while (out.length < MOST_POINTS && open.size > 0) {
    let best: Candidate | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (const claim of open) {
      const rank = claim.rank - SAME_BLOCK * (taken.get(claim.block) ?? 0);
      if (rank <= most) continue;
      best = claim;
      most = rank;
    }
    if (best === null) break;
    open.delete(best);
    taken.set(best.block, (taken.get(best.block) ?? 0) + 1);
    out.push(best);
  }
  return out;
}

/** Parts a sentence at a joint that has a claim on both sides. */
function partSentence(sentence: string): string[] {
  const words = wordCount(sentence);
  if (words < LONG_SENTENCE || words > LONGEST_SENTENCE) return [sentence];
  const parts = sentence.split(
    /,?\s+(?=(?:while|whereas|but)\s)|,\s+(?=(?:and|so|because|which|ensuring|making|allowing|with|using)\s)|:\s+/,
  );
  const out: string[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    const isShort = wordCount(part) < LEAST_WORDS || (last !== undefined && wordCount(last) < LEAST_WORDS);
    if (last !== undefined && (isShort || isListEnd(last, part))) {
      out[out.length - 1] = `${last}, ${part}`;
    } else out.push(part);
  }
  return out.length > 1
    ? out.map((part) => part.replace(/^(?:and|but|while|whereas|so)\s+/i, ""))
    : [sentence];
}

/** The last item of "one, two, and three" is no claim of its own. */
function isListEnd(last: string, part: string): boolean {
  const bare = last.replace(/\([^()]*\)/g, "");
  const comma = bare.lastIndexOf(",");
  return /^and\s+(?!then\b)/i.test(part) && comma !== -1 && wordCount(bare.slice(comma)) <= NAME_WORDS;
}

/** Lines that only set the stage, or close what others opened. */
const STAGE =
  /^(?:import\b|from\b.*\bimport\b|#include\b|using\b.*;|package\b|require\(|"use strict"|<\?php|#!)/;

function codeLines(code: readonly string[]): string[] {
  const lines = code
    .filter((line) => !/^\s*(?:```|~~~)/.test(line))
    .map((line) => line.replace(/(?:^|\s)(?:#|\/\/|--)\s.*$/, "").trim());
  const worthy = lines.filter((line) => contentWords(line) > 0);
  const own = worthy.filter((line) => !STAGE.test(line));
  const rich = own.filter((line) => contentWords(line) > 1);
  const told =
    [rich.length > 1 ? rich : own, worthy, lines.filter((line) => line !== "")].find(
      (list) => list.length > 0,
    ) ?? [];
  return [...new Set(told.map(clean))].slice(0, MOST_POINTS);
}

/** More than six names are joined to six, neighbours first, so that none is lost. */
function joinToSix(claims: readonly string[]): string[] {
  if (claims.length <= MOST_POINTS) return [...claims];
  const out: string[] = [];
  for (let i = 0; i < MOST_POINTS; i++) {
    const from = Math.floor((i * claims.length) / MOST_POINTS);
    const to = Math.floor(((i + 1) * claims.length) / MOST_POINTS);
    out.push(claims.slice(from, to).join(", "));
  }
  return out;
}

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
