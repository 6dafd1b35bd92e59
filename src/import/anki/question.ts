import type { DraftQuestion } from "../reader.ts";
import { FenceTracker, isBlank } from "../text/block.ts";
import { parseLabel } from "../text/labels.ts";

/** Marks of a heading, a list item or a quotation in front of a text. */
const LEAD = /^\s{0,3}(?:#{1,6}\s+|[-*+]\s+|\d{1,3}[.)]\s+|>\s?)+/;
/** A line of pictures or links to sounds, or a rule: nothing that is asked in words. */
const WORDLESS = /^\s*(?:!?\[[^\]\n]{0,300}\]\([^)\n]{0,300}\)\s*)+$|^\s*[-*_]{3,}\s*$/;

/**
 * Parts the Markdown of a card's front: its first line of words is the title, the rest the body. Where words stand only
 * below code or a picture, these come into the body as they stand.
 */
export function splitFront(markdown: string): Pick<DraftQuestion, "title" | "body"> {
  const lines = markdown.split("\n");
  const fences = new FenceTracker();
  let at = -1;
  let fallback = -1;
  for (const [i, line] of lines.entries()) {
    const wasInside = fences.inside;
    fences.take(line);
    if (isBlank(line)) continue;
    if (fallback < 0 && !fences.inside) fallback = i;
    if (wasInside || fences.inside || /^\s{0,3}(?:\||`{3}|~{3})/.test(line) || WORDLESS.test(line)) continue;
    at = i;
    break;
  }
  if (at >= 0) {
    const title = cleanLine(lines[at] ?? "");
    const above = lines.slice(0, at);
    const below = lines.slice(at + 1);
    // Bold that goes on in the next line is ended here and begun anew there.
    const isCut = title.split("**").length % 2 === 0 && !isBlank(below[0] ?? "");
    if (isCut) below[0] = `**${below[0]}`;
    if (title !== "") return { title: isCut ? `${title}**` : title, body: trimmed([...above, ...below]) };
  }
  // Nothing but code, a table or a picture: what a picture line says is the title, else the first line of the code.
  const line = lines[fallback] ?? "";
  if (fallback >= 0 && WORDLESS.test(line)) {
    return { title: line.trim(), body: trimmed(lines.filter((_, i) => i !== fallback)) };
  }
  const first = lines.find((each) => !isBlank(each) && !/^\s*(?:`{3}|~{3})/.test(each)) ?? "";
  const isTable = first.trimStart().startsWith("|");
  const title = isTable ? first.replace(/\|/g, " ").trim() : `\`${first.trim().replaceAll("`", "'")}\``;
  return { title, body: markdown };
}

/** The Markdown of one side without the label that its template, or its author, puts above it: `Question`, `A:`. */
export function withoutLabel(markdown: string, kind: "question" | "answer"): string {
  const end = markdown.indexOf("\n");
  const first = end < 0 ? markdown : markdown.slice(0, end);
  const below = end < 0 ? "" : markdown.slice(end);
  const label = parseLabel(first);
  if (label?.kind !== kind) return markdown;
  if (label.rest !== "") return label.weak ? markdown : label.rest + below;
  // A word that stands alone is an answer, or a letter, of its own.
  return below.trim() === "" || label.isLetter ? markdown : below.replace(/^(?:[ \t]*\n)+/, "");
}

/** Without marks in front, and without the two blanks that break a line. */
const cleanLine = (line: string): string => line.replace(LEAD, "").replace(/\\$/, "").trim();

const trimmed = (lines: readonly string[]): string =>
  lines
    .join("\n")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd();
