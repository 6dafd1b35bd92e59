import type { DeckName, QuestionId } from "../../base/index.ts";
import type { Question } from "../../deck/index.ts";
import { type DocumentPart, documentParts, hashOf, partOfFingerprint } from "./fingerprint.ts";
import { answerKey, promptKey } from "./identity.ts";
import { matchQuestions } from "./match-questions.ts";
import { newIds } from "./new-ids.ts";

/** What an import does to a deck, question by question. */
export interface DeckChange {
  /** New in the deck. */
  readonly added: readonly Question[];
  /** There before, with what the document changed of it. */
  readonly changed: readonly { readonly question: Question; readonly parts: readonly DocumentPart[] }[];
  /** Were gone from an earlier state of the document and are there again. */
  readonly back: readonly Question[];
  /** No longer in the document: no longer asked, kept aside. */
  readonly gone: readonly Question[];
  /** Changed in the document and by hand: what stands in the deck was kept. */
  readonly kept: readonly { readonly question: Question; readonly parts: readonly DocumentPart[] }[];
  /** Points written by hand for an answer that the document has changed since. */
  readonly pointsToCheck: readonly Question[];
  readonly same: number;
}

/** A deck as it stands before an import. */
export interface KnownDeck {
  readonly questions: readonly Question[];
  /** Kept aside by earlier imports. */
  readonly gone: readonly Question[];
  /** Ids of questions that are there and cannot be read. */
  readonly lostIds?: readonly QuestionId[];
}

export interface UpdatedDeck {
  /** All that the deck asks then: those of the document in its order, then those that came from elsewhere. */
  readonly questions: readonly Question[];
  /** The ids that the questions of the document have in the deck, by their place in the document. */
  readonly placed: readonly QuestionId[];
  /** All that are kept aside then. */
  readonly gone: readonly Question[];
  readonly change: DeckChange;
}

/**
 * Brings the questions of a document into a deck. Those that were imported from it before keep their ids, and with them
 * what is remembered; what the person wrote (points, corrections, a better answer) stays, and a document that changed
 * the same part says so. Questions from elsewhere are not touched.
 * @param incoming canonical questions of the document, without ids of their own
 * @param ids the ids that the document gives, by place; null for most documents
 * @param isFrom whether a question of the deck came from this document
 * @param replace takes the document's word where both have changed
 */
export function updateDeck(
  name: DeckName,
  incoming: readonly Question[],
  ids: readonly (QuestionId | null)[],
  {
    known,
    isFrom,
    replace = false,
  }: { known: KnownDeck; isFrom: (question: Question) => boolean; replace?: boolean },
): UpdatedDeck {
  const named = new Set<string | null>(ids);
  const candidates = known.questions.filter((question) => isFrom(question) || named.has(question.id));
  const found = matchQuestions(incoming, [...candidates, ...known.gone], ids, isFrom);
  const met = new Set(found);
  // Another document's question of the same id, which says something else, is none of this one's.
  const asked = candidates.filter((question) => isFrom(question) || met.has(question));
  const wasGone = new Set(known.gone);
  const taken = [...[...known.questions, ...known.gone].map(({ id }) => id), ...(known.lostIds ?? [])];
  const fresh = newIds(name, taken, incoming.length);
  const added: Question[] = [];
  const back: Question[] = [];
  const changed: { question: Question; parts: DocumentPart[] }[] = [];
  const kept: { question: Question; parts: DocumentPart[] }[] = [];
  const pointsToCheck: Question[] = [];
  let same = 0;
  const ours = new Set(asked);
  const others = known.questions.filter((question) => !ours.has(question));
  const elsewhere = new Map(others.map((question) => [textKey(question), question.id]));
  const placed: QuestionId[] = [];
  const questions = incoming.flatMap((each, at): Question[] => {
    const before = found[at] ?? null;
    const there =
      before === null ? (elsewhere.size === 0 ? undefined : elsewhere.get(textKey(each))) : before.id;
    const id = there ?? fresh(ids[at] ?? null);
    placed.push(id);
    if (before === null && there !== undefined) {
      // Another document has brought it already, word for word.
      same++;
      return [];
    }
    if (before === null) {
      const question = { ...each, id };
      added.push(question);
      return [question];
    }
    const merged = mergeQuestion(before, each, { replace, isOwn: isFrom(each) });
    const { question } = merged;
    if (wasGone.has(before)) back.push(question);
    else if (merged.changed.length > 0) changed.push({ question, parts: merged.changed });
    else same++;
    if (merged.kept.length > 0) kept.push({ question, parts: merged.kept });
    const isAnswerAlone = merged.changed.includes("answer") && !merged.changed.includes("points");
    if (isAnswerAlone && before.points.length > 0 && !before.proposed) pointsToCheck.push(question);
    return [question];
  });
  const gone = asked.filter((question) => !met.has(question));
  return {
    questions: [...questions, ...others],
    placed,
    gone: [...known.gone.filter((question) => !met.has(question)), ...gone],
    change: { added, changed, back, gone, kept, pointsToCheck, same },
  };
}

const textKey = (question: Question): string => `${promptKey(question)}\n\n${answerKey(question)}`;

/** One question of the deck with what the document says of it now. */
function mergeQuestion(
  before: Question,
  now: Question,
  { replace, isOwn }: { replace: boolean; isOwn: boolean },
) {
  const changed: DocumentPart[] = [];
  const kept: DocumentPart[] = [];
  const takes = new Set<DocumentPart>();
  for (const part of documentParts) {
    // A document of no form of ours has no points, and none to take back.
    if (part === "points" && now.id === "") continue;
    const document = hashOf(now, part);
    const mine = hashOf(before, part);
    // A question of before there were fingerprints is taken to stand as it was imported.
    const base = partOfFingerprint(before.imported, part) ?? mine;
    if ((document === base && !replace) || document === mine) continue;
    if (mine === base || replace) {
      takes.add(part);
      changed.push(part);
    } else kept.push(part);
  }
  const prompt = takes.has("prompt") ? now : before;
  const { section, level, tags, refs } = takes.has("place") ? now : before;
  const question: Question = {
    ...before,
    title: prompt.title,
    body: prompt.body,
    ...(takes.has("answer") && {
      answer: now.answer,
      // Points that were derived from the old answer are derived anew.
      points: before.proposed ? [] : before.points,
    }),
    section,
    level,
    tags,
    refs,
    ...(takes.has("points") && {
      points: now.points,
      proposed: now.proposed,
      misconceptions: now.misconceptions,
      followUps: now.followUps,
      related: now.related,
      lab: now.lab,
      noLab: now.noLab,
      shown: now.shown,
      noShown: now.noShown,
      borrows: now.borrows,
    }),
    // An export may bring what another document said: that goes on being compared with it.
    ...(isOwn && { source: now.source, imported: now.imported }),
  };
  return { question, changed, kept };
}
