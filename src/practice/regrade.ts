import { setImmediate } from "node:timers/promises";
import { type EventId, type PersonId, type PointId, type QuestionId, VivaError } from "../base/index.ts";
import type { Deck, Question } from "../deck/index.ts";
import type { Grader, PointVerdict } from "../grade/index.ts";
import {
  type EffectiveReview,
  effectiveReviews,
  judgedReview,
  type PracticeEvent,
  type Regrade,
  type RegradeEvent,
} from "../recall/index.ts";
import type { Store } from "../store/index.ts";
import { deriveRecall } from "./derive.ts";
import { exemplarsOf } from "./exemplars.ts";
import { judgeTurns } from "./judge-turns.ts";
import { reviewVerdicts } from "./new-review.ts";
import { nextAfter } from "./next-event.ts";
import { questionHash } from "./question-hash.ts";
import { type ReadyQuestion, readyQuestion } from "./ready-question.ts";
import { retract } from "./retract.ts";
import { type ReviewRecord, recordsOfQuestion } from "./review-record.ts";
import { LOCAL_WORKSPACE, type Workplace } from "./workplace.ts";

/** A review that comes out otherwise than before. */
export interface Regraded {
  readonly review: EventId;
  readonly question: QuestionId;
  /** When it was answered: ms since 1970 UTC. */
  readonly at: number;
  /** As it stood and as it stands, with what the person overruled. */
  readonly before: Pick<ReviewRecord, "score" | "label" | "judge">;
  readonly after: Pick<ReviewRecord, "score" | "label" | "judge">;
  /** The points whose verdict is another; null on the side where the question did not have it. */
  readonly points: readonly {
    readonly point: PointId;
    readonly before: PointVerdict | null;
    readonly after: PointVerdict | null;
  }[];
}

/** What judging again came to. */
export interface RegradeTotals {
  readonly judged: number;
  readonly changed: number;
  /** Reviews whose question is not there any more: they stay as they are. */
  readonly gone: number;
}

interface RegradeChoices {
  /** Only this question. */
  readonly question?: QuestionId | null;
  /** Only questions whose reviews were of this deck. */
  readonly deck?: string | null;
  /** Says what would change, and keeps nothing. */
  readonly dryRun?: boolean;
  /** Told of each review that comes out otherwise. */
  changed?(review: Regraded): void | Promise<void>;
  /** Told the number of reviews judged, now and then. */
  progress?(judged: number): void;
}

/**
 * Judges past answers again, by the judge and the points of today. What changes is kept as an event that supersedes the
 * verdicts of its review; what the person overruled still holds.
 * @throws VivaError those of the store
 */
export async function regrade(
  workplace: Workplace,
  person: PersonId,
  choices: RegradeChoices = {},
): Promise<RegradeTotals> {
  const store = await workplace.store();
  const grader = await workplace.grader();
  const totals = { judged: 0, changed: 0, gone: 0 };
  for (const id of await reviewedQuestions(store, person, choices)) {
    const records = (await recordsOfQuestion(store, person, id)).filter(({ turns }) => turns.length > 0);
    const found = await findQuestion(workplace, id);
    if (found === null) {
      totals.gone += records.length;
      continue;
    }
    const events = (await store.events.ofQuestion(person, id)).map(({ event }) => event);
    const ready = await readyQuestion(workplace, person, found);
    for (const record of records) {
      const now = judgeAgain(grader, ready, record, records);
      totals.judged++;
      choices.progress?.(totals.judged);
      const change = await supersede(workplace, store, {
        person,
        events,
        record,
        question: found.question,
        now,
        choices,
      });
      if (change === null) continue;
      totals.changed++;
      await choices.changed?.(change);
    }
    await setImmediate();
  }
  return totals;
}

/**
 * Takes back what {@link regrade} kept: the verdicts that each review had when it was answered stand again.
 * @returns how many were taken back
 */
