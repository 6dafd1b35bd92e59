import type { QuestionId } from "../../base/index.ts";
import type { Question } from "../../deck/index.ts";

const DAY = 86_400_000;
/** Anki's days begin at four in the morning. */
const DAY_BEGINS = 4 * 3_600_000;
/** How easy a card is to begin with, in thousandths: Anki's own beginning. */
const EASE = 2500;
const BUTTONS = { again: 1, hard: 2, good: 3, easy: 4 } as const;
/** Kinds of entries of the log. */
const LEARN = 0;
const REVIEW = 1;
const RELEARN = 2;
/** Anki keeps most numbers in 32 bits. */
const LARGEST = 2 ** 31 - 1;

/** One answer to a question of the deck, and when it was to be asked again. */
export interface AnkiReview {
  readonly question: QuestionId;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly rating: "again" | "hard" | "good" | "easy";
  /** Until the next time, as it was then; may be less than one day. */
  readonly intervalDays: number;
  readonly tookMs: number;
}

/** What was answered, as Anki keeps it. */
export interface AnkiHistory {
  /** Seconds since 1970: the day from which due dates are counted. */
  readonly created: number;
  /** Columns of the log without the card, which stands second. */
  readonly log: readonly { readonly question: QuestionId; readonly row: readonly [number, ...number[]] }[];
  /** Of a card: type, queue, due, ivl, factor, reps, lapses, left. */
  stateOf(question: Question, place: number): number[];
  readonly lost: readonly string[];
}

/**
 * Turns reviews into Anki's log and the state of its cards. A question that was answered is a card in review, due when
 * it is due here, though at the earliest on the day after its last answer: Anki counts shorter times in steps of its own.
 */
export function ankiHistory(
  questions: readonly Question[],
  reviews: readonly AnkiReview[],
  now: number,
): AnkiHistory {
  const known = new Set(questions.map(({ id }) => id));
  const kept = reviews.filter(({ question }) => known.has(question)).toSorted((a, b) => a.at - b.at);
  const first = Math.min(now, kept[0]?.at ?? now);
  const created = Math.floor((first - DAY_BEGINS) / DAY) * DAY + DAY_BEGINS;
  const states = new Map<QuestionId, State>();
  const log: { question: QuestionId; row: [number, ...number[]] }[] = [];
  let lastId = Number.NEGATIVE_INFINITY;
  for (const review of kept) {
    const before = states.get(review.question);
    const state = after(before, review);
    states.set(review.question, state);
    // The id of an entry is its time; two cannot share one.
    lastId = Math.max(Math.round(review.at), lastId + 1);
    const row: [number, ...number[]] = [
      lastId,
      -1,
      BUTTONS[review.rating],
      interval(review.intervalDays),
      before === undefined ? 0 : interval(before.days),
      EASE,
      Math.min(LARGEST, Math.max(0, Math.round(review.tookMs))),
      before === undefined ? LEARN : before.days >= 1 ? REVIEW : before.lapses > 0 ? RELEARN : LEARN,
    ];
    log.push({ question: review.question, row });
  }
  const stray = reviews.length - kept.length;
  const answers = stray === 1 ? "1 answer" : `${stray} answers`;
  return {
    created: created / 1000,
    log,
    stateOf({ id }, place) {
      const state = states.get(id);
      if (state === undefined) return [0, 0, place + 1, 0, EASE, 0, 0, 0];
      const days = Math.min(36_500, Math.max(1, Math.round(state.days)));
      const due = Math.floor((state.at - created) / DAY) + days;
      return [2, 2, due, days, EASE, state.reps, state.lapses, 0];
    },
    lost: stray === 0 ? [] : [`${answers} to questions that the deck no longer has`],
  };
}

interface State {
  readonly at: number;
  readonly days: number;
  readonly reps: number;
  readonly lapses: number;
}

function after(before: State | undefined, { at, rating, intervalDays }: AnkiReview): State {
  const isLapse = rating === "again" && before !== undefined && before.days >= 1;
  return {
    at,
    days: intervalDays,
    reps: (before?.reps ?? 0) + 1,
    lapses: (before?.lapses ?? 0) + (isLapse ? 1 : 0),
  };
}

/** Days, or below one of them seconds as a negative number. */
function interval(days: number): number {
  if (days >= 1) return Math.min(36_500, Math.round(days));
  return -Math.max(1, Math.round((Math.max(0, days) * DAY) / 1000));
}
