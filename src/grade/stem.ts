import { stemmer } from "stemmer";

/** American for British, so that both stem alike; applied to the end of a word of six letters or more. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/is(e|es|ed|ing|ation|ations|er|ers)$/, "iz$1"],
  [/ys(e|ed|ing|er|ers)$/, "yz$1"],
  [/(behavi|col|fav|neighb|lab|hon|flav)our/, "$1or"],
  [/(cent|met|theat)re(s?)$/, "$1er$2"],
  [/([aeiou])ll(ed|ing|er|ers)$/, "$1l$2"],
];

/** Words in which `-ise` is no suffix: "rise" would otherwise become "rize" here and not in its inflections. */
const NOT_ISE =
  /^(pro|prec|conc|exerc|superv|adv|rev|dev|surpr|comprom|enterpr|other|like)wise$|(rom|cis|vis|pris)/;

/** Bounds the memory a hostile stream of new words can take; far above the words of any deck. */
const LONGEST_CACHE = 20_000;
const cache = new Map<string, string>();

function americanise(word: string): string {
  if (word.length < 6) return word;
  let out = word;
  for (const [pattern, replacement] of SPELLINGS) {
    if (pattern === SPELLINGS[0]?.[0] && NOT_ISE.test(out)) continue;
    out = out.replace(pattern, replacement);
  }
  return out;
}

/**
 * The stem of a lower-case word (Porter), the same for British and American spelling. Words that are not plain
 * a-z stay as they are: no stemmer for them is part of the product.
 */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const value = /^[a-z]{3,40}$/.test(word) ? stemmer(americanise(word)) : word.slice(0, 80);
  if (cache.size >= LONGEST_CACHE) cache.clear();
  cache.set(word, value);
  return value;
}
