import type { Deck } from "./deck.ts";
import { type Change, diffQuestion } from "./diff-question.ts";
import { matchTexts } from "./match-texts.ts";
import { meaningOf } from "./meaning.ts";
import { promptOf, type Question } from "./question.ts";
import { printTermGroup, type Terms } from "./terms.ts";

/** A question of both decks that says something else now. */
export interface QuestionDiff {
  readonly before: Question;
  readonly after: Question;
  /** What told that it is the same question. */
  readonly matched: "id" | "prompt" | "likeness";
  readonly changes: readonly Change[];
}

/** What `deck.md` says differently. */
export interface InfoChange {
  readonly part: "title" | "licence" | "language" | "section" | "term" | "text";
  readonly before: string | null;
  readonly after: string | null;
}

/** What two decks say differently. */
export interface DeckDiff {
  readonly deck: readonly InfoChange[];
  readonly added: readonly Question[];
  readonly removed: readonly Question[];
  /** In the order of the newer deck. */
  readonly changed: readonly QuestionDiff[];
  /** How many questions say the same in both. */
  readonly same: number;
}

/** What to compare. */
export interface DiffChoices {
  /** Ids name the questions; false where they were only counted, as in a document that is no deck yet. */
  readonly ids?: boolean;
  /** Compare what `deck.md` says too. */
  readonly info?: boolean;
}

/**
 * Compares two decks by meaning: questions are matched by id, then by prompt, then by likeness; what differs in form
 * only is the same.
 */
export function diffDeck(before: Deck, after: Deck, { ids = true, info = true }: DiffChoices = {}): DeckDiff {
  const { pairs, removed, added } = matchQuestions(before.questions, after.questions, ids);
  const changed: QuestionDiff[] = [];
  for (const pair of pairs) {
    const all = diffQuestion(pair.before, pair.after);
    // An id that was counted and the place in a document say nothing of the question.
    const changes = ids ? all : all.filter(({ part }) => part !== "id" && part !== "source");
    if (changes.length > 0) changed.push({ ...pair, changes });
  }
  const deck = info ? diffInfo(before, after) : [];
  return { deck, added, removed, changed, same: pairs.length - changed.length };
}

/** Do two decks say the same? */
export function isSame({ deck, added, removed, changed }: DeckDiff): boolean {
  return deck.length + added.length + removed.length + changed.length === 0;
}

function diffInfo(before: Deck, after: Deck): InfoChange[] {
  const out: InfoChange[] = [];
  for (const part of ["title", "licence", "language", "text"] as const) {
    const [a, b] = [before[part], after[part]];
    if (meaningOf(a) !== meaningOf(b))
      out.push({ part, before: a === "" ? null : a, after: b === "" ? null : b });
  }
  const [old, now] = [new Set(before.sections), new Set(after.sections)];
  for (const name of old) if (!now.has(name)) out.push({ part: "section", before: name, after: null });
  for (const name of now) if (!old.has(name)) out.push({ part: "section", before: null, after: name });
  const [own, other] = [termsByMeaning(before.terms), termsByMeaning(after.terms)];
  for (const [key, group] of own) if (!other.has(key)) out.push({ part: "term", before: group, after: null });
  for (const [key, group] of other) if (!own.has(key)) out.push({ part: "term", before: null, after: group });
  return out;
}

/** A group says the same in whatever order its wordings stand. */
const termsByMeaning = (terms: Terms): Map<string, string> =>
  new Map(terms.map((group) => [printTermGroup(group.map(meaningOf).sort()), printTermGroup(group)]));

type Pair = Omit<QuestionDiff, "changes">;

function matchQuestions(before: readonly Question[], after: readonly Question[], ids: boolean) {
  const partner = new Map<Question, Pair>();
  const taken = new Set<Question>();
  const take = (one: Question | undefined, two: Question | undefined, matched: Pair["matched"]) => {
    if (one === undefined || two === undefined) return;
    partner.set(two, { before: one, after: two, matched });
    taken.add(one);
  };
  const byId = new Map(before.map((question) => [question.id, question]));
  if (ids) for (const two of after) take(byId.get(two.id), two, "id");
  const rest = (): [Question[], Question[]] => [
    before.filter((one) => !taken.has(one)),
    after.filter((two) => !partner.has(two)),
  ];
  const prompts = new Map<string, Question[]>();
  const [old, now] = rest();
  for (const one of old) prompts.set(keyOf(one), [...(prompts.get(keyOf(one)) ?? []), one]);
  for (const two of now) take(prompts.get(keyOf(two))?.shift(), two, "prompt");
  const [left, right] = rest();
  const titles = (questions: readonly Question[]) => questions.map(({ title }) => title);
  for (const [i, j] of matchTexts(titles(left), titles(right)).pairs) take(left[i], right[j], "likeness");
  const [removed, added] = rest();
  const pairs = after.flatMap((two) => partner.get(two) ?? []);
  return { pairs, removed, added };
}

const keyOf = (question: Question): string => meaningOf(promptOf(question));
