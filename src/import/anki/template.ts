import { showCloze } from "./cloze.ts";

/** A piece of a template. `open` and `close` belong together by place, so that what is not shown is passed in one step. */
type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "field"; readonly name: string; readonly filters: readonly string[] }
  | { readonly kind: "open"; readonly name: string; readonly wantsText: boolean; end: number }
  | { readonly kind: "close" };

/** One side of a card as its author wrote it. */
export interface Template {
  readonly pieces: readonly Piece[];
  /** Scripts, style sheets and the like that stand in it: not rendered. */
  readonly removed: number;
}

/** What a piece costs beside its characters, counted in characters. */
const PIECE = 8;

const TAG = /\{\{([^{}]{1,400})\}\}/g;

/**
 * Reads one side of a card: `{{Field}}`, `{{filter:Field}}`, `{{#Field}}...{{/Field}}`, `{{^Field}}...{{/Field}}`.
 * A condition that nobody ends reaches to the end; an end of nothing is passed over.
 */
export function parseTemplate(source: string): Template {
  const { text, removed } = withoutActive(source);
  const pieces: Piece[] = [];
  const open: Extract<Piece, { kind: "open" }>[] = [];
  let end = 0;
  for (const match of text.matchAll(TAG)) {
    if (match.index > end) pieces.push({ kind: "text", text: text.slice(end, match.index) });
    end = match.index + match[0].length;
    const tag = (match[1] ?? "").trim();
    const name = tag.slice(1).trim();
    if (tag.startsWith("#") || tag.startsWith("^")) {
      const piece = {
        kind: "open" as const,
        name,
        wantsText: tag.startsWith("#"),
        end: Number.POSITIVE_INFINITY,
      };
      pieces.push(piece);
      open.push(piece);
    } else if (tag.startsWith("/")) {
      const last = open.at(-1);
      if (last?.name !== name) continue;
      open.pop();
      last.end = pieces.length;
      pieces.push({ kind: "close" });
    } else if (!tag.startsWith("!")) {
      const parts = tag.split(":").map((part) => part.trim());
      pieces.push({ kind: "field", name: parts.pop() ?? "", filters: parts });
    }
  }
  if (end < text.length) pieces.push({ kind: "text", text: text.slice(end) });
  return { pieces, removed };
}

/** Scripts of a template may be long and stand on every card: they go before anything is rendered. */
function withoutActive(source: string): { text: string; removed: number } {
  const lower = source.toLowerCase();
  const missing = new Set<string>();
  let text = "";
  let end = 0;
  let removed = 0;
  for (const match of lower.matchAll(/<(script|style)(?=[\s>/])|<!--/g)) {
    if (match.index < end) continue;
    const close = match[1] === undefined ? "-->" : `</${match[1]}`;
    if (missing.has(close)) continue;
    const at = lower.indexOf(close, match.index + match[0].length);
    if (at < 0) {
      missing.add(close);
      continue;
    }
    if (match[1] === "script") removed++;
    text += source.slice(end, match.index);
    const after = match[1] === undefined ? at + close.length : lower.indexOf(">", at) + 1;
    end = after === 0 ? source.length : after;
  }
  return { text: text + source.slice(end), removed };
}

/** What a side of one card is rendered from. */
export interface CardText {
  /** The fields of the note by name. */
  readonly fields: ReadonlyMap<string, string>;
  readonly tags: readonly string[];
  readonly side: "front" | "back";
  /** The number of the cloze that the card hides; null for a card without. */
  readonly cloze: number | null;
  /** Takes what was done (pieces, characters) and throws when it is too much. */
  spend(work: number): void;
}

/** A side of a card as HTML, with what its maker has to know to leave out repetitions. */
export interface Rendered {
  readonly html: string;
  /** Fields that were shown as they are, and where the answer's mark stands in the output: -1 without one. */
  readonly shown: ReadonlySet<string>;
  readonly shownBeforeAnswer: ReadonlySet<string>;
  readonly answerAt: number;
  /** Whether a cloze of the card's number was met; what it hides when that is all. */
  readonly hasCloze: boolean;
  readonly hints: number;
}

/** `<hr id=answer>` stands between what was asked and what is answered. */
const ANSWER_MARK = /<hr\b[^<>]{0,200}\bid\s*=\s*["']?answer["']?[^<>]{0,200}>/i;

/** Renders one side of a card. Fields are text: what looks like a template in them is not read as one. */
export function renderTemplate({ pieces }: Template, card: CardText): Rendered {
  let html = "";
  let answerAt = -1;
  let hasCloze = false;
  let hints = 0;
  const shown = new Set<string>();
  let shownBeforeAnswer: ReadonlySet<string> = shown;
  const put = (text: string) => {
    card.spend(text.length);
    html += text;
  };
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    card.spend(PIECE);
    if (piece === undefined || piece.kind === "close") continue;
    if (piece.kind === "open") {
      if (hasText(piece.name, card) !== piece.wantsText) at = piece.end;
      continue;
    }
    if (piece.kind === "text") {
      const mark = answerAt < 0 ? ANSWER_MARK.exec(piece.text) : null;
      if (mark === null) put(piece.text);
      else {
        put(piece.text.slice(0, mark.index));
        answerAt = html.length;
        shownBeforeAnswer = new Set(shown);
        put(piece.text.slice(mark.index + mark[0].length));
      }
      continue;
    }
    const field = showField(piece.name, piece.filters, card);
    hasCloze ||= field.hasCloze;
    if (field.isHint) hints++;
    if (field.html !== "") shown.add(field.hasCloze ? `cloze:${piece.name}` : piece.name);
    put(field.html);
  }
  return { html, shown, shownBeforeAnswer, answerAt, hasCloze, hints };
}

interface Shown {
  readonly html: string;
  readonly hasCloze: boolean;
  readonly isHint: boolean;
}

const NOTHING: Shown = { html: "", hasCloze: false, isHint: false };

function showField(name: string, filters: readonly string[], card: CardText): Shown {
  const value = card.fields.get(name);
  // Tags, decks and types are kept apart; the front is kept as the question; what is spoken is no text.
  if (value === undefined || filters.some((filter) => /^tts\b/i.test(filter))) return NOTHING;
  if (filters.includes("type") && card.side === "front") return NOTHING;
  if (filters.includes("hint") && card.side === "front") return { ...NOTHING, isHint: hasContent(value) };
  let html = value;
  let hasCloze = false;
  if (card.cloze !== null && (filters.includes("cloze") || filters.includes("cloze-only"))) {
    const clozed = showCloze(value, card.cloze, card.side);
    hasCloze = clozed.found;
    html = filters.includes("cloze-only") ? clozed.hidden.join(", ") : clozed.html;
    if (!hasCloze) html = "";
  }
  if (filters.includes("text")) html = html.replace(/<[^<>]*>/g, " ");
  return { html, hasCloze, isHint: false };
}

function hasText(name: string, card: CardText): boolean {
  if (name === "Tags") return card.tags.length > 0;
  if (card.cloze !== null && name === `c${card.cloze}`) return true;
  if (name === "FrontSide") return card.side === "back";
  return hasContent(card.fields.get(name) ?? "");
}

/** Line breaks and empty blocks are no content. */
function hasContent(html: string): boolean {
  const empty = /<\/?(?:br|div)\s{0,20}\/?>|\s{1,1000}/iy;
  for (let at = 0; at < html.length; at = empty.lastIndex) {
    empty.lastIndex = at;
    if (!empty.test(html)) return true;
  }
  return false;
}
