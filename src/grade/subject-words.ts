import { AUXILIARIES } from "./function-words.ts";
import type { Reading, Word } from "./read-text.ts";

/** Determiners and the like before a subject. */
const OPENERS: ReadonlySet<string> = new Set(
  "a an the each every all any both only one two most many some its their his your our this that these".split(
    " ",
  ),
);
/** Verbs that a claim opens with when it is a piece of advice: what follows is no subject. */
const ADVICE: ReadonlySet<string> = new Set(
  "use keep set make put give add run check return log write read store pass send build validate avoid prefer catch close create define do choose treat start stop limit restrict mount pin let take call wrap".split(
    " ",
  ),
);
const LONGEST = 3;
const LONGEST_LIST = 6;

/**
 * The words that say what a claim is about: those before its verb. There is no list of verbs, so the verb is told by
 * its form ("GET retrieves", "tokens live", "PUT is"); a claim that opens otherwise has no subject.
 */
export function subjectWords(reading: Reading): Word[] {
  const { words } = reading;
  let at = 0;
  while (at < words.length && OPENERS.has(words[at]?.word ?? "")) at += 1;
  const listed = enumeration(words, at);
  if (listed.length > 0) return listed;
  const out: Word[] = [];
  for (let i = at; i < words.length && out.length < LONGEST; i++) {
    const word = words[i];
    if (word === undefined || word.role === "function" || word.role === "negator") return [];
    if (i === at && isAdvice(word, reading)) return [];
    out.push(word);
    const next = words[i + 1]?.word ?? "";
    if (AUXILIARIES.has(words[i + 2]?.word ?? "") && isPlural(next)) continue;
    if (isPlural(word.word) || AUXILIARIES.has(next) || isThirdPerson(next)) return out;
  }
  return [];
}

/** "Lists, dicts and sets are", also after "types such as": all that stands before the verb when commas and "and" alone are between. */
function enumeration(words: readonly Word[], at: number): Word[] {
  const out: Word[] = [];
  const examples = words.findIndex((word, i) => word.word === "such" && words[i + 1]?.word === "as") + 2;
  let joined = false;
  for (
    let i = examples > 1 && examples <= at + LONGEST ? examples : at;
    i < words.length && out.length <= LONGEST_LIST;
    i++
  ) {
    const word = words[i];
    if (word === undefined) break;
    if (word.word === "and" || word.word === "or") joined = true;
    else if (AUXILIARIES.has(word.word)) return joined ? out : [];
    else if (word.role !== "content") break;
    else out.push(word);
  }
  return [];
}

/** In capitals it is the name of a method or an instruction, not advice. */
function isAdvice(word: Word, reading: Reading): boolean {
  const written = reading.text.slice(word.start, word.end);
  return ADVICE.has(word.word) && written !== written.toUpperCase();
}

const isPlural = (word: string): boolean => word.length > 3 && /[^sui]s$/.test(word);
const isThirdPerson = (word: string): boolean => word.length > 3 && /[^su]s$/.test(word);
