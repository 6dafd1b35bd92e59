/** Words that are common in one language and rare in the others. */
const COMMON: Readonly<Record<string, string>> = {
  en: "the of and to is in that it what how why does are with for on which between explain",
  es: "el los las una que de la en es qué cómo cuál son por para con del entre explica",
  pt: "o os as uma que de em é não como qual são por para com do da entre explique você",
  fr: "le les une des que est en qu quelle comment pourquoi sont pour avec du dans entre quel",
  de: "der die das und ist ein eine was wie warum sind mit für von nicht zwischen welche im den",
  it: "il lo gli una che di è cosa come quale sono per con del della tra perché nel",
  nl: "de het een en is van wat hoe waarom zijn met voor niet tussen welke op dat",
  pl: "co jest w na i jak czym dlaczego są z do się między jakie nie to który",
  tr: "ve bir nedir nasıl neden için ile arasındaki bu hangi fark ne olarak da de",
  vi: "là gì của và các như thế nào tại sao trong khi một có được cho",
};
const WORDS = Object.entries(COMMON).map(([tag, words]) => [tag, new Set(words.split(" "))] as const);

/** Scripts that one language has to itself, as far as documents of questions go. */
const SCRIPTS: readonly (readonly [tag: string, letters: RegExp])[] = [
  ["ja", /[\u3040-\u30ff]/g],
  ["ko", /[\uac00-\ud7af]/g],
  ["uk", /[іїєґ]/gi],
  ["ru", /[\u0400-\u04ff]/g],
  ["zh", /[\u4e00-\u9fff]/g],
  ["el", /[\u0370-\u03ff]/g],
  ["ar", /[\u0600-\u06ff]/g],
  ["hi", /[\u0900-\u097f]/g],
  ["he", /[\u0590-\u05ff]/g],
  ["th", /[\u0e00-\u0e7f]/g],
];

/** Characters that are looked at. */
const LOOKED_AT = 20_000;
/** So much of the letters in a script tell that the text is written in it; terms and code are Latin everywhere. */
const SHARE_OF_SCRIPT = 0.15;
/** Of Ukrainian, letters that Russian does not have; of Japanese, kana among many Han: fewer will do. */
const SHARE_OF_OWN = 0.02;
/** So many common words, and so many times those of the next language, before one is named. */
const LEAST_WORDS = 8;
const LEAD = 1.5;

/** The language that a text is written in (BCP 47); "" where it cannot be told. */
export function languageOf(text: string): string {
  const start = text.slice(0, LOOKED_AT).replace(/```[\s\S]*?(?:```|$)|`[^`\n]*`|https?:\S+/g, " ");
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return "";
  for (const [tag, pattern] of SCRIPTS) {
    const wanted = tag === "ja" || tag === "uk" ? SHARE_OF_OWN : SHARE_OF_SCRIPT;
    if ((start.match(pattern)?.length ?? 0) >= letters * wanted) return tag;
  }
  const words = start.toLowerCase().match(/\p{L}+/gu) ?? [];
  const [best, next] = WORDS.map(([tag, known]) => ({
    tag,
    count: words.reduce((sum, word) => sum + (known.has(word) ? 1 : 0), 0),
  })).sort((a, b) => b.count - a.count);
  if (best === undefined || best.count < LEAST_WORDS || best.count < LEAD * (next?.count ?? 0)) return "";
  return best.tag;
}
