import { FILLERS, FUNCTION_WORDS, LIGHT_WORDS, NEGATORS } from "./function-words.ts";
import { stem } from "./stem.ts";

/** One word, sign or number of a text, with its place in it (UTF-16 units). */
export interface Token {
  /** Lower case, contractions opened. */
  readonly word: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  readonly role: "content" | "light" | "function" | "negator";
}

/** What is read of one text: some 18 kB of English. The rest of a longer answer is not judged. */
const MOST_TOKENS = 3000;

/**
 * In order: i/o, c++ and the like; flags; signs that people name; words (with inner apostrophes); numbers.
 * Underscores and hyphens part words, so `__init__` is "init" and "short-lived" is "short", "lived".
 */
const TOKEN =
  /\b[iI]\/[oO]\b|\b[cC](?:\+\+|#)|(?<![\p{L}\p{N}-])--?[A-Za-z][\w-]*|\[\]|\(\)|\{\}|==|=>|\*\*?|@|\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)*|\p{N}+(?:[.:]\p{N}+)*[\p{L}\p{M}]*/gu;

/** Scripts written without spaces: their words are judged as overlapping pairs of characters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

const CONTRACTIONS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:can't|cant)$/, ["can", "not"]],
  [/^(?:won't|wont)$/, ["will", "not"]],
  [/^cannot$/, ["can", "not"]],
  [/^(?:ain't|aint)$/, ["is", "not"]],
  [/^(?:dont|doesnt|didnt|isnt|arent|wasnt|werent|hasnt|havent|shouldnt|wouldnt|couldnt)$/, ["do", "not"]],
];

/** The tokens of a text, at most {@link MOST_TOKENS}. Never throws, whatever the string holds. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    if (tokens.length >= MOST_TOKENS) break;
    const written = match[0];
    const start = match.index;
    if (UNSPACED.test(written)) addPairs(tokens, written, start);
    else addWords(tokens, written, start);
  }
  return tokens;
}

function addWords(tokens: Token[], written: string, start: number): void {
  const end = start + written.length;
  for (const word of openContraction(written.toLowerCase().replace(/’/g, "'"))) {
    if (FILLERS.has(word)) continue;
    const role = isName(written) ? "content" : roleOf(word);
    tokens.push({ word, stem: stem(word), start, end, role });
  }
}

/** "GET", "PUT", "FROM": the same letters in capitals are no grammar. "NOT" and "ONLY" are shouted grammar. */
const NAMES: ReadonlySet<string> = new Set(
  "GET PUT FROM USE ADD RUN COPY WITH MAKE LET TAKE AS IN IS".split(" "),
);
const isName = (written: string): boolean => NAMES.has(written);

function openContraction(word: string): readonly string[] {
  for (const [pattern, words] of CONTRACTIONS) if (pattern.test(word)) return words;
  const at = word.indexOf("'");
  if (at < 0) return word === "io" || word === "i/o" ? ["io"] : [word];
  if (word.endsWith("n't")) return [word.slice(0, -3), "not"];
  return [word.slice(0, at), word.slice(at + 1)].filter((part) => part !== "");
}

function roleOf(word: string): Token["role"] {
  if (NEGATORS.has(word)) return "negator";
  if (FUNCTION_WORDS.has(word)) return "function";
  return LIGHT_WORDS.has(word) ? "light" : "content";
}

function addPairs(tokens: Token[], written: string, start: number): void {
  const characters = [...written.slice(0, MOST_TOKENS * 2)];
  let at = start;
  for (let i = 0; i < characters.length && tokens.length < MOST_TOKENS; i++) {
    const here = characters[i] ?? "";
    const pair = here + (characters[i + 1] ?? "");
    if (i === 0 || i + 1 < characters.length) {
      tokens.push({ word: pair, stem: pair, start: at, end: at + pair.length, role: "content" });
    }
    at += here.length;
  }
}
