import type { Window } from "./align.ts";
import type { Claim } from "./claim.ts";
import type { Spoken } from "./spoken.ts";

/** Share of a claim's words, grammar included, that must stand in the same order. */
const WORDS = 0.85;
/** Share of its content words that may be missing: none of a short claim, for one word may be all that matters. */
const MISSED = 0.1;
/** A window of more words than this share beyond the claim's says something else besides. */
const LONGER = 1.6;
/** The same for content words. */
const MORE = 0.2;

/**
 * Whether a window is a claim nearly word for word: then it says the claim, however common its words are. As many
 * negators on both sides, for one "not" is all that parts a claim from its opposite.
 */
export function isVerbatim(claim: Claim, spoken: Spoken, window: Window): boolean {
  const from = spoken.clauses[window.from]?.from ?? 0;
  const to = spoken.clauses[window.to - 1]?.to ?? 0;
  const own = claim.reading.words;
  if (to - from < WORDS * own.length || to - from > LONGER * own.length + 2) return false;
  const foreignVoice = spoken.clauses.slice(window.from, window.to).some((one) => one.voice !== "own");
  if (foreignVoice && claim.reading.clauses.every((one) => one.voice === "own")) return false;
  if (spoken.clauses[window.from]?.echo === true) return false;
  const words = spoken.reading.words.slice(from, to);
  if (negators(words) !== negators(own)) return false;
  const stems = new Set(own.map((word) => word.stem));
  const content = own.filter((word) => word.role === "content").length;
  const other = words.filter((word) => word.role === "content" && !stems.has(word.stem)).length;
  if (other > MORE * content + 1) return false;
  let at = 0;
  let found = 0;
  let missed = 0;
  for (const word of own) {
    const next = words.findIndex((one, i) => i >= at && one.stem === word.stem);
    if (next < 0) {
      if (word.role === "content") missed += 1;
      continue;
    }
    found += 1;
    at = next + 1;
  }
  return own.length > 0 && found >= WORDS * own.length && missed <= MISSED * content;
}

const negators = (words: readonly { role: string }[]): number =>
  words.filter((word) => word.role === "negator").length;
