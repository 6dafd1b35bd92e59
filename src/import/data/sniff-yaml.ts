import type { SourceText } from "../reader.ts";
import { fieldKey, rankOf } from "./field-names.ts";

/** Lines that are looked at. */
const LOOKED_AT = 200;

export const isYamlNamed = (name: string): boolean => /\.ya?ml$/i.test(name);

const PAIR =
  /^(\s*(?:- +)*)(?:"([^"]{1,200})"|'([^']{1,200})'|([^\s"'#:{}[\],&*!|>%@`-][^:#]{0,200}?|[^\s"'#:{}[\],&*!|>%@`-]))\s*:(?:\s|$)/;

/**
 * 0..1. By its name, or where the margin holds nothing but keys and items and an item sets `question:` above `answer:`
 * in one column. A list of labels in Markdown may look like it: then the readers of text decide.
 */
export function sniffYaml({ name, lines }: SourceText): number {
  const texts = lines
    .slice(0, LOOKED_AT)
    .filter((line) => /\S/.test(line) && !/^\s*#/.test(line) && !/^(?:---|\.\.\.|%YAML.*)\s*$/.test(line));
  const [first = ""] = texts;
  if (texts.length < 2 || /^[<[{]/.test(first.trimStart())) return 0;
  const margin = texts.filter((line) => /^\S/.test(line));
  const shaped = margin.filter((line) => /^- |^-$/.test(line) || PAIR.test(line.slice(0, 300))).length;
  if (isYamlNamed(name)) return shaped >= margin.length * 0.8 ? 0.95 : 0.5;
  if (shaped < margin.length || margin.length === texts.length) return 0;
  return hasItems(texts) ? 0.92 : 0;
}

/** Whether an item opens with a key, goes on with another in the same column, and one of them is a question's. */
function hasItems(texts: readonly string[]): boolean {
  let asked = 0;
  for (const [at, line] of texts.entries()) {
    const [, lead = "", a, b, c] = PAIR.exec(line.slice(0, 300)) ?? [];
    if (!/^\s*- +$/.test(lead)) continue;
    const keys = [a ?? b ?? c ?? ""];
    for (const below of texts.slice(at + 1, at + 12)) {
      const [, column = "", d, e, f] = PAIR.exec(below.slice(0, 300)) ?? [];
      if (/^\s*- /.test(below) && below.search(/\S/) <= line.search(/\S/)) break;
      if (column.length === lead.length && !column.includes("-")) keys.push(d ?? e ?? f ?? "");
    }
    const names = keys.map(fieldKey);
    if (
      names.length > 1 &&
      names.some((key) => rankOf("question", key) >= 0) &&
      keys.every((key) => /^[\p{Ll}\p{Lo}]/u.test(key))
    )
      asked++;
  }
  return asked > 0;
}
