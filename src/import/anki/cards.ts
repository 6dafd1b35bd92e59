import { VivaError } from "../../base/index.ts";
import type { DraftQuestion, ImportWarning } from "../reader.ts";
import { markdownToCardHtml } from "./card-html.ts";
import type { AnkiCard, AnkiCollection, NoteType } from "./collection.ts";
import { type CardMedia, cardMarkdown } from "./html.ts";
import { isOwnType, type OwnNote, readOwnNote } from "./own-notes.ts";
import { splitFront, withoutLabel } from "./question.ts";
import { type CardText, parseTemplate, type Rendered, renderTemplate, type Template } from "./template.ts";

/** Pieces and characters that all cards together may be rendered to. */
const MOST_RENDERED = 96 * 1024 * 1024;
/** Characters of a template; more is skipped with its cards. */
const LARGEST_TEMPLATE = 1024 * 1024;
const PLACES_SHOWN = 5;

/** Why a card gives no question, as the warning puts it. */
const REJECTED = {
  note: "whose note is missing or longer than 1 MB",
  type: "whose note type or template is missing",
  front: "whose front is empty",
  cloze: "whose cloze is missing from the text",
} as const;
type Rejection = keyof typeof REJECTED;

interface Sides {
  readonly front: Template;
  readonly back: Template;
}

/** Turns cards into questions, and remembers what it could not keep. */
export interface CardReader {
  /** Null for a card that gives no question: a warning tells. */
  read(card: AnkiCard, section: string): DraftQuestion | null;
  warnings(): ImportWarning[];
}

/** @throws VivaError VIVA_FILE_TOO_LARGE from `read`, when the cards render to more than any collection does */
export function cardReader(document: string, collection: AnkiCollection, media: CardMedia): CardReader {
  const rejected = new Map<Rejection, number[]>();
  const occluded: number[] = [];
  const hinted: number[] = [];
  const unreadable: number[] = [];
  let active = 0;
  let left = MOST_RENDERED;
  const spend = (work: number) => {
    left -= work;
    if (left >= 0) return;
    throw new VivaError(
      "VIVA_FILE_TOO_LARGE",
      `${document} holds cards that show more than ${MOST_RENDERED / 1048576} MB: nothing imported; export fewer cards`,
    );
  };
  const reject = (why: Rejection, card: AnkiCard): null => {
    const cards = rejected.get(why) ?? [];
    cards.push(card.id);
    rejected.set(why, cards);
    return null;
  };
  if (collection.lost.length > 0) rejected.set("note", [...collection.lost]);
  const templates = new Map<string, Sides | null>();
  const sidesOf = (typeId: number, type: NoteType, ord: number): Sides | null => {
    const key = `${typeId} ${ord}`;
    let sides = templates.get(key);
    if (sides === undefined) {
      sides = parseSides(type.templates.get(ord));
      active += (sides?.front.removed ?? 0) + (sides?.back.removed ?? 0);
      templates.set(key, sides);
    }
    return sides;
  };

  return {
    read(card, section) {
      const { note } = card;
      const type = collection.noteTypes.get(note.type);
      if (type === undefined) return reject("type", card);
      const fields = new Map(type.fields.map((name, i) => [name, note.fields[i] ?? ""]));
      const place = `cid:${card.id}`;
      if (isOwnType(type.fields)) {
        const own = readOwnNote(place, fields, markdownToCardHtml);
        if (own !== null) return { ...ownQuestion(own, fields, media), place };
        unreadable.push(card.id);
      }
      if (type.isImageOcclusion || isOccluded(type, note.fields)) {
        occluded.push(card.id);
        return null;
      }
      const sides = sidesOf(note.type, type, type.isCloze ? 0 : card.ord);
      if (sides === null) return reject("type", card);
      const text: Omit<CardText, "side"> = {
        fields,
        tags: note.tags,
        cloze: type.isCloze ? card.ord + 1 : null,
        spend,
      };
      const front = renderTemplate(sides.front, { ...text, side: "front" });
      if (type.isCloze && !front.hasCloze) return reject("cloze", card);
      const back = renderTemplate(sides.back, { ...text, side: "back" });
      if (front.hints > 0) hinted.push(card.id);
      const prompt = cardMarkdown(front.html, media);
      if (prompt.markdown === "") return reject("front", card);
      const answer = cardMarkdown(answerOf(front, back), media);
      active += prompt.removed + answer.removed;
      return {
        section,
        ...splitFront(withoutLabel(prompt.markdown, "question")),
        answer: withoutLabel(answer.markdown, "answer"),
        number: null,
        line: 1,
        place,
        ...(note.tags.length > 0 && { tags: note.tags }),
      };
    },

    warnings() {
      const warnings: ImportWarning[] = [];
      const warn = (code: ImportWarning["code"], cards: readonly number[], what: string) => {
        if (cards.length === 0) return;
        const places = cards.slice(0, PLACES_SHOWN).map((id) => `cid:${id}`);
        const more = cards.length > PLACES_SHOWN ? ` and ${cards.length - PLACES_SHOWN} more` : "";
        const count = cards.length === 1 ? "1 card" : `${cards.length} cards`;
        const [place = ""] = places;
        warnings.push({ code, line: 1, place, text: `${count} ${what}: ${places.join(", ")}${more}` });
      };
      for (const [why, cards] of rejected) warn("rejected", cards, `not imported, ${REJECTED[why]}`);
      warn("not-kept", occluded, "not imported, where parts of a picture are covered");
      warn("not-kept", hinted, "with a hint to unfold, which is left out");
      warn("not-kept", unreadable, "whose deck file was edited and cannot be read, imported as plain cards");
      if (active > 0) {
        const what = active === 1 ? "1 piece" : `${active} pieces`;
        warnings.push({
          code: "active-content",
          line: 1,
          text: `${what} of active content (scripts, forms, frames, what fetches by itself) left out`,
        });
      }
      return warnings;
    },
  };
}

