import { type DeckName, parseDeckName } from "../base/index.ts";
import { oneLine, trimBlankLines, trimBlanks } from "./canonical.ts";
import type { DeckInfo, Problem } from "./deck.ts";
import { FenceTracker } from "./fences.ts";
import { parseFrontMatter } from "./front-matter.ts";
import { DECK_FIELDS, keysOf } from "./front-matter-fields.ts";
import { parseTerms, printTermGroup, type Terms } from "./terms.ts";
import { printList, printScalar } from "./yaml-value.ts";

/** The name of the file that tells about the deck as a whole. */
export const DECK_FILE = "deck.md";

/** The keys of its front matter. */
export const DECK_KEYS = keysOf(DECK_FIELDS);

/**
 * Reads `deck.md`: front matter with `id`, `licence`, `language`, `sections`, `terms`; the title as `# ...`; free text
 * below.
 * What is wrong is reported and the rest still used: a deck is worth asking without its licence.
 * @param fallback the deck's name where the file does not say, or says it wrongly
 */
export function parseDeckFile(
  file: string,
  text: string,
  fallback: DeckName,
): { info: DeckInfo; problems: readonly Problem[] } {
  const lines = text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .split("\n");
  const front = parseFrontMatter(lines, DECK_KEYS);
  const problems: Problem[] = front.problems.map((problem) => ({ file, rule: "front-matter", ...problem }));
  const known = { title: "", licence: "", language: "" };
  let name = fallback;
  let sections: readonly string[] = [];
  let terms: Terms = [];
  for (const entry of front.entries) {
    const { key, line } = entry;
    const value = entry.known ? entry.value : "";
    if (key === "id") {
      const parsed = parseDeckName(String(value));
      if (parsed.ok) name = parsed.value;
      else problems.push({ file, line, rule: "id-form", text: parsed.problem });
    } else if (key === "sections") {
      sections = [value]
        .flat()
        .map(oneLine)
        .filter((each) => each !== "");
    } else if (entry.known && key === "terms") {
      const read = parseTerms([entry.value].flat());
      terms = read.terms;
      for (const { at, text } of read.problems)
        problems.push({ file, line: entry.itemLines[at] ?? line, rule: "terms", text });
    } else if (Object.hasOwn(known, key) && typeof value === "string") {
      known[key as keyof typeof known] = oneLine(value);
    } else if (entry.known) {
      problems.push({ file, line, rule: "front-matter", text: `"${key}" is a list, wanted one text` });
    } else {
      problems.push({ file, line, rule: "unknown-key", text: `"${key}" is not a key of ${DECK_FILE}` });
    }
  }
  const body = lines.slice(front.end);
  const at = titleAt(body);
  const heading = at === -1 ? "" : trimBlanks((body[at] ?? "").replace(TITLE, ""));
  const title = heading || known.title || name;
  const info = {
    name,
    title,
    licence: known.licence,
    language: known.language,
    sections,
    terms,
    text: trimBlankLines(body.slice(at + 1)).join("\n"),
  };
  return { info, problems };
}

/** `deck.md` as text; `parseDeckFile` gives the same information back. */
export function printDeckFile(info: DeckInfo): string {
  const lines = [`id: ${info.name}`, `title: ${printScalar(info.title)}`];
  if (info.licence !== "") lines.push(`licence: ${printScalar(info.licence)}`);
  if (info.language !== "") lines.push(`language: ${printScalar(info.language)}`);
  if (info.sections.length > 0) lines.push(`sections: ${printList(info.sections)}`);
  if (info.terms.length > 0) {
    lines.push("terms:", ...info.terms.map((group) => `  - ${printScalar(printTermGroup(group))}`));
  }
  const text = info.text === "" ? "" : `\n${info.text}\n`;
  return `---\n${lines.join("\n")}\n---\n\n# ${info.title}\n${text}`;
}

const TITLE = /^ {0,3}#[ \t]+/;

function titleAt(body: readonly string[]): number {
  const fences = new FenceTracker();
  return body.findIndex((line) => !fences.take(line) && !fences.inItem && TITLE.test(line));
}