export async function takeBackRegrades(
  workplace: Workplace,
  person: PersonId,
  choices: Pick<RegradeChoices, "question" | "deck"> = {},
): Promise<number> {
  const store = await workplace.store();
  let count = 0;
  for (const id of await reviewedQuestions(store, person, choices)) {
    const events = (await store.events.ofQuestion(person, id)).map(({ event }) => event);
    const gone = new Set(events.flatMap((event) => (event.kind === "retraction" ? [event.payload.of] : [])));
    const live = events.filter((event) => event.kind === "regrade" && !gone.has(event.id));
    await retract(workplace, store, events, live);
    count += live.length;
  }
  return count;
}

async function reviewedQuestions(
  store: Store,
  person: PersonId,
  { question = null, deck = null }: Pick<RegradeChoices, "question" | "deck">,
): Promise<Set<QuestionId>> {
  if (question !== null) return new Set([question]);
  const out = new Set<QuestionId>();
  for await (const { event } of store.events.all(person)) {
    if (event.kind === "review" && (deck === null || event.payload.deck === deck)) out.add(event.question);
  }
  return out;
}

interface Found {
  readonly deck: Deck;
  readonly question: Question;
}

async function findQuestion({ catalogue }: Workplace, id: QuestionId): Promise<Found | null> {
  try {
    return await catalogue.question(id);
  } catch (error) {
    if (error instanceof VivaError && error.code === "VIVA_QUESTION_NOT_FOUND") return null;
    throw error;
  }
}

function judgeAgain(
  grader: Grader,
  ready: ReadyQuestion,
  record: ReviewRecord,
  records: readonly ReviewRecord[],
): Regrade {
  // What the person overruled in this very review is laid over whatever the judge says: it must not teach it too, or
  // nobody could tell any more what is theirs.
  const question = record.corrected
    ? { ...ready, exemplars: exemplarsOf(records.filter((each) => each !== record)) }
    : ready;
  const { assessment } = judgeTurns(grader, question, record.turns);
  const { score, label, doubt } = assessment;
  return { judge: grader.version, score, label, doubt, verdicts: reviewVerdicts(assessment, ready) };
}

interface Again {
  readonly person: PersonId;
  /** All of the question; what is kept is added. */
  readonly events: PracticeEvent[];
  readonly record: ReviewRecord;
  readonly question: Question;
  readonly now: Regrade;
  readonly choices: RegradeChoices;
}

/** Keeps what is otherwise now; null when nothing is. */
async function supersede(
  workplace: Workplace,
  store: Store,
  { person, events, record, question, now, choices }: Again,
): Promise<Regraded | null> {
  const last = judgedReview(events, record.id);
  if (last === undefined || (last.score === now.score && changedPoints(last, now).length === 0)) return null;
  const event: RegradeEvent = {
    v: 1,
    workspace: LOCAL_WORKSPACE,
    person,
    device: store.device,
    question: record.question,
    questionHash: questionHash(question),
    kind: "regrade",
    ...nextAfter(workplace, events),
    payload: { review: record.id, ...now },
  };
  events.push(event);
  const after = standing(events, record.id);
  if (choices.dryRun !== true) await store.events.append([{ event, turns: [] }], deriveRecall);
  const { score, label, judge } = record;
  return {
    review: record.id,
    question: record.question,
    at: record.at,
    before: { score, label, judge },
    after: { score: after.score, label: after.label, judge: after.judge },
    points: changedPoints(record, after),
  };
}

function standing(events: readonly PracticeEvent[], id: EventId): EffectiveReview {
  const found = effectiveReviews(events).find((each) => each.id === id);
  if (found === undefined) throw new TypeError(`the review ${id} is not among its question's events`);
  return found;
}

function changedPoints(
  before: Pick<Regrade, "verdicts"> | Pick<ReviewRecord, "verdicts">,
  after: Pick<Regrade, "verdicts">,
): Regraded["points"] {
  const verdictsOf = (each: typeof before) =>
    new Map(each.verdicts.map(({ point, verdict }) => [point, verdict]));
  const [old, now] = [verdictsOf(before), verdictsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((point) => ({ point, before: old.get(point) ?? null, after: now.get(point) ?? null }))
    .filter((each) => each.before !== each.after);
}