function parseSides(template: { front: string; back: string } | undefined): Sides | null {
  if (template === undefined || template.front.length + template.back.length > LARGEST_TEMPLATE) return null;
  return { front: parseTemplate(template.front), back: parseTemplate(template.back) };
}

const isOccluded = (type: NoteType, fields: readonly string[]): boolean =>
  type.isCloze && fields.some((field) => field.includes("::image-occlusion:"));

/**
 * What the back adds to the front. What stands above the answer's mark repeats the question when it shows no field that
 * the front did not show; without a mark, a back that begins with the whole front does.
 */
function answerOf(front: Rendered, back: Rendered): string {
  if (back.answerAt >= 0) {
    const isRepeated = [...back.shownBeforeAnswer].every(
      (field) => front.shown.has(field) && !field.startsWith("cloze:"),
    );
    return isRepeated ? back.html.slice(back.answerAt) : back.html;
  }
  const asked = front.html.trim();
  const html = back.html.trim();
  const added = asked !== "" && html.startsWith(asked) ? html.slice(asked.length) : html;
  return added.replace(RULES_ABOVE, "");
}

/** What parts the question from the answer where nothing is left of the question. */
const RULES_ABOVE = /^(?:\s|<hr\b[^<>]{0,200}>|<br\s{0,9}\/?>)+/i;

/** A question of ours comes back whole; a prompt or an answer that was edited in Anki comes as it is there. */
function ownQuestion(
  { question, edited }: OwnNote,
  fields: ReadonlyMap<string, string>,
  media: CardMedia,
): DraftQuestion {
  const markdownOf = (field: string) => cardMarkdown(fields.get(field) ?? "", media).markdown;
  const prompt = edited.prompt ? splitFront(markdownOf("Prompt")) : question;
  const title = prompt.title || question.title;
  const { body } = prompt;
  const answer = edited.answer ? markdownOf("Answer") : question.answer;
  for (const [, name = ""] of `${title}\n${body}\n${answer}`.matchAll(/\]\(media\/([a-z0-9.-]{1,120})\)/g))
    media.keep(name);
  return {
    section: question.section,
    title,
    body,
    answer,
    number: null,
    line: 1,
    tags: question.tags,
    ...(question.level !== null && { level: question.level }),
    whole: { ...question, title, body, answer },
  };
}
