import type { DeckName, QuestionId } from "../base/index.ts";
import { canonicalQuestion, type DeckInfo, type Question } from "../deck/index.ts";
import type { Draft, DraftQuestion } from "./reader.ts";
import { languageOf } from "./text/language-of.ts";
import { fingerprintOf } from "./update/fingerprint.ts";
import { answerKey, promptKey } from "./update/identity.ts";
import { type KnownDeck, type UpdatedDeck, updateDeck } from "./update/update-deck.ts";

/** A draft as a deck, new or brought up to date. */
export interface DraftDeck extends UpdatedDeck {
  readonly info: DeckInfo;
  /** The ids that the document gives its questions, with those that they have in the deck. */
  readonly idsNow: ReadonlyMap<QuestionId, QuestionId>;
  /** Questions found again word for word, which the deck has once. */
  readonly merged: number;
}

const EMPTY: KnownDeck = { questions: [], gone: [] };

/**
 * Makes a deck of a draft, or brings one up to date: ids in the document's order, identical occurrences (same prompt and
 * same answer) merged, all texts canonical. Points are not proposed here.
 * @param known the deck of that name as it stands, with what is kept aside of it
 * @param replace whether the document is right about everything, whoever wrote what stands in the deck
 * @param isFree whether an id that the document gives is used by no other deck
 */
export function draftToDeck(
  draft: Draft,
  name: DeckName,
  fileName: string,
  {
    known = EMPTY,
    info: before = null,
    isFree = () => true,
    replace = false,
  }: {
    known?: KnownDeck;
    info?: DeckInfo | null;
    isFree?: (id: QuestionId) => boolean;
    replace?: boolean;
  } = {},
): DraftDeck {
  const { once, places } = firstOfEach(draft.questions);
  // An id begins with the name of its deck, so that no two decks ever have the same.
  const ids = once.map(({ whole }) =>
    whole?.id.startsWith(`${name}-`) && isFree(whole.id) ? whole.id : null,
  );
  const incoming = once.map((question, at) => questionOf(question, fileName, ids[at] ?? null));
  const updated = updateDeck(name, incoming, ids, {
    known: { ...known, gone: [...known.gone, ...goneOf(draft, name, known)] },
    isFrom: (each) => replace || isFrom(each, fileName),
    replace,
  });
  const idsNow = new Map<QuestionId, QuestionId>();
  for (const [at, { whole }] of draft.questions.entries()) {
    const now = updated.placed[places[at] ?? -1];
    if (whole !== undefined && now !== undefined && !idsNow.has(whole.id)) idsNow.set(whole.id, now);
  }
  // Those that it keeps aside go by their own ids, or not at all.
  const there = new Set([...updated.questions, ...updated.gone].map(({ id }) => id));
  for (const { id } of draft.gone ?? []) if (there.has(id) && !idsNow.has(id)) idsNow.set(id, id);
  const relatedAnew = (question: Question): Question => ({
    ...question,
    related: [...new Set(question.related.map((id) => idsNow.get(id) ?? id))],
  });
  return {
    ...updated,
    ...(idsNow.size > 0 && { questions: updated.questions.map(relatedAnew) }),
    idsNow,
    info: infoOf(draft, name, fileName, before, updated.questions),
    merged: draft.questions.length - once.length,
  };
}

/** The first of those with the same prompt and the same answer, and for each question the place of its first. */
function firstOfEach(questions: readonly DraftQuestion[]): { once: DraftQuestion[]; places: number[] } {
  const once: DraftQuestion[] = [];
  // Answers are compared only where prompts repeat: most never do, and texts fill memory.
  const byPrompt = new Map<string, number[]>();
  const places = questions.map((question) => {
    const key = promptKey(question);
    const before = byPrompt.get(key) ?? [];
    const answer = before.length === 0 ? "" : answerKey(question);
    const same = before.find((place) => answerKey(once[place] ?? question) === answer);
    if (same !== undefined) return same;
    byPrompt.set(key, [...before, once.length]);
    return once.push(question) - 1;
  });
  return { once, places };
}

/** The id is given by `updateDeck`. */
function questionOf(draft: DraftQuestion, fileName: string, id: QuestionId | null): Question {
  const { whole, section, title, body, answer, tags = [], refs = [], level = null } = draft;
  const source =
    draft.place === undefined
      ? `${fileName}:${draft.line}`
      : `${fileName}#${draft.place}${draft.line > 1 ? `:${draft.line}` : ""}`;
  // It was found in another document, and is still that one's under its own id.
  const isElsewhere =
    whole !== undefined && whole.source !== "" && id === whole.id && !isFrom(whole, fileName);
  const question = canonicalQuestion(
    whole !== undefined
      ? { ...whole, source: isElsewhere ? whole.source : source }
      : {
          id: "" as QuestionId,
          section,
          level,
          tags: [...new Set(tags)],
          refs: [...new Set(refs)],
          related: [],
          title,
          body,
          answer,
          points: [],
          proposed: true,
          misconceptions: [],
          followUps: [],
          source,
          imported: "",
          lab: "",
          noLab: "",
          shown: [],
          noShown: "",
          borrows: "",
          unknown: [],
        },
  );
  return isElsewhere ? question : { ...question, imported: fingerprintOf(question) };
}

/** What an export of the deck kept aside, and nobody has here. */
function goneOf({ gone = [] }: Draft, name: DeckName, known: KnownDeck): Question[] {
  const taken = new Set([...known.questions, ...known.gone].map(({ id }) => id));
  return gone.filter(({ id }) => id.startsWith(`${name}-`) && !taken.has(id));
}

/** Whether a question of a deck was found in a document of this name. */
function isFrom({ source }: Question, fileName: string): boolean {
  return source.startsWith(`${fileName}:`) || source.startsWith(`${fileName}#`);
}

function infoOf(
  draft: Draft,
  name: DeckName,
  fileName: string,
  before: DeckInfo | null,
  questions: readonly Question[],
): DeckInfo {
  const given = draft.info ?? {};
  const inUse = new Set(questions.map(({ section }) => section));
  const named = before?.sections.filter((title) => inUse.has(title)) ?? given.sections ?? [];
  const sections = [...new Set([...named, ...inUse])];
  return {
    title: given.title || titleFrom(fileName) || name,
    licence: given.licence ?? "",
    language: given.language || languageOf(sampleOf(draft)),
    terms: given.terms ?? [],
    text: given.text ?? "",
    // What stands in the deck is the person's.
    ...before,
    name,
    sections: sections.filter((title) => title !== ""),
  };
}

/** Some of what is asked and answered, from the whole document. */
function sampleOf({ questions }: Draft): string {
  const step = Math.max(1, Math.floor(questions.length / SAMPLED));
  return questions
    .filter((_, at) => at % step === 0)
    .slice(0, SAMPLED)
    .map(({ title, answer }) => `${title}\n${answer.slice(0, 500)}`)
    .join("\n");
}

/** Questions by which a document's language is told. */
const SAMPLED = 40;

function titleFrom(fileName: string): string {
  return fileName
    .replace(/(?<=.)\.[a-z0-9]{1,8}$/i, "")
    .replace(/[_\s]+|(?<=\p{L})-(?=\p{L})/gu, " ")
    .trim();
}
