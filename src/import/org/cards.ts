import { titleParts } from "../markdown/title.ts";
import type { DraftQuestion } from "../reader.ts";
import { isBlank } from "../text/block.ts";
import { parseLabel } from "../text/labels.ts";
import { bodyText } from "./body.ts";
import { orgInline } from "./inline.ts";
import type { OrgEntry, OrgTree } from "./tree.ts";

const FRONT = /^(?:the )?(?:front|question|prompt|text|frente|vorderseite|recto|лицо|正面)$/i;
const BACK =
  /^(?:the )?(?:back|answer|solution|extra|explanation|reverso|verso|rückseite|оборот|背面)(?: side)?$/i;

/** What a child of a card says of itself. */
function sideOf({ title }: OrgEntry): "front" | "back" | null {
  if (FRONT.test(title)) return "front";
  if (BACK.test(title)) return "back";
  const label = parseLabel(title);
  if (label === null || label.rest !== "") return null;
  return label.kind === "question" ? "front" : "back";
}

/** An entry that its tag, its properties or its children make a card. */
export function isCard(entry: OrgEntry, tree: OrgTree): boolean {
  if (sideOf(entry) !== null) return false;
  if (entry.children.some((child) => sideOf(child) === "back")) return true;
  if (entry.tags.includes("fc") || entry.properties.has("FC_TYPE")) return true;
  if (entry.properties.has("ANKI_NOTE_TYPE")) return true;
  return (
    isDrill(entry) || (entry.children.length === 0 && /:drill:/.test(tree.settings.get("FILETAGS") ?? ""))
  );
}

const isDrill = ({ tags, properties }: OrgEntry): boolean =>
  tags.includes("drill") || properties.has("DRILL_CARD_TYPE");

/** Tags by which programs know their cards: no subject. */
const PROGRAM_TAGS = new Set(["drill", "fc", "suspended", "leech"]);

/** Reads a card. Its section is left to the outline. */
export function cardQuestion(entry: OrgEntry): Omit<DraftQuestion, "section"> {
  const { prompt, answer } = sidesOf(entry);
  const [first = "", ...rest] = prompt.split("\n");
  const { number, rest: title } = titleParts(first);
  const ankiTags = (entry.properties.get("ANKI_TAGS") ?? "").split(/\s+/);
  const tags = [...entry.tags, ...ankiTags].filter((tag) => tag !== "" && !PROGRAM_TAGS.has(tag));
  return {
    title,
    body: rest.join("\n").trim(),
    answer,
    number,
    line: entry.at + 1,
    ...(tags.length === 0 ? {} : { tags }),
  };
}

function sidesOf(entry: OrgEntry): { prompt: string; answer: string } {
  const front = entry.children.find((child) => sideOf(child) === "front");
  const back = entry.children.filter((child) => sideOf(child) === "back");
  const title = orgInline(entry.title);
  const body = bodyText(entry.body);
  if (back.length > 0) {
    const own =
      isDrill(entry) && body !== "" ? body : [title, body].filter((text) => text !== "").join("\n\n");
    return { prompt: front === undefined ? own : wholeText(front), answer: back.map(wholeText).join("\n\n") };
  }
  if (front !== undefined) return clozed(wholeText(front), "") ?? { prompt: wholeText(front), answer: "" };
  const cloze = clozed(body, isDrill(entry) ? DRILL_CLOZE : OTHER_CLOZE);
  if (cloze !== null) return cloze;
  const [one, two] = entry.children;
  if (isDrill(entry) && one !== undefined && two !== undefined) {
    // A card with several sides: the first asks for the others.
    return {
      prompt: wholeText(one) || orgInline(one.title),
      answer: entry.children.slice(1).map(wholeText).join("\n\n"),
    };
  }
  return {
    prompt: title,
    answer: [body, ...entry.children.map(subtree)].filter((text) => text !== "").join("\n\n"),
  };
}

/** `[text]` and `[text||hint]`, not a link, a footnote, a box or a date. */
const DRILL_CLOZE =
  /(?<!\[|\]|!)\[(?!fn:|\d{4}-|[ xX-]\]|\^)([^[\]\n|]{1,300})(?:\|\|?([^[\]\n]{0,200}))?\](?![[(:])/g;
/** `{{text}{hint}@0}` of org-fc, `{{c1::text::hint}}` of Anki. */
const OTHER_CLOZE =
  /\{\{(?:c\d{1,3}::)?([^{}\n]{1,300}?)(?:::([^{}\n]{0,200}))?\}(?:\{([^{}\n]{0,200})\})?(?:@\d{1,4})?\}/g;

function clozed(text: string, pattern: RegExp | ""): { prompt: string; answer: string } | null {
  const by = pattern === "" ? OTHER_CLOZE : pattern;
  if (text.search(by) < 0) return null;
  const prompt = text.replace(by, (_, __, hint?: string, other?: string) => `[${hint ?? other ?? "…"}]`);
  return { prompt, answer: text.replace(by, (_, said: string) => said) };
}

const wholeText = (entry: OrgEntry): string =>
  [bodyText(entry.body), ...entry.children.map(subtree)].filter((text) => text !== "").join("\n\n");

/** An entry inside an answer, with its heading. */
function subtree(entry: OrgEntry): string {
  const heading = `${"#".repeat(Math.min(6, Math.max(3, entry.level)))} ${orgInline(entry.title)}`;
  return [heading, wholeText(entry)].filter((text) => text !== "").join("\n\n");
}

/** Whether an entry has any text of its own. */
export const hasText = ({ body }: OrgEntry): boolean => body.some(({ text }) => !isBlank(text));
