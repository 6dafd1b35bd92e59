import { type PersonId, VivaError } from "../base/index.ts";
import type { DeckInfo, Question, Terms } from "../deck/index.ts";
import type { Exemplar } from "../grade/index.ts";
import { type Borrowed, loanFor } from "./borrowed.ts";
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

/**
 * Makes a question ready to be judged. The same object comes back as long as nothing has changed: the judge takes a
 * question apart once. A store that fails makes no difference but that nothing of it is used.
 */
export async function readyQuestion(
  workplace: Workplace,
  person: PersonId,
  { deck: { terms }, question }: AskedOfDeck,
): Promise<ReadyQuestion> {
  const exemplars = await overruled(workplace, person, question);
  const key = JSON.stringify(exemplars);
  const before = known.get(question);
  if (before?.key === key && before.terms === terms) return before.ready;
  const ready = { ...(await pointed(workplace, question, terms)), exemplars };
  countAs(ready, question);
  known.set(question, { key, terms, ready });
  return ready;
}

interface Known {
  readonly key: string;
  readonly terms: Terms;
  readonly ready: ReadyQuestion;
}

const known = new WeakMap<Question, Known>();

/** A question with points to judge by, its own or borrowed, whoever answers it. */
export async function pointed(
  workplace: Workplace,
  question: Question,
  terms: Terms,
): Promise<Omit<ReadyQuestion, "exemplars">> {
  const loan = await loanFor(workplace, question, terms);
  if (loan === null) return { ...withPoints(question), borrowed: null, terms };
  const { points, misconceptions, followUps, lab, noLab } = loan.lender;
  return {
    ...question,
    points,
    proposed: false,
    misconceptions,
    followUps,
    lab,
    noLab,
    borrowed: loan.borrowed,
    terms: loan.terms,
  };
}

async function overruled(workplace: Workplace, person: PersonId, { id }: Question): Promise<Exemplar[]> {
  try {
    return exemplarsOf(await recordsOfQuestion(await workplace.store(), person, id));
  } catch (error) {
    if (error instanceof VivaError && error.code.startsWith("VIVA_STORE_")) return [];
    throw error;
  }
}
