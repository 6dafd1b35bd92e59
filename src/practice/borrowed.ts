import { type DeckName, type PointId, parseQuestionId, type QuestionId, VivaError } from "../base/index.ts";
import type { Deck, Question, Terms } from "../deck/index.ts";
import type { Grader } from "../grade/index.ts";
import type { Workplace } from "./workplace.ts";

/** The question by whose points another one is judged, because both ask the same. */
export interface Borrowed {
  readonly id: QuestionId;
  readonly deck: DeckName;
  readonly title: string;
  /** Where the two references do not say the same. */
  readonly disagreements: readonly Disagreement[];
}

/** A point of the lending question that the borrowing one's own reference contradicts. */
export interface Disagreement {
  readonly point: PointId;
  /** The words of the own reference. */
  readonly own: string;
  /** What the lending deck says instead. */
  readonly theirs: string;
}

/** A question that lends its points, and its deck. */
export interface Lender {
  readonly deck: Deck;
  readonly question: Question;
}

/** What is told of a loan. */
export interface Loan {
  readonly borrowed: Borrowed;
  /** The terms of both decks: the points are in the words of one, the answers in those of the other. */
  readonly terms: Terms;
}

/** Less sure than this of a contradiction, nothing is said against somebody's own document. */
const SURE = 0.86;
/** More would be an argument, and the surest are told. */
const MOST_DISAGREEMENTS = 2;

/** Whether a question has no points but proposed ones, and may be judged by another's. */
function mayBorrow({ points, proposed, borrows }: Question): boolean {
  return borrows !== "none" && (proposed || points.length === 0);
}

/**
 * The question that lends its points to this one: the one its deck names, else the shipped one that asks the same; null
 * when there is none, or when the person refused it.
 */
export async function lenderOf(
  workplace: Pick<Workplace, "catalogue" | "sameAs">,
  question: Question,
): Promise<Lender | null> {
  if (!mayBorrow(question)) return null;
  const named = parseQuestionId(question.borrows);
  const id = named.ok ? named.value : ((await workplace.sameAs(question))?.id ?? null);
  if (id === null || id === question.id) return null;
  const found = await workplace.catalogue.question(id).catch((error: unknown) => {
    if (error instanceof VivaError && error.code === "VIVA_QUESTION_NOT_FOUND") return null;
    throw error;
  });
  // Points that were proposed themselves are no better than the question's own.
  return found === null || found.question.points.length === 0 || found.question.proposed ? null : found;
}

/** What is told of a loan, the references compared. */
export function loanOf(
  grader: Grader,
  { deck, question: lender }: Lender,
  own: Question,
  ownTerms: Terms,
): Loan {
  const terms = joined(ownTerms, deck.terms);
  const disagreements = disagreementsOf(grader, lender, terms, own.answer);
  return { terms, borrowed: { id: lender.id, deck: deck.name, title: lender.title, disagreements } };
}

const joins = new WeakMap<Terms, WeakMap<Terms, Terms>>();

/** The same list for the same two: the judge lays it over the lexicon once. */
function joined(own: Terms, lent: Terms): Terms {
  if (own === lent || lent.length === 0) return own;
  if (own.length === 0) return lent;
  const made = joins.get(own) ?? new WeakMap<Terms, Terms>();
  joins.set(own, made);
  const both = made.get(lent) ?? [...own, ...lent];
  made.set(lent, both);
  return both;
}

/** A document of more questions is not looked through: its reader waits, and a hundredth of it tells as much. */
const MOST_LOOKED_AT = 5000;

/** How many of a deck's questions ask what a shipped one asks; null when there are too many to look at. */
export async function countLoans(
  { sameAs }: Pick<Workplace, "sameAs">,
  questions: readonly Question[],
): Promise<number | null> {
  const open = questions.filter(mayBorrow);
  if (open.length > MOST_LOOKED_AT) return null;
  let loans = 0;
  for (const question of open) if ((await sameAs(question)) !== null) loans++;
  return loans;
}

/** The own reference, judged as if it were an answer to the lending question. */
function disagreementsOf(grader: Grader, lender: Question, terms: Terms, reference: string): Disagreement[] {
  if (reference.trim() === "") return [];
  // The same object, where it can be: the judge takes a question apart once.
  const gradable = terms.length === 0 ? lender : { ...lender, terms };
  const sure = grader
    .assess(gradable, reference)
    .verdicts.filter(({ verdict, p }) => verdict === "contradicted" && p >= SURE)
    .sort((a, b) => b.p - a.p)
    .slice(0, MOST_DISAGREEMENTS);
  return sure.flatMap(({ point, evidence, correction }) => {
    const text = lender.points.find(({ id }) => id === point)?.text;
    if (evidence === null || text === undefined) return [];
    return [{ point, own: evidence.text, theirs: correction ?? text }];
  });
}
