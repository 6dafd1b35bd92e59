import { parseLabel } from "../text/labels.ts";
import { type Numbered, takeNumber } from "../text/numbering.ts";

/** Tags that only dress a title; others (`<T>` of a generic type, tags in backticks) are part of what it says. */
const DRESS =
  /(`[^`\n]*`)|<\/?(?:a|abbr|b|big|br|center|details|div|em|font|h[1-6]|i|img|ins|kbd|mark|p|small|span|strong|sub|summary|sup|u)(?:\s[^<>]{0,2000})?\/?>/gi;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  "#39": "'",
};

/** No title has more characters; what is longer is left as it is, so that no pattern works on megabytes. */
const LONGEST = 4000;

/** A title with none of these characters has nothing to take off. */
const DRESSED = /[<&*_`[\]{:#]/;

/**
 * A title as one line of Markdown: without emphasis, link targets, anchors, dressing tags, leading emoji codes and the
 * marks of a heading. Code stays code.
 */
export function cleanTitle(text: string): string {
  if (text.length > LONGEST || !DRESSED.test(text)) return text.replace(/\s+/g, " ").trim();
  return (
    text
      .replace(/<code\b[^<>]*>([^<>]*)<\/code>/gi, "`$1`")
      .replace(DRESS, (_, code?: string) => code ?? " ")
      // An arrow back to the contents.
      .replace(/\[\[?[^\p{L}\p{N}[\]\n]{1,4}\]?\]\(#[^)\n]*\)/gu, "")
      .replace(/!\[[^\]\n]*\]\([^)\n]*\)/g, "")
      .replace(/\[([^\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)/g, "$1")
      .replace(/\[([^\]\n]+)\]\[[^\]\n]*\]/g, "$1")
      .replace(/\{#[\w-]+\}\s*$/, "")
      .replace(/&(#?\w{1,6});/g, (all, name: string) => ENTITIES[name.toLowerCase()] ?? all)
      .replace(
        /(`[^`]*`)|\*\*|(?<![\p{L}\p{N}_])__(?=\S)|(?<=\S)__(?![\p{L}\p{N}_])/gu,
        (_, code?: string) => code ?? "",
      )
      .replace(/^(?:\s*:[a-z0-9_+-]+:)+|(?:\s*:[a-z_]{3,}:)+\s*$/gi, "")
      .replace(/\s+(?:#+|\*+)\s*$/, "")
      .replace(/\s+/g, " ")
      .trim()
      .replace(/^([*_])(?=\S)([^*_]+)\1$/, "$2")
  );
}

/** A title without the layout that opens it: emphasis marks, emoji, arrows, check boxes. For finding its number. */
export function bareTitle(text: string): string {
  const clean = cleanTitle(text);
  return /[\p{L}\p{N}]/u.test(clean)
    ? clean
        .replace(/^#{1,6}\s+/, "")
        .replace(/^(?:\p{So}|[\u{1f3fb}-\u{1f3ff}]|\ufe0f|\u200d|[•▪●✅]|\[[ x]\]|[*_]{1,3}(?=\S))+\s*/u, "")
    : clean;
}

/** A title without its number, and whether a label (`Q.`, `Question 3:`) says that it is a question. */
interface TitleParts extends Numbered {
  readonly labelled: boolean;
}

/** A title parted from its number and from a label such as `Q.` or `Question 3:`. */
export function titleParts(text: string): TitleParts {
  const bare = bareTitle(text);
  const label = parseLabel(bare);
  if (label?.kind === "question" && label.rest !== "") {
    return { number: label.number, rest: bareTitle(label.rest), labelled: true };
  }
  const { number, rest } = takeNumber(bare);
  return { number, rest: rest === "" ? bare : bareTitle(rest), labelled: false };
}
