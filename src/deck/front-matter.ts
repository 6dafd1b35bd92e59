import { isBlank } from "./list-mark.ts";
import { shorten } from "./report.ts";
import { parseFlowList, parseScalar, splitComment } from "./yaml-value.ts";

/** What stands in the front matter under one key. Lines are counted from 1 in the file. */
interface Entry {
  readonly key: string;
  readonly line: number;
  /** Comments on lines of their own before the entry, and those inside its list; each with its `#`. */
  readonly above: readonly string[];
}

/** A key that the program reads. */
export interface KnownEntry extends Entry {
  readonly known: true;
  /** A text or a list; "" when nothing stands there. */
  readonly value: string | readonly string[];
  /** Where the items of a block list stand; empty when there is none. */
  readonly itemLines: readonly number[];
  /** The comment on the key's own line, "" when there is none. */
  readonly beside: string;
}

/** A key that is only kept: its lines as they were written, whatever YAML they hold. */
export interface KeptEntry extends Entry {
  readonly known: false;
  readonly text: string;
}

export interface FrontMatter {
  readonly entries: readonly (KnownEntry | KeptEntry)[];
  /** Comments below the last entry. */
  readonly comments: readonly string[];
  readonly problems: readonly { readonly line: number; readonly text: string }[];
  /** Index of the first line after the closing `---`. */
  readonly end: number;
}

/**
 * Reads front matter from the start of a file's lines; no front matter gives no entries and `end` 0. Understands the
 * part of YAML 1.2 that the known keys need: scalars (plain, 'single', "double"), flow lists and block lists of
 * scalars, comments. A full YAML parser would cost more than the rest of a deck's reading; `viva lint` runs one beside
 * this and says where the two differ.
 */
export function parseFrontMatter(lines: readonly string[], known: readonly string[]): FrontMatter {
  const entries: (KnownEntry | KeptEntry)[] = [];
  const problems: { line: number; text: string }[] = [];
  let above: string[] = [];
  if (!isRule(lines[0])) return { entries, comments: above, problems, end: 0 };
  const close = lines.findIndex((line, at) => at > 0 && isRule(line));
  if (close === -1) {
    const text = "the front matter opened by --- is never closed: wanted a second line ---";
    problems.push({ line: 1, text });
    return { entries, comments: above, problems, end: lines.length };
  }
  for (let at = 1; at < close; ) {
    const text = lines[at] ?? "";
    const line = ++at;
    if (isBlank(text)) continue;
    if (isComment(text)) {
      above.push(commentOf(text));
      continue;
    }
    const match = /^([A-Za-z][\w-]*):(?:[ \t]+(.*))?$/s.exec(text);
    const key = match?.[1];
    if (key === undefined) {
      problems.push({ line, text: `found ${shorten(text)} in the front matter, wanted "key: value"` });
      continue;
    }
    if (known.includes(key)) {
      const { value: raw, comment: beside } = splitComment(match?.[2] ?? "");
      const list = raw === "" ? readBlockList(lines, at, close) : null;
      at = list?.end ?? at;
      const value = list?.items ?? (raw.startsWith("[") ? parseFlowList(raw) : parseScalar(raw));
      above.push(...(list?.comments ?? []));
      if (value === null)
        problems.push({ line, text: `found ${shorten(raw)}, wanted a list as in [first, second]` });
      else entries.push({ known: true, key, line, above, value, itemLines: list?.itemLines ?? [], beside });
    } else {
      const end = endOfKept(lines, at, close);
      entries.push({ known: false, key, line, above, text: lines.slice(at - 1, end).join("\n") });
      at = end;
    }
    above = [];
  }
  return { entries, comments: above, problems, end: close + 1 };
}

/** The items of a block list from a line on, with the comments among them; null when there is none. */
function readBlockList(lines: readonly string[], from: number, close: number) {
  const items: string[] = [];
  const itemLines: number[] = [];
  const comments: string[] = [];
  let pending: string[] = [];
  let end = from;
  for (let at = from; at < close; at++) {
    const line = lines[at] ?? "";
    const item = /^[ \t]*-[ \t]+(.*)$/s.exec(line);
    if (item !== null) {
      const { value, comment } = splitComment(item[1] ?? "");
      items.push(parseScalar(value));
      itemLines.push(at + 1);
      comments.push(...pending, ...(comment === "" ? [] : [comment]));
      pending = [];
      end = at + 1;
    } else if (isComment(line)) {
      pending.push(commentOf(line));
    } else if (!isBlank(line)) break;
  }
  return items.length === 0 ? null : { items, itemLines, comments, end };
}

/** Where the lines end that belong to a key by their indent, or as a list at the margin. */
function endOfKept(lines: readonly string[], from: number, close: number): number {
  let end = from;
  for (let at = from; at < close; at++) {
    const line = lines[at] ?? "";
    if (isBlank(line)) continue;
    if (!/^(?:[ \t]|-(?:[ \t]|$))/.test(line)) break;
    end = at + 1;
  }
  return end;
}

function isRule(line: string | undefined): boolean {
  return line !== undefined && /^---[ \t]*$/.test(line);
}

function isComment(line: string): boolean {
  return /^[ \t]*#/.test(line);
}

function commentOf(line: string): string {
  return splitComment(line).comment;
}
