import type { DeckName, PersonId } from "../base/index.ts";
import {
  effectiveReviews,
  type FirstAnswers,
  type Forecast,
  type Foreseen,
  forecast,
  placeOf,
} from "../recall/index.ts";
import { comingDate, type Standing, standings } from "./due-standing.ts";
import type { Workplace } from "./workplace.ts";

/** What will be known on a date, as far as it can be foreseen. */
export interface Readiness extends Omit<Forecast, "decks"> {
  /** The date that was asked for, in ms. */
  readonly on: number;
  /** By name, those without questions left out. */
  readonly decks: readonly (Forecast["decks"][number] & { readonly title: string })[];
}

/** So many first answers say how a person answers unprepared; reading all of them would take long for somebody with many. */
const MOST_FIRSTS = 100;

/**
 * What a person will know on a date, of all installed decks. For a date that has come: what they know now.
 * @throws VivaError VIVA_INVALID for a date more than ten years ahead; those of the store
 */
export async function readinessOn(
  workplace: Workplace,
  person: PersonId,
  { on, now }: { on: number; now: number },
): Promise<Readiness> {
  const date = comingDate(on, now) ?? now;
  const decks = (await workplace.catalogue.decks()).map(({ deck }) => deck);
  const found = await standings(workplace, person, decks);
  const firsts = await firstAnswers(workplace, person, found);
  const foreseen = forecast(found.map(foreseenOf), { now, on: date, firsts });
  const titles = new Map(decks.map(({ name, title }) => [name, title]));
  return {
    ...foreseen,
    on,
    decks: foreseen.decks.map((each) => ({ ...each, title: titles.get(each.deck) ?? each.deck })),
  };
}

function foreseenOf({ deck, question, row }: Standing): Foreseen {
  return { id: question.id, deck: deck.name, tags: question.tags, recall: row };
}

/** How first answers went, by deck: of all questions that were asked, or of some that stand for them. */
async function firstAnswers(
  workplace: Workplace,
  person: PersonId,
  found: readonly Standing[],
): Promise<Map<DeckName, FirstAnswers>> {
  const { events } = await workplace.store();
  const seen = found
    .filter(({ row }) => row !== null)
    // The same ones each time, so that the forecast does not flicker.
    .toSorted((a, b) => placeOf(a.question.id) - placeOf(b.question.id))
    .slice(0, MOST_FIRSTS);
  const firsts = new Map<DeckName, FirstAnswers>();
  for (const { deck, question } of seen) {
    const entries = await events.ofQuestion(person, question.id);
    const [first] = effectiveReviews(entries.map(({ event }) => event));
    if (first === undefined) continue;
    const { asked, known } = firsts.get(deck.name) ?? { asked: 0, known: 0 };
    firsts.set(deck.name, { asked: asked + 1, known: known + Number(first.rating !== "again") });
  }
  return firsts;
}
