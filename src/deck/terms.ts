import type { Parsed } from "../base/index.ts";
import { oneLine } from "./canonical.ts";
import { shorten } from "./report.ts";

/** Groups of wordings that say the same in a deck, beside those that the judge knows anyway. */
export type Terms = readonly (readonly string[])[];

/** More would be a dictionary, and every answer is set against all of them. */
const MOST_GROUPS = 200;
/** A longer wording is a sentence: that is what a point's variants are for. */
const MOST_WORDS = 6;
const WANTED = `wanted two wordings or more, as in "job = task = work item"`;

/** Entries of `terms` as groups, each wording in canonical form; `problems` name the entries left out by their index. */
export function parseTerms(entries: readonly string[]): {
  terms: Terms;
  problems: readonly { readonly at: number; readonly text: string }[];
} {
  const terms: (readonly string[])[] = [];
  const problems: { at: number; text: string }[] = [];
  for (const [at, entry] of entries.entries()) {
    if (oneLine(entry) === "") continue;
    if (terms.length === MOST_GROUPS) {
      problems.push({ at, text: `${shorten(entry)} is one group too many: wanted ${MOST_GROUPS} at most` });
      break;
    }
    const group = parseGroup(entry);
    if (group.ok) terms.push(group.value);
    else problems.push({ at, text: group.problem });
  }
  return { terms, problems };
}

/** A group as its entry is written; `parseTerms` gives the same wordings back. */
export const printTermGroup = (wordings: readonly string[]): string => wordings.join(" = ");

function parseGroup(entry: string): Parsed<readonly string[]> {
  const written = oneLine(entry)
    .split(/\s+=(?=\s)/)
    .map((wording) => wording.trim().replace(/\s+/g, " "));
  const wordings = [...new Map(written.map((each) => [each.toLowerCase(), each])).values()].filter(
    (each) => each !== "",
  );
  const long = wordings.find((each) => each.split(" ").length > MOST_WORDS);
  if (long !== undefined)
    return { ok: false, problem: `found ${shorten(long)}, wanted a phrase of at most ${MOST_WORDS} words` };
  if (wordings.length >= 2) return { ok: true, value: wordings };
  const found = written.length >= 2 ? "the same wording twice" : "one wording";
  return { ok: false, problem: `found ${found} in ${shorten(entry)}, ${WANTED}` };
}
