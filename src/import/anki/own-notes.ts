import { parseQuestion, printQuestion, promptOf, type Question } from "../../deck/index.ts";

/** The note type that questions of ours have in Anki. */
export const OWN_TYPE = "Vivarium";
/** Never changes: Anki knows the note type by it. */
export const OWN_TYPE_ID = 1_764_288_000_000;

/** Its fields. No card shows the last: it holds the whole question, so that nothing is lost on the way back. */
export const OWN_FIELDS = [
  "Prompt",
  "Answer",
  "Points",
  "Misconceptions",
  "FollowUps",
  "Id",
  "Source",
  "Deck file",
] as const;
type OwnField = (typeof OWN_FIELDS)[number];

export const OWN_FRONT = "{{Prompt}}";
export const OWN_BACK = [
  "{{FrontSide}}",
  "<hr id=answer>",
  "{{Answer}}",
  "{{#Points}}<h3>Points</h3>{{Points}}{{/Points}}",
  "{{#Misconceptions}}<h3>Misconceptions</h3>{{Misconceptions}}{{/Misconceptions}}",
  "{{#FollowUps}}<h3>Follow-ups</h3>{{FollowUps}}{{/FollowUps}}",
].join("\n\n");

/** A question as the fields of a note, in HTML. `render` turns Markdown into safe HTML. */
export function ownFields(
  question: Question,
  render: (markdown: string) => string,
): Record<OwnField, string> {
  const html = (markdown: string) => withoutControls(render(markdown));
  const list = (items: readonly string[]) => html(items.map((item) => `- ${item}`).join("\n"));
  return {
    Prompt: html(promptOf(question)),
    Answer: html(question.answer),
    Points: list(question.points.map(({ text, weight }) => (weight === "bonus" ? `${text} (bonus)` : text))),
    Misconceptions: list(question.misconceptions.map(({ claim, correction }) => `${claim} → ${correction}`)),
    FollowUps: list(question.followUps.map(({ text }) => text)),
    Id: question.id,
    Source: escapeHtml(question.source),
    "Deck file": `<pre>${escapeHtml(printQuestion(question))}</pre>`,
  };
}

/** What a note of ours tells on the way back. */
export interface OwnNote {
  readonly question: Question;
  /** Whether its prompt or its answer was edited in Anki: the field then says more than the deck file does. */
  readonly edited: { readonly prompt: boolean; readonly answer: boolean };
}

/**
 * The question that a note of ours holds; null for every other note, and where its deck file cannot be read any more.
 * @param name the document, for messages
 */
export function readOwnNote(
  name: string,
  fields: ReadonlyMap<string, string>,
  render: (markdown: string) => string,
): OwnNote | null {
  const file = parseQuestion(name, unescapeHtml(fields.get("Deck file") ?? ""));
  if (!file.ok) return null;
  const { question } = file;
  const written = ownFields(question, render);
  const isEdited = (field: OwnField) => normal(fields.get(field) ?? "") !== normal(written[field]);
  return { question, edited: { prompt: isEdited("Prompt"), answer: isEdited("Answer") } };
}

/** Whether notes of this type may hold questions of ours: Anki renames a type that it has already. */
export const isOwnType = (fields: readonly string[]): boolean =>
  OWN_FIELDS.every((name) => fields.includes(name));

/** Anki composes accents when it takes a note. */
const normal = (html: string): string => html.normalize("NFC").trim();

/** Text as HTML. */
export const escapeHtml = (text: string): string =>
  withoutControls(text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"));

/** Characters that part fields or end texts in a collection go in disguise. */
const withoutControls = (html: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
  html.replace(/[\0\r\x1f]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The inverse, also after Anki's editor has touched the field. */
function unescapeHtml(html: string): string {
  return html
    .trimStart()
    .replace(/^<pre>|<\/pre>\s*$/gi, "")
    .replace(/<br\s{0,9}\/?>/gi, "\n")
    .replace(/&(?:#(\d{1,3})|(lt|gt|amp|nbsp|quot));/g, (_, code: string | undefined, name: string) =>
      code === undefined ? (NAMED[name] ?? "") : String.fromCharCode(Number(code)),
    );
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", nbsp: "\u00a0", quot: '"' };
