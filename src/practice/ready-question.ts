import { type PersonId, VivaError } from "../base/index.ts";
import type { DeckInfo, Question, Terms } from "../deck/index.ts";
import type { Exemplar } from "../grade/index.ts";
import { type Borrowed, type Lender, type Loan, lenderOf, loanOf } from "./borrowed.ts";
import { exemplarsOf } from "./exemplars.ts";
import { countAs } from "./question-hash.ts";
import { recordsOfQuestion } from "./review-record.ts";
import { withPoints } from "./with-points.ts";
import type { Workplace } from "./workplace.ts";

/** A question as it is put to the judge: with points, its own or borrowed, and with what this person overruled before. */
export interface ReadyQuestion extends Question {
  readonly exemplars: readonly Exemplar[];
  /** Whose points, misconceptions, follow-ups and lab these are; null when they are its own. */
  readonly borrowed: Borrowed | null;
  /** What says the same in its deck, and in that of the lender. */
  readonly terms: Terms;
}

/** A question, and the deck whose terms hold for it. */
interface AskedOfDeck {
  readonly deck: Pick<DeckInfo, "terms">;
  readonly question: Question;
}

/** A question with points to judge by, its own or borrowed, whoever answers it. */
export type PointedQuestion = Omit<ReadyQuestion, "exemplars">;

/**
 * Makes a question ready to be judged. The same object comes back as long as nothing has changed: the judge takes a
 * question apart once. A store that fails makes no difference but that nothing of it is used.
 */
export async function readyQuestion(
  workplace: Workplace,
  person: PersonId,
  asked: AskedOfDeck,
): Promise<ReadyQuestion> {
  const exemplars = await overruled(workplace, person, asked.question);
  const question = await pointed(workplace, asked);
  const key = JSON.stringify(exemplars);
  const before = readied.get(question);
  if (before?.key === key) return before.ready;
  const ready = { ...question, exemplars };
  countAs(ready, asked.question);
  readied.set(question, { key, ready });
  return ready;
}

const readied = new WeakMap<PointedQuestion, { readonly key: string; readonly ready: ReadyQuestion }>();

/** Gives a question its points, its own or borrowed; the same object as long as they and the terms are the same. */
export async function pointed(
  workplace: Pick<Workplace, "catalogue" | "grader" | "sameAs">,
  { deck: { terms }, question }: AskedOfDeck,
): Promise<PointedQuestion> {
  const lender = await lenderOf(workplace, question);
  const before = made.get(question);
  if (before?.lender === lender?.question && before?.terms === terms) return before.question;
  const given =
    lender === null
      ? { ...withPoints(question), borrowed: null, terms }
      : lent(question, lender, loanOf(await workplace.grader(), lender, question, terms));
  made.set(question, { lender: lender?.question, terms, question: given });
  return given;
}

interface Made {
  readonly lender: Question | undefined;
  readonly terms: Terms;
  readonly question: PointedQuestion;
}

const made = new WeakMap<Question, Made>();

function lent(question: Question, lender: Lender, { borrowed, terms }: Loan): PointedQuestion {
  const { points, misconceptions, followUps, lab, noLab } = lender.question;
  return { ...question, points, proposed: false, misconceptions, followUps, lab, noLab, borrowed, terms };
}

async function overruled(workplace: Workplace, person: PersonId, { id }: Question): Promise<Exemplar[]> {
  try {
    return exemplarsOf(await recordsOfQuestion(await workplace.store(), person, id));
  } catch (error) {
    if (error instanceof VivaError && error.code.startsWith("VIVA_STORE_")) return [];
    throw error;
  }
}
