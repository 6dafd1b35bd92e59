import type { Terms } from "../deck/index.ts";
import { plainText } from "./plain-text.ts";
import { tokenise } from "./tokens.ts";
import type { Phrase, WordData } from "./word-data.ts";

/** Made once for each deck's terms: all its questions share them. */
const known = new WeakMap<WordData, WeakMap<Terms, WordData>>();

/**
 * What the judge knows of words, with a deck's own terms laid over it: a group's wordings say the same like those of a
 * group of the lexicon. Nothing of the lexicon is copied but what the terms add to.
 */
export function withTerms(words: WordData, terms: Terms): WordData {
  if (terms.length === 0) return words;
  const made = known.get(words) ?? new WeakMap<Terms, WordData>();
  known.set(words, made);
  const data = made.get(terms) ?? layOver(words, terms);
  made.set(terms, data);
  return data;
}

function layOver(words: WordData, terms: Terms): WordData {
  const groups = new Map<string, readonly number[]>();
  const phrases = new Map<string, readonly Phrase[]>();
  for (const [at, wordings] of terms.entries()) {
    // The lexicon counts from 0 upwards.
    const group = -1 - at;
    for (const stems of distinctStems(wordings)) {
      const [first = ""] = stems;
      if (stems.length === 1)
        groups.set(first, [...(groups.get(first) ?? words.groups.get(first) ?? []), group]);
      else {
        const before = phrases.get(first) ?? words.phrases.get(first) ?? [];
        phrases.set(first, [...before, { stems, group }]);
      }
    }
  }
  return {
    ...words,
    groups: { get: (stem) => groups.get(stem) ?? words.groups.get(stem) },
    phrases: { get: (stem) => phrases.get(stem) ?? words.phrases.get(stem) },
  };
}

/** As an answer is read: "Work-Items" and "work item" are one. A wording of signs alone has no stems. */
function distinctStems(wordings: readonly string[]): string[][] {
  const read = wordings.map((wording) => tokenise(plainText(wording)).map(({ stem }) => stem));
  return [...new Map(read.map((stems) => [stems.join(" "), stems])).values()].filter(
    ({ length }) => length > 0,
  );
}
