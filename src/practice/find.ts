import { type DeckName, parseDeckName, type QuestionId, VivaError } from "../base/index.ts";
import type { Question, Terms } from "../deck/index.ts";
import type { DeckStore, LoadedDeck } from "../store/index.ts";

/**
 * Loads a deck by name.
 * @throws VivaError VIVA_DECK_NOT_FOUND, naming the decks there are
 */
export async function openDeck(decks: DeckStore, name: string): Promise<LoadedDeck> {
  const parsed = parseDeckName(name);
  const loaded = parsed.ok ? await decks.load(parsed.value) : null;
  if (loaded !== null) return named(loaded);
  const names = (await decks.list()).map((deck) => deck.name);
  throw new VivaError(
    "VIVA_DECK_NOT_FOUND",
    `no deck named ${JSON.stringify(name)}: ${names.length === 0 ? "no deck is installed" : `there are ${names.join(", ")}`}; a document is named with its ending or a slash, as in ./${name}`,
  );
}

/** Problems say which deck they are of. */
function named({ deck, problems, ...rest }: LoadedDeck): LoadedDeck {
  return {
    ...rest,
    deck,
    problems: problems.map((problem) => ({ ...problem, file: `${deck.name}/${problem.file}` })),
  };
}

/** A question with what says the same in its deck. */
export type QuestionWithTerms = Question & { readonly terms: Terms };

/**
 * Finds questions of installed decks by id, each with the terms of its deck; decks are read once, the one whose name the
 * id begins with first.
 * @throws VivaError VIVA_QUESTION_NOT_FOUND
 */
export function questionFinder(decks: DeckStore): (id: QuestionId) => Promise<QuestionWithTerms> {
  const read = new Map<DeckName, Promise<ReadonlyMap<QuestionId, QuestionWithTerms>>>();
  const questionsOf = (name: DeckName) => {
    const known = read.get(name);
    if (known !== undefined) return known;
    const loading = decks
      .load(name)
      .then((loaded) => loaded?.deck)
      .then((deck) => new Map(deck?.questions.map((each) => [each.id, { ...each, terms: deck.terms }])));
    read.set(name, loading);
    return loading;
  };
  let listed: Promise<DeckName[]> | null = null;
  return async (id) => {
    listed ??= decks.list().then((all) => all.map(({ name }) => name));
    const names = await listed;
    const first = (name: DeckName) => (id.startsWith(`${name}-`) ? 0 : 1);
    for (const name of names.toSorted((a, b) => first(a) - first(b))) {
      const found = (await questionsOf(name)).get(id);
      if (found !== undefined) return found;
    }
    throw new VivaError("VIVA_QUESTION_NOT_FOUND", `no question ${id} in the decks ${names.join(", ")}`);
  };
}
