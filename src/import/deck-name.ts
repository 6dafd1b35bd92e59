import { type DeckName, parseDeckName, slug } from "../base/index.ts";

const FALLBACK = "deck";

/**
 * A deck's name made from a file's name: `React Questions (v2).md` gives `react-questions-v2`. A name in which
 * nothing of a-z or 0-9 is left gives `deck`.
 */
export function deckNameFor(fileName: string): DeckName {
  const base = fileName.split(/[\\/]/).at(-1) ?? "";
  const stem = base.replace(/(?<=.)(\.[a-z0-9]{1,8})$/i, "");
  const parsed = parseDeckName(slug(stem, 60) || FALLBACK);
  if (parsed.ok) return parsed.value;
  // `slug` makes only what `parseDeckName` takes; were it ever not so, the mistake is ours.
  throw new TypeError(parsed.problem);
}
