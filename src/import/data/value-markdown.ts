import { fenced, literalMarkdown, type TextForm } from "./cell-text.ts";
import { item } from "./choices.ts";
import { fieldKey } from "./field-names.ts";
import { type DataNode, isEmptyNode, scalarOf, stringOf, textsIn } from "./node.ts";

/** Turns HTML into Markdown and counts what it removed. */
export type FromHtml = (html: string) => string;

/** A text as Markdown, by the form that its column has. */
export function textMarkdown(text: string, form: TextForm, fromHtml: FromHtml): string {
  const unix = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  if (form === "html") return /[<&]/.test(unix) ? fromHtml(unix) : unix.trim();
  return (form === "plain" ? literalMarkdown(unix) : unix).trim();
}

/** Keys of an object that hold its text. */
const TEXT_KEYS = [
  "text",
  "value",
  "content",
  "answer",
  "body",
  "markdown",
  "html",
  "label",
  "title",
  "description",
  "name",
];
const CODE_KEYS = new Set(["code", "snippet", "example"]);
/** `{"en": "...", "de": "..."}` holds one text in several languages. */
const LANGUAGE = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i;

/**
 * Any value as Markdown: a list as a list, an object by the field that holds its text, or else by all of its fields.
 * "" for what is empty.
 */
export function valueMarkdown(node: DataNode, form: TextForm, fromHtml: FromHtml): string {
  if (isEmptyNode(node)) return "";
  if (node.kind === "text") return textMarkdown(node.text, form, fromHtml);
  if (node.kind === "list") {
    const parts = node.items.map((each) => valueMarkdown(each, form, fromHtml)).filter((part) => part !== "");
    if (isLines(node.items)) return parts.join("\n");
    // Several people may have given the same answer.
    const different = [...new Set(parts)];
    if (different.length === 1) return different[0] ?? "";
    const areBlocks = different.some((part) => /^(?:```|~~~|- |#)/.test(part));
    return areBlocks ? different.join("\n\n") : different.map(item).join("\n");
  }
  const texts = node.entries.filter(({ value }) => !isEmptyNode(value));
  const main = TEXT_KEYS.map((key) => texts.find((entry) => fieldKey(entry.key) === key)).find(
    (entry) => entry !== undefined && stringOf(entry.value) !== null,
  );
  if (main !== undefined) {
    const code = texts.find(({ key, value }) => CODE_KEYS.has(fieldKey(key)) && stringOf(value) !== null);
    const language = scalarOf(texts.find(({ key }) => /^lang/i.test(key))?.value) ?? "";
    const text = valueMarkdown(main.value, form, fromHtml);
    return code === undefined ? text : `${text}\n\n${fenced(stringOf(code.value) ?? "", language)}`;
  }
  if (texts.length > 1 && texts.every(({ key, value }) => LANGUAGE.test(key) && stringOf(value) !== null)) {
    return valueMarkdown(
      (texts.find(({ key }) => /^en/i.test(key)) ?? texts[0])?.value ?? node,
      form,
      fromHtml,
    );
  }
  return texts
    .map(({ key, value }) =>
      named(CODE_KEYS.has(fieldKey(key)) ? "" : key, codeOr(key, value, form, fromHtml)),
    )
    .join("\n");
}

function codeOr(key: string, value: DataNode, form: TextForm, fromHtml: FromHtml): string {
  const code = CODE_KEYS.has(fieldKey(key)) ? stringOf(value) : null;
  return code === null ? valueMarkdown(value, form, fromHtml) : fenced(code);
}

/** `- **Name:** text`, the name as a person would write it. */
export function named(name: string, text: string): string {
  if (name === "") return item(text);
  const below = text.startsWith("- ")
    ? `\n${text}`
    : /^(?:```|~~~|#|\|)/.test(text)
      ? `\n\n${text}`
      : ` ${text}`;
  return item(`**${spoken(name)}:**${below}`);
}

/** `goodToHear` and `good_to_hear` give `Good to hear`. */
function spoken(name: string): string {
  const words = name
    .trim()
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ")
    .replace(/[\s_]+/g, " ")
    .trim();
  const text = /^[^\p{Lu}]*$|\p{Ll} \p{Lu}\p{Ll}/u.test(words) ? words.toLowerCase() : words;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Lines of one text that a notebook or an export keeps apart: they end in line ends. */
const isLines = (items: readonly DataNode[]): boolean =>
  items.length > 1 && items.slice(0, -1).every((node) => node.kind === "text" && /\n$/.test(node.text));

/** The values of a list, or of a text that holds several with commas, semicolons, bars or number signs between. */
export function tagsOf(node: DataNode): string[] {
  if (node.kind !== "text") return textsIn(node).map((text) => text.trim().slice(0, 80));
  const text = node.text.trim().slice(0, 2000);
  const parts = /[,;|\n，；、]/.test(text)
    ? text.split(/[,;|\n，；、]/)
    : text.startsWith("#")
      ? text.split(/\s+/)
      : [text];
  return parts
    .map((part) =>
      part
        .trim()
        .replace(/^#/, "")
        .replace(/^["'[]+|["'\]]+$/g, "")
        .slice(0, 80),
    )
    .filter(Boolean);
}
