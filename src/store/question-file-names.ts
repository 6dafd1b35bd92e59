import { type DeckName, slug } from "../base/index.ts";
import type { Question } from "../deck/index.ts";

/** Names of devices on Windows, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Chooses a file for each question: the one that it has if that is free, else one made of its id and title. No two get the same one,
 * on no disk: ids of `a-b` and `a` with a title that begins with "B" would, and so would one that is called `deck`.
 * @param kept the names of files by the id of their question
 * @param taken names that something else has
 */
export function questionFileNames(
  deck: DeckName,
  kept: ReadonlyMap<string, string>,
  taken: Iterable<string>,
): (question: Question) => string {
  // Many disks take `A.md` and `a.md` for one.
  const inUse = new Set([...taken].map((name) => name.toLowerCase()));
  const reserved = new Set([...kept.values()].map((name) => name.toLowerCase()));
  const chosen = new Map<string, string>();
  const choose = (id: string, name: string): string => {
    inUse.add(name.toLowerCase());
    chosen.set(id, name);
    return name;
  };
  return ({ id, title }) => {
    const given = chosen.get(id);
    if (given !== undefined) return given;
    const before = kept.get(id);
    if (before !== undefined && !inUse.has(before.toLowerCase())) return choose(id, before);
    const number = id.startsWith(`${deck}-`) ? id.slice(deck.length + 1) : id;
    const words = [number, slug(title)].filter((part) => part !== "").join("-");
    const stem = DEVICE.test(words) ? `question-${words}` : words;
    let name = `${stem}.md`;
    for (let n = 2; inUse.has(name) || reserved.has(name); n++) name = `${stem}-${n}.md`;
    return choose(id, name);
  };
}
