/** Code spans are what they show. Bounded, as the search for a link's end is: work stays linear in the line. */
const CODE = /(?<!`)(`{1,9})(?!`)[^\n]{0,500}?[^`]\1(?!`)/g;
const LONGEST_TARGET = 2000;
const REFERENCE = /^ {0,3}\[([^\]\n]+)\]:[ \t]*\S/;

/** The names that a text gives to link targets, as in `[name]: https://...`. */
export function linkNames(lines: readonly string[]): ReadonlySet<string> {
  const names = lines.flatMap((line) => REFERENCE.exec(line)?.[1] ?? []);
  return new Set(names.map(nameOf));
}

/**
 * Links of one line that are written so that they cannot work, each with what was found and what to do. The line
 * stands outside of code fences.
 * @param names the link targets that the text defines
 */
export function deadLinks(line: string, names: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const text = line.replace(CODE, (code) => "`".repeat(code.length));
  const add = (what: string, wanted: string) => found.push(`found ${quote(what)}: ${wanted}`);
  // A bracket behind a letter or another bracket is an index, as in rows[0](1).
  for (const match of text.matchAll(/(?<![\p{L}\p{N}_\])])\[([^\]\n[]{1,300})\](\(|\[)/gu)) {
    const start = match.index;
    const inside = start + match[0].length;
    const close = match[2] === "(" ? closing(text, inside) : text.indexOf("]", inside);
    if (close === TOO_FAR) continue;
    const whole = text.slice(start, close === -1 ? start + 60 : close + 1);
    if (close === -1) {
      if (match[2] === "(") add(whole, "the link is not closed; write [text](target)");
      continue;
    }
    const target = text.slice(inside, close).trim();
    if (match[2] === "[") {
      if (target !== "" && !names.has(nameOf(target)))
        add(whole, `no line defines ${quote(target)}; write [text](target), or add "[${target}]: target"`);
      continue;
    }
    const bare = target.replace(/[ \t]+(?:"[^"]*"|'[^']*'|\([^)]*\))$/, "");
    if (bare === "" || bare === "#" || /^https?:\/*$/i.test(bare))
      add(whole, "the link has no target; give one, or write plain text");
    else if (/\s/.test(bare) && !/^<[^<>]*>$/.test(bare))
      add(whole, "blanks in a target; write %20 for each, or put it between < and >");
  }
  for (const match of text.matchAll(
    /(?<![\p{L}\p{N}])(?:https?\/\/|https?:\/(?!\/)|https?;\/\/|https?:\/\/https?:)[^\s)>\]]*/giu,
  )) {
    add(match[0], "the address is damaged; it begins with https://");
  }
  return found;
}

const TOO_FAR = -2;

/** Where the bracket closes that was opened before `from`; -1 when it does not, -2 when that was not looked at. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (at - from > LONGEST_TARGET) return TOO_FAR;
    if (text[at] === "\\") at++;
    else if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return at;
  }
  return -1;
}

const nameOf = (name: string): string => name.trim().replace(/\s+/g, " ").toLowerCase();

const quote = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
