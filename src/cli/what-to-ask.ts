import { VivaError } from "../base/index.ts";
import type { Deck, Problem } from "../deck/index.ts";
import {
  type DocumentDeck,
  LOCAL_OWNER,
  type LoadedDeck,
  nextQuestions,
  openDeckFiles,
  openDocument,
  type Plan,
  planQuestions,
  type Workplace,
} from "../practice/index.ts";
import type { Asked } from "./asked.ts";
import { isPath, readInputFile } from "./input-file.ts";
import { comingDay, dayEnds } from "./local-days.ts";

export interface AskOptions extends Plan {
  readonly until?: string;
}

/** What an interview will ask, and what becomes of the answers. */
export interface ToAsk {
  readonly asked: readonly Asked[];
  /** What could not be read of the decks. */
  readonly problems: readonly Problem[];
  /** Is there nothing at all that could be asked, due or not? */
  readonly isEmpty: boolean;
  /** Is it known how many there will be? What is due and new in all decks has no end that matters. */
  readonly isCounted: boolean;
  /** The document that becomes a deck with the first answer. */
  readonly document: DocumentDeck | null;
  /** Why answers are not kept; null when they are. */
  readonly whyForgotten: string | null;
}

/**
 * Finds out what is to be asked: what is due and new, of all decks or of one; or what the person chose, with a section,
 * an order, a document or deck files.
 * @param failed told when the store does not say what is due; then the decks are asked in their own order
 * @throws VivaError when there is no such deck, section, file or date, or the document cannot be read
 */
export async function whatToAsk(
  what: string | undefined,
  options: AskOptions,
  workplace: Workplace,
  failed: (error: unknown) => void,
): Promise<ToAsk> {
  if (what !== undefined && isPath(what)) return fromPath(what, options, workplace);
  const { catalogue, clock } = workplace;
  const loaded = what === undefined ? await catalogue.decks() : [await catalogue.deck(what)];
  if (options.section !== undefined || options.seed !== undefined) return planned(loaded, options);
  const now = clock();
  const until = options.until === undefined ? null : comingDay(options.until, now, "--until");
  try {
    const next = await nextQuestions(workplace, LOCAL_OWNER, {
      dayEnds: dayEnds(now),
      until,
      deck: what === undefined ? null : nameOf(loaded),
      count: options.count ?? Math.max(1, questionsOf(loaded).length),
      order: null,
    });
    return {
      ...planned(loaded, options),
      asked: next.map(({ deck: { name, terms }, question, why }) => ({ question, deck: name, terms, why })),
      isCounted: what !== undefined || options.count !== undefined,
    };
  } catch (error) {
    if (!(error instanceof VivaError && error.code.startsWith("VIVA_STORE_"))) throw error;
    failed(error);
    return planned(loaded, options);
  }
}

async function fromPath(path: string, plan: Plan, workplace: Workplace): Promise<ToAsk> {
  const files = await openDeckFiles(path);
  if (files !== null) return planned([files], plan);
  const document = await openDocument(workplace.decks, await readInputFile(path));
  const { deck, state } = document;
  const chosen = planned([{ deck, problems: [], lostIds: [] }], plan);
  if (state !== "taken") return { ...chosen, document };
  const mine = (await workplace.decks.list()).some(({ name, writable }) => name === deck.name && writable);
  return {
    ...chosen,
    whyForgotten: `nothing is kept of this session, because the deck ${deck.name} is there and says something else: viva import ${path} --into OTHER${mine ? ", or --replace" : ""}`,
  };
}

function planned(loaded: readonly LoadedDeck[], plan: Plan): ToAsk {
  const decks = loaded.map(({ deck }) => deck);
  const deckOf = new Map(decks.flatMap((deck) => deck.questions.map((each) => [each, deck] as const)));
  return {
    asked: planQuestions(decks, plan).map((question) => {
      // Every question of a plan is one of the decks'.
      const { name, terms } = deckOf.get(question) as Deck;
      return { question, deck: name, terms, why: null };
    }),
    problems: loaded.flatMap(({ problems }) => problems),
    isEmpty: questionsOf(loaded).length === 0,
    isCounted: true,
    document: null,
    whyForgotten: null,
  };
}

const questionsOf = (loaded: readonly LoadedDeck[]) => loaded.flatMap(({ deck }) => deck.questions);
const nameOf = (loaded: readonly LoadedDeck[]) => loaded[0]?.deck.name ?? null;
