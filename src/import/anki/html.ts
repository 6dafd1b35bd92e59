import { fragmentToMarkdown } from "../html/fragment.ts";
import type { KeepPicture } from "../html/inline.ts";

/** Takes the name of a file that a card shows and gives its address here; null when it is not kept. */
export type KeepMedia = (name: string) => string | null;

/** What cards show besides text. */
export interface CardMedia {
  readonly keep: KeepMedia;
  /** Takes a picture that stands in the card itself, as `data:`. */
  readonly keepPicture: KeepPicture;
}

/** What opens a formula, what ends it, and the mark it gets here. */
const FORMULAS = [
  { open: "[latex]", close: "[/latex]", mark: "$$" },
  { open: "[$$]", close: "[/$$]", mark: "$$" },
  { open: "[$]", close: "[/$]", mark: "$" },
  { open: "\\(", close: "\\)", mark: "$" },
  { open: "\\[", close: "\\]", mark: "$$" },
] as const;

/** What opens a formula, or code, where nothing is one. */
const OPENS = /\[latex\]|\[\$\$?\]|\\[([]|<anki-mathjax\b[^<>]{0,200}>|<(pre|code)(?=[\s>])/gi;

/** Formulas wait here while the rest becomes Markdown: two characters that no text uses stand round their place. */
const HOLD = "\uE000";
const HELD = "\uE001";
const HELD_FORMULA = /\uE000(\d{1,7})\uE001/g;

/** Files that are heard; others that are no picture are only linked to. */
const SOUND = /\[sound:([^[\]\n]{1,300})\]/g;
/** What Anki reads aloud, and buttons of players. */
const SPOKEN = /\[\/?anki:[^[\]\n]{0,300}\]/g;
const MEDIA_TAG =
  /<(img|audio|video|source)\b((?:[^<>"']|"[^"]{0,4000}"|'[^']{0,4000}'){0,2000})>|<\/(?:audio|video|source)\s{0,9}>/gi;
const SRC = /(?<![\w-])src\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/**
 * One side of a card as Markdown: formulas stay as their author typed them between `$`, sounds become links, and the
 * files that it shows bear the names they are kept under.
 */
export function cardMarkdown(
  html: string,
  { keep, keepPicture }: CardMedia,
): { markdown: string; removed: number } {
  const { text, formulas } = holdFormulas(html.replace(/[\uE000\uE001]/g, ""));
  const { markdown, removed } = fragmentToMarkdown(withKeptMedia(text, keep), keepPicture);
  const put = (_: string, at: string) => formulas[Number(at)] ?? "";
  return { markdown: formulas.length === 0 ? markdown : markdown.replace(HELD_FORMULA, put), removed };
}

function holdFormulas(html: string): { text: string; formulas: string[] } {
  const formulas: string[] = [];
  const lower = html.toLowerCase();
  // A closing mark that is not there once is not looked for again: the work stays one pass.
  const missing = new Set<string>();
  let text = "";
  let end = 0;
  for (const match of lower.matchAll(OPENS)) {
    if (match.index < end) continue;
    const inner = match.index + match[0].length;
    const formula = FORMULAS.find(({ open }) => open === match[0]);
    const code = match[1];
    const close = formula?.close ?? (code === undefined ? "</anki-mathjax>" : `</${code}`);
    const at = missing.has(close) ? -1 : lower.indexOf(close, inner);
    if (at < 0) {
      missing.add(close);
      continue;
    }
    if (code !== undefined) {
      text += html.slice(end, at);
      end = at;
      continue;
    }
    const isBlock = formula === undefined && /\bblock\s{0,9}=\s{0,9}"?true/.test(match[0]);
    const tex = plain(html.slice(inner, at));
    const mark = isBlock ? "$$" : (formula?.mark ?? "$");
    // LaTeX of a whole note sets its own marks.
    const whole = tex.includes("$") ? tex : `${mark}${tex}${mark}`;
    text += html.slice(end, match.index);
    if (tex !== "") text += `${HOLD}${formulas.push(whole) - 1}${HELD}`;
    end = at + close.length;
  }
  return { text: text + html.slice(end), formulas };
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** A formula without the tags that an editor put into it, on one line. */
function plain(html: string): string {
  return html
    .replace(/<[a-z/!][^<>]*>/gi, " ")
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (all, decimal, hex, name) => {
      if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? all;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : " ";
    })
    .replace(/\s+/g, " ")
    .trim();
}

function withKeptMedia(html: string, keep: KeepMedia): string {
  const heard = html.includes("[sound:") || html.includes("anki:");
  const text = heard
    ? html.replace(SPOKEN, "").replace(SOUND, (_, name: string) => linkTo(plain(name), keep))
    : html;
  return text.replace(MEDIA_TAG, (all, tag: string | undefined, attributes: string | undefined) => {
    if (tag === undefined) return "";
    const found = SRC.exec(attributes ?? "");
    const name = fileName(found?.[1] ?? found?.[2] ?? found?.[3] ?? "");
    if (tag.toLowerCase() !== "img") return name === null || name === "" ? "" : linkTo(name, keep);
    if (name === null || found === null || attributes === undefined) return all;
    const kept = keep(name);
    const src = kept === null ? "" : `src="${kept}"`;
    return `<img${attributes.slice(0, found.index)}${src}${attributes.slice(found.index + found[0].length)}>`;
  });
}

/** The file that a `src` names; null when it leads elsewhere. */
function fileName(src: string): string | null {
  const name = plain(src);
  if (/^(?:https?:|data:)/i.test(name)) return null;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function linkTo(name: string, keep: KeepMedia): string {
  const kept = keep(name);
  return kept === null ? "" : `<a href="${kept}">${kept.replace(/^media\//, "")}</a>`;
}
