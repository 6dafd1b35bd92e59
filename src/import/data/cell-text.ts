import { fenceOf } from "../text/block.ts";

/**
 * What the texts of a column are: `html` is translated, `markdown` stays as it is, in `plain` a `<` that could begin a
 * tag is meant literally.
 */
export type TextForm = "html" | "markdown" | "plain";

/** Elements that format text. Others (`<script>`, `<T>`) say nothing of the form. */
const TAG =
  /<(\/?)(p|div|br|ul|ol|li|b|i|u|em|strong|code|pre|span|table|thead|tbody|tr|td|th|img|a|h[1-6]|sub|sup|hr|blockquote|font|small|s|del|ins|kbd|mark|dl|dt|dd|center|section|article|details|summary)(?:\s[^<>]{0,2000})?\/?>/gi;
/** Elements whose end tag HTML lets one leave out, and those that have none. */
const NEEDS_NO_END = /^(?:p|li|br|img|hr|tr|td|th|dt|dd|thead|tbody)$/i;
const STANDS_ALONE = /^(?:br|img|hr)$/i;
/** Entities nobody writes but a program that encodes text for a page. */
const ENTITY =
  /&(?:quot|apos|amp|#0?39|#x27|rsquo|lsquo|ldquo|rdquo|hellip|[aeiou](?:acute|grave|uml|circ));/i;
const CODE = /(`{1,3})(?:(?!\1)[\s\S])+?\1/g;
const MARKDOWN = /(?:^|\n)(?:```|~~~|#{1,6} \S|[-*+] \S)|\*\*\S|`[^`\n]+`|\]\(\S+\)/;
/** Characters of a text that are looked at. */
const LOOKED_AT = 8000;

/** Counts what the texts of a column look like. */
export class FormCount {
  private html = 0;
  private broken = 0;
  private entities = 0;
  private markdown = 0;
  private texts = 0;

  add(whole: string): void {
    this.texts++;
    const text = whole.length > LOOKED_AT ? whole.slice(0, LOOKED_AT) : whole;
    if (MARKDOWN.test(text)) this.markdown++;
    if (text.includes("<")) {
      const sign = tagSign(text.includes("`") ? text.replace(CODE, "") : text);
      if (sign === "html") this.html++;
      else if (sign === "broken") this.broken++;
    }
    if (text.includes("&") && ENTITY.test(text)) this.entities++;
  }

  get form(): TextForm {
    const isHtml = this.html > 0 && this.html > 1.5 * this.broken;
    if (isHtml && this.html >= this.markdown) return "html";
    if (this.markdown > Math.max(0, this.texts * 0.02)) return "markdown";
    return isHtml || (this.entities > 0 && this.broken === 0) ? "html" : "plain";
  }
}

/** Whether a text holds elements that open and close, tags that do not, or none. */
function tagSign(text: string): "html" | "broken" | "none" {
  const open = new Map<string, number>();
  let alone = 0;
  let elements = 0;
  for (const [, end, name = ""] of text.matchAll(TAG)) {
    const element = name.toLowerCase();
    if (STANDS_ALONE.test(element)) alone++;
    if (NEEDS_NO_END.test(element)) {
      if (end === "/") elements++;
      continue;
    }
    open.set(element, (open.get(element) ?? 0) + (end === "/" ? -1 : 1));
    elements++;
  }
  if ([...open.values()].some((count) => count !== 0)) return "broken";
  return elements > 0 || alone > 0 ? "html" : "none";
}

/** A tag with the word before it: `List<String>`. */
const LITERAL = /[\w.$]{0,80}(?:<[/!?]?[a-z][^<>\n`]{0,500}>)+/gi;

/** A text in which tags were meant literally, as Markdown: they become code. What is code already stays as it is. */
export function literalMarkdown(text: string): string {
  if (!text.includes("<")) return text;
  const asCode = (piece: string) => piece.replace(LITERAL, "`$&`");
  let from = 0;
  let out = "";
  for (const code of text.matchAll(CODE)) {
    out += asCode(text.slice(from, code.index)) + code[0];
    from = code.index + code[0].length;
  }
  return out + asCode(text.slice(from));
}

/** A block of code between fences that are longer than any inside; a text that has its own fences stays as it is. */
export function fenced(code: string, language = ""): string {
  const text = code.replace(/^\n+|\s+$/g, "");
  if (/^\s*(?:```|~~~)/.test(text)) return text.trim();
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const mark = "`".repeat(longest + 1);
  return `${mark}${/^[\w+#.-]{1,20}$/.test(language) ? language.toLowerCase() : ""}\n${text}\n${mark}`;
}

/** Lines that look like code: set in, or ending as statements do. */
const CODE_LINE =
  /^(?: {2,}|\t)\S|[;{}]\s*$|^\s*(?:end|def .*|class .*|#include.*|<\/?\w[^<>]*>)\s*$|^\s*[\w.]+\([^)]*\)\s*$/;

/** The rest of a plain text below its first line: code between fences when that is what most lines are. */
export function plainBlock(lines: readonly string[]): string {
  const texts = lines.filter((line) => line.trim() !== "");
  const isCode =
    texts.length > 1 &&
    !texts.some((line) => fenceOf(line) !== null || /^\s*(?:[-*+•]|\w{1,3}[.)])\s/.test(line)) &&
    texts.filter((line) => CODE_LINE.test(line.slice(0, 400))).length >= texts.length * 0.6;
  return isCode ? fenced(lines.join("\n")) : lines.join("\n").trim();
}
