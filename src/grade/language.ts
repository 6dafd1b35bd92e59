import { FUNCTION_WORDS, LIGHT_WORDS, NEGATORS } from "./function-words.ts";
import { stem } from "./stem.ts";
import type { WordData } from "./word-data.ts";

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** English grammar that is an everyday word of another language in Latin letters too: it tells nothing. */
const SHARED = list(
  "a an am as at be d die do door er he her him i in its la m me mine my no on per s so sure t us was",
);
const ENGLISH: ReadonlySet<string> = new Set(
  [...FUNCTION_WORDS, ...LIGHT_WORDS, ...NEGATORS].filter((word) => !SHARED.includes(word)),
);

/** The commonest grammar of other languages in Latin letters, without what is an English word as well. */
const FOREIGN: ReadonlySet<string> = new Set(
  list(`
der das dem des ein eine einen einem einer eines ist sind wird werden und oder nicht mit von vom zu zum zur auf auch
aus bei durch wenn weil dass sich nur wie ich wir sie kann wurde nach beim keine kein
le les un une du et est sont dans avec qui que ce cette ces sur pas ou mais il elle ils aux peut
de el los las una unos es por para lo como se su sus del al pero cuando este esta muy
os um uma em na nas da das dos ao pelo pela ser seu sua mais quando isso ela ele
gli di che non della nel nella sono viene questo quando anche
het een voor niet zijn wordt dat deze naar ook maar
och att det som en ett med inte till
jest nie przez lub ve bir olarak veya yang untuk dengan adalah ini itu dari
`),
);
/** French and Italian run grammar into the word behind it. */
const ELISION = /^(?:c|d|j|l|n|qu|s|dell|nell|un)'\p{L}{2}/u;
/** Letters of which each two or so are a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
/** A word as prose writes it; names in capitals, calls, paths and what holds numbers are code. */
const PROSE = /^[\p{L}\p{M}]?[\p{Ll}\p{Lo}\p{M}]+(?:['’-][\p{L}\p{M}]+)*$/u;
const EDGES = /^[^\p{L}\p{M}\p{N}_$]+|[^\p{L}\p{M}\p{N}_$()]+$/gu;

/** What is read of a longer text. */
const MOST_LETTERS = 6000;
/** Of so few words in Latin letters nothing can be told, unless they are written in another script. */
const LEAST_FOREIGN = 2;
/** Share of the words that must be another language's: a quotation makes no English text foreign. */
const LEAST_SHARE = 0.15;
/** What a word that any language may borrow ("container") says for English. */
const BORROWED = 0.25;
/** Without any grammar that is known, so many distinct words that no list knows, and such a share of them, are no English. */
const LEAST_UNKNOWN = 7;
const UNKNOWN_SHARE = 0.75;

/**
 * Whether a text is to be judged as English. Code and numbers do not count; a text that is too short to tell is English
 * unless its script says otherwise.
 */
export function isEnglish(text: string, data: WordData): boolean {
  const prose = text
    .slice(0, MOST_LETTERS)
    .normalize("NFC")
    .replace(/```[\s\S]*?(?:```|$)|`[^`\n]{0,300}`/g, " ");
  const unspaced = Math.ceil((prose.match(UNSPACED)?.length ?? 0) / 2);
  let otherScript = unspaced;
  let foreign = 0;
  let english = 0;
  let known = 0;
  const unknown = new Set<string>();
  for (const chunk of prose.replace(UNSPACED, " ").split(/[\s/—–…,;:]+/u)) {
    const written = chunk.replace(EDGES, "");
    if (!PROSE.test(written)) continue;
    const word = written.toLowerCase().replace(/’/g, "'");
    if (!/^\p{Script=Latin}/u.test(word)) otherScript += [...word].length > 1 ? 1 : 0;
    else if (ENGLISH.has(word) || /'(?:t|s|re|ll|ve|d|m)$/.test(word)) english += 1;
    else if (FOREIGN.has(word) || ELISION.test(word) || /[^\p{ASCII}'-]/u.test(word)) foreign += 1;
    else if (data.tiers.get(stem(word)) === undefined) unknown.add(word);
    else known += 1;
  }
  const all = otherScript + foreign + english + known + unknown.size;
  const other = otherScript + foreign;
  const isOther =
    other > english + BORROWED * known &&
    other >= LEAST_SHARE * all &&
    (otherScript > 0 || foreign >= LEAST_FOREIGN);
  const isUnknown = english === 0 && unknown.size >= LEAST_UNKNOWN && unknown.size >= UNKNOWN_SHARE * all;
  return !isOther && !isUnknown;
}
