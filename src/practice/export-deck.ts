import { DAY_MS, type PersonId, type QuestionId } from "../base/index.ts";
import {
  aboutFormats,
  type ExportedDeck,
  type ExportFormat,
  exportDeck,
  exportFormats,
} from "../import/index.ts";
import { effectiveReviews, recallOf } from "../recall/index.ts";
import { eventLine } from "./export-person.ts";
import { allWithPoints } from "./with-points.ts";
import type { Workplace } from "./workplace.ts";

export { aboutFormats, type ExportedDeck, type ExportFormat, exportFormats };

/**
 * Writes a deck in another form, to take along.
 * @param history whether what the person did with it goes along, in the forms that can hold it; else nothing personal
 * does
 * @throws VivaError VIVA_DECK_NOT_FOUND; with `history` those of the store
 */
export async function exportDeckAs(
  workplace: Workplace,
  person: PersonId,
  name: string,
  { format, history }: { readonly format: ExportFormat; readonly history: boolean },
): Promise<ExportedDeck> {
  const { catalogue, decks, clock } = workplace;
  const { deck } = await catalogue.deck(name);
  const media = [];
  for (const file of await decks.mediaNames(deck.name)) {
    const bytes = await decks.media(deck.name, file);
    if (bytes !== null) media.push({ name: file, bytes });
  }
  const gone = await decks.gone(deck.name);
  const ids = new Set([...deck.questions, ...gone].map(({ id }) => id));
  const baggage = {
    gone,
    media,
    history: history ? await historyOf(workplace, person, ids) : [],
    reviews: history && format === "anki" ? await reviewsOf(workplace, person, ids) : [],
    at: new Date(clock()).toISOString(),
  };
  return exportDeck({ ...deck, questions: await allWithPoints(deck.questions) }, baggage, format);
}

/** Each answer with the time that was then to pass until the next one. */
async function reviewsOf(workplace: Workplace, person: PersonId, questions: ReadonlySet<QuestionId>) {
  const store = await workplace.store();
  const out = [];
  for (const question of questions) {
    const events = (await store.events.ofQuestion(person, question)).map(({ event }) => event);
    const reviews = effectiveReviews(events);
    for (const [n, { at, rating, firstKeyMs }] of reviews.entries()) {
      const recall = recallOf(reviews.slice(0, n + 1));
      const intervalDays = recall === null ? 0 : (recall.due - recall.last) / DAY_MS;
      out.push({ question, at, rating, intervalDays, tookMs: firstKeyMs ?? 0 });
    }
  }
  return out;
}

async function historyOf(
  workplace: Workplace,
  person: PersonId,
  questions: ReadonlySet<QuestionId>,
): Promise<object[]> {
  const { events } = await workplace.store();
  const out: object[] = [];
  for await (const entry of events.all(person)) {
    if (questions.has(entry.event.question)) out.push(eventLine(entry));
  }
  return out;
}
