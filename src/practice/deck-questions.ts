import type { PersonId, QuestionId } from "../base/index.ts";
import type { Deck, Question } from "../deck/index.ts";
import type { RecallRow } from "../store/index.ts";
import type { Workplace } from "./workplace.ts";

/** Which questions of a deck to list. */
export interface QuestionList {
  readonly deck: string;
  /** Only those that hold each of these words, wherever: "" is all. */
  readonly words: string;
  /** Only those of this section; null is all. */
  readonly section: string | null;
  readonly limit: number;
  /** Where the page before ended: the place and id of its last question; null for the first page. */
  readonly after: { readonly at: number; readonly id: string } | null;
}

/** A question with what is remembered of it; null when it was never asked. */
export interface ListedQuestion {
  readonly question: Question;
  readonly row: RecallRow | null;
}

/**
 * Some questions of a deck, in its order.
 * @returns with `last` for the next page, null when there is none
 * @throws VivaError VIVA_DECK_NOT_FOUND; those of the store
 */
export async function questionsOfDeck(
  workplace: Workplace,
  person: PersonId,
  { deck: name, words, section, limit, after }: QuestionList,
): Promise<{ items: ListedQuestion[]; last: { at: number; id: QuestionId } | null }> {
  const { deck } = await workplace.catalogue.deck(name);
  const wanted = folded(words)
    .split(/\s+/)
    .filter((word) => word !== "");
  const page: { question: Question; at: number }[] = [];
  for (let at = placeAfter(deck, after); at < deck.questions.length && page.length <= limit; at++) {
    const question = deck.questions[at];
    if (question === undefined || (section !== null && question.section !== section)) continue;
    if (wanted.length > 0 && !holds(question, wanted)) continue;
    page.push({ question, at });
  }
  const shown = page.slice(0, limit);
  const { recalls } = await workplace.store();
  const rows = await recalls.of(
    person,
    shown.map(({ question }) => question.id),
  );
  const byId = new Map(rows.map((row) => [row.question, row]));
  const end = page.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ question }) => ({ question, row: byId.get(question.id) ?? null })),
    last: end === undefined ? null : { at: end.at, id: end.question.id },
  };
}

/** The sections that a deck's questions are in, in the order they are taught. */
export function sectionsOf({ questions }: Deck): { title: string; questions: number }[] {
  const counts = new Map<string, number>();
  for (const { section } of questions) counts.set(section, (counts.get(section) ?? 0) + 1);
  return [...counts].map(([title, count]) => ({ title, questions: count }));
}

/** A deck may have changed since the page before: then its last question may stand elsewhere, or be gone. */
function placeAfter({ questions }: Deck, after: QuestionList["after"]): number {
  if (after === null) return 0;
  if (questions[after.at]?.id === after.id) return after.at + 1;
  const at = questions.findIndex(({ id }) => id === after.id);
  return at === -1 ? after.at : at + 1;
}

const texts = new WeakMap<Question, string>();

function holds(question: Question, words: readonly string[]): boolean {
  const { id, section, title, body, answer, tags } = question;
  const text = texts.get(question) ?? folded([id, section, title, body, answer, ...tags].join("\n"));
  texts.set(question, text);
  return words.every((word) => text.includes(word));
}

/** Without accents and capitals. */
function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
