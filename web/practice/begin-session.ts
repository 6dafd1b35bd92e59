import { deck, dueQuestions, question } from "../api.ts";
import { dayEnds } from "../days.ts";
import { untilOf } from "../interview-date.ts";
import type { Storage } from "../kept/storage.ts";
import { keptVisit } from "./kept-visit.ts";
import { type AskedQuestion, currentQuestion, keptSession, type Session, sourceOf } from "./session-state.ts";

/** Enough for a quarter of an hour; then one may go on. */
const QUESTIONS = 10;

/** What a session is to ask: all that waits, one deck, or one question. */
export interface Source {
  readonly deck?: string | undefined;
  readonly question?: string | undefined;
}

/** The session that was begun and is to go on; null when there is none, when it asks something else, or when it is of an earlier day and nothing was typed. */
export function sessionToGoOn(storage: Storage, source: Source | null, now: Date): Session | null {
  const session = keptSession(storage);
  const current = session === null ? null : currentQuestion(session);
  if (session === null || current === null) return null;
  if (source !== null && session.source !== sourceOf(source)) return null;
  const isOfToday = now.getTime() < session.until;
  return isOfToday || keptVisit(storage, current.id) !== null ? session : null;
}

/** The session of this source that ended last, with what came of it; null when there is none, or another one goes on. */
export function sessionThatEnded(storage: Storage, source: Source): Session | null {
  const session = keptSession(storage);
  if (session === null || session.source !== sourceOf(source) || currentQuestion(session) !== null)
    return null;
  return session.passed.length > 0 ? session : null;
}

/** The session that somebody is in the middle of: something was answered or typed, and more is to come. */
export function unfinished(storage: Storage, now: Date): Session | null {
  const session = sessionToGoOn(storage, null, now);
  const current = session === null ? null : currentQuestion(session);
  if (session === null || current === null) return null;
  return session.passed.length > 0 || keptVisit(storage, current.id) !== null ? session : null;
}

/** Asks the server what to ask. */
export async function beginSession(source: Source, date: string, now: Date): Promise<Session> {
  const ends = dayEnds(now);
  const questions =
    source.question === undefined
      ? await dueQuestions({
          dayEnds: ends,
          count: QUESTIONS,
          ...untilOf(date, now),
          ...(source.deck !== undefined && { deck: source.deck }),
        })
      : [await chosen(source.question)];
  return { source: sourceOf(source), until: Date.parse(ends), questions, passed: [] };
}

async function chosen(id: string): Promise<AskedQuestion> {
  const { points, ...asked } = await question(id);
  const { title } = await deck(asked.deck);
  return { ...asked, why: null, deckTitle: title, points: points.length };
}
