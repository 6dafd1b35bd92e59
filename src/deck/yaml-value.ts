import { trimBlanks } from "./canonical.ts";

/** Single values of front matter: texts and lists of texts as YAML writes them, comments, and the way back. */

/** Parts a value from the comment behind it; the comment keeps its `#`, and is "" when there is none. */
export function splitComment(text: string): { value: string; comment: string } {
  let quoteMark = "";
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? "";
    const before = text[i - 1] ?? "";
    if (quoteMark !== "") {
      if (c === "\\" && quoteMark === '"') i++;
      else if (c === quoteMark) quoteMark = "";
    } else if (c === "#" && /^[ \t]?$/.test(before)) {
      return { value: trimBlanks(text.slice(0, i)), comment: trimBlanks(text.slice(i)) };
    } else if ((c === '"' || c === "'") && /^[[, \t]?$/.test(before)) {
      quoteMark = c;
    }
  }
  return { value: trimBlanks(text), comment: "" };
}

/** The text that a YAML scalar stands for; what is not understood stands for itself, and `viva lint` says so. */
export function parseScalar(text: string): string {
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

/** The texts of a list as in `[first, second]`, or null when it does not end. */
export function parseFlowList(text: string): string[] | null {
  if (!text.endsWith("]")) return null;
  const items: string[] = [];
  const item = /[ \t]*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]*?)[ \t]*(?:,|$)/sy;
  const inner = trimBlanks(text.slice(1, -1));
  while (item.lastIndex < inner.length) {
    const match = item.exec(inner);
    if (match === null) return null;
    if (match[1] !== undefined && match[1] !== "") items.push(parseScalar(match[1]));
  }
  return items;
}

const PLAIN = /^[\p{L}\p{N}_/](?:[\p{L}\p{N}_./() +§-]*[\p{L}\p{N}_./()+§-])?$/u;
/** What YAML would read as something else than text. */
const NOT_TEXT = /^(true|false|null|yes|no|on|off|y|n|[-+.\d][\d_.eExXoOa-fA-F+-]*)$/i;

/** A text as a YAML scalar that reads back as the same text, quoted only where it must be. */
export function printScalar(text: string): string {
  return PLAIN.test(text) && !NOT_TEXT.test(text) ? text : JSON.stringify(text);
}

/** Texts as a YAML flow list. */
export function printList(texts: readonly string[]): string {
  return `[${texts.map(printScalar).join(", ")}]`;
}
