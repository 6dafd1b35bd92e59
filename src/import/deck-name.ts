import { type DeckName, parseDeckName, slug } from "../base/index.ts";
import type { Draft } from "./reader.ts";

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

/**
 * The name that a document gives its deck: it says so, or the ids of its questions begin with it; null for a document of
 * no form of ours.
 */
export function deckNameIn({ name, questions }: Pick<Draft, "name" | "questions">): DeckName | null {
  if (name !== undefined) return name;
  const ids = questions.flatMap(({ whole }) => (whole === undefined ? [] : [whole.id]));
  const [first] = ids;
  if (first === undefined || ids.length < 2) return null;
  // The longest beginning that all share, up to a hyphen.
  let at = first.lastIndexOf("-");
  while (at > 0 && !ids.every((id) => id.startsWith(first.slice(0, at + 1))))
    at = first.lastIndexOf("-", at - 1);
  const parsed = parseDeckName(first.slice(0, Math.max(0, at)));
  return parsed.ok ? parsed.value : null;
}
