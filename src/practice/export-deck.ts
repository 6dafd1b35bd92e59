import type { PersonId } from "../base/index.ts";
import {
  aboutFormats,
  type ExportedDeck,
  type ExportFormat,
  exportDeck,
  exportFormats,
} from "../import/index.ts";
import { eventLine } from "./export-person.ts";
import { withPoints } from "./with-points.ts";
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
  const baggage = {
    gone: await decks.gone(deck.name),
    media,
    history: history ? await historyOf(workplace, person, new Set(deck.questions.map(({ id }) => id))) : [],
    at: new Date(clock()).toISOString(),
  };
  return exportDeck({ ...deck, questions: deck.questions.map(withPoints) }, baggage, format);
}

async function historyOf(
  workplace: Workplace,
  person: PersonId,
  questions: ReadonlySet<string>,
): Promise<object[]> {
  const { events } = await workplace.store();
  const out: object[] = [];
  for await (const entry of events.all(person)) {
    if (questions.has(entry.event.question)) out.push(eventLine(entry));
  }
  return out;
}
