import { oneLine } from "./canonical.ts";

/**
 * The part of YAML 1.2 that front matter needs, read by lines: scalars (plain, 'single', "double"), flow lists and
 * block lists of scalars, comments. A full YAML parser would cost more than the rest of a deck's reading; `viva lint`
 * runs one beside this and says where the two differ.
 */
export interface FrontMatterEntry {
  readonly key: string;
  readonly value: string | readonly string[];
  /** The value as it was written, for keys that are only kept. */
  readonly raw: string;
  /** Counted from 1 in the file. */
  readonly line: number;
}

export interface FrontMatter {
  readonly entries: readonly FrontMatterEntry[];
  readonly comments: readonly string[];
  readonly problems: readonly { readonly line: number; readonly text: string }[];
  /** Index of the first line after the closing `---`. */
  readonly end: number;
}

/** Reads front matter from the start of a file's lines; no front matter gives no entries and `end` 0. */
export function parseFrontMatter(lines: readonly string[]): FrontMatter {
  const entries: FrontMatterEntry[] = [];
  const comments: string[] = [];
  const problems: { line: number; text: string }[] = [];
  if (lines[0]?.trimEnd() !== "---") return { entries, comments, problems, end: 0 };
  const close = lines.findIndex((line, at) => at > 0 && line.trimEnd() === "---");
  if (close === -1) {
    problems.push({
      line: 1,
      text: "the front matter opened by --- is never closed: wanted a second line ---",
    });
    return { entries, comments, problems, end: lines.length };
  }
  let at = 1;
  while (at < close) {
    const line = lines[at] ?? "";
    const number = at + 1;
    at++;
    if (line.trim() === "") continue;
    if (line.trimStart().startsWith("#")) {
      comments.push(oneLine(line.trimStart().slice(1)));
      continue;
    }
    const match = /^([A-Za-z][\w-]*):(?:[ \t]+(.*))?$/.exec(line.trimEnd());
    const key = match?.[1];
    if (key === undefined) {
      problems.push({ line: number, text: `found ${quote(line)} in the front matter, wanted "key: value"` });
      continue;
    }
    const { value: raw, comment } = splitComment(match?.[2] ?? "");
    if (comment !== null) comments.push(comment);
    if (raw === "") {
      const items: string[] = [];
      while (at < close && /^\s*- /.test(lines[at] ?? "")) {
        const item = splitComment((lines[at] ?? "").replace(/^\s*- /, ""));
        if (item.comment !== null) comments.push(item.comment);
        items.push(parseScalar(item.value));
        at++;
      }
      entries.push({ key, value: items, raw: printList(items), line: number });
    } else {
      const value = raw.startsWith("[") ? parseFlowList(raw) : parseScalar(raw);
      if (value === null) {
        problems.push({ line: number, text: `found ${quote(raw)}, wanted a list as in [first, second]` });
      } else {
        entries.push({ key, value, raw, line: number });
      }
    }
  }
  return { entries, comments, problems, end: close + 1 };
}

function splitComment(text: string): { value: string; comment: string | null } {
  let quoteMark = "";
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? "";
    if (quoteMark !== "") {
      if (c === "\\" && quoteMark === '"') i++;
      else if (c === quoteMark) quoteMark = "";
    } else if (c === "#" && (i === 0 || /\s/.test(text[i - 1] ?? ""))) {
      return { value: text.slice(0, i).trim(), comment: oneLine(text.slice(i + 1)) };
    } else if ((c === '"' || c === "'") && /^[[,\s]*$/.test(text[i - 1] ?? "")) {
      quoteMark = c;
    }
  }
  return { value: text.trim(), comment: null };
}

function parseScalar(text: string): string {
  if (text.startsWith('"')) {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === "string") return value;
    } catch {
      return text;
    }
  }
  const single = /^'((?:[^']|'')*)'$/.exec(text);
  return single ? (single[1] ?? "").replaceAll("''", "'") : text;
}

function parseFlowList(text: string): string[] | null {
  if (!text.endsWith("]")) return null;
  const items: string[] = [];
  const item = /\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]*?)\s*(?:,|$)/y;
  const inner = text.slice(1, -1).trim();
  while (item.lastIndex < inner.length) {
    const match = item.exec(inner);
    if (match === null) return null;
    if (match[1] !== undefined && match[1] !== "") items.push(parseScalar(match[1]));
  }
  return items;
}

const PLAIN = /^[\p{L}\p{N}_/][\p{L}\p{N}_./() +§-]*$/u;
/** What YAML would read as something else than text. */
const NOT_TEXT = /^(true|false|null|yes|no|on|off|y|n|[-+.\d][\d_.eExXoOa-fA-F+-]*)$/i;

/** A text as a YAML scalar that reads back as the same text, quoted only where it must be. */
export function printScalar(text: string): string {
  return PLAIN.test(text) && !NOT_TEXT.test(text) && text === text.trim() ? text : JSON.stringify(text);
}

/** Texts as a YAML flow list. */
export function printList(texts: readonly string[]): string {
  return `[${texts.map(printScalar).join(", ")}]`;
}

function quote(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return JSON.stringify(short);
}
