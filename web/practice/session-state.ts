import type { Of } from "../kept/shape.ts";
import { list, number, object, oneOf, optional, orNull, parseKept, text } from "../kept/shape.ts";
import type { Storage } from "../kept/storage.ts";

/** The form in which a session is kept. Another one is as if nothing had been kept. */
const VERSION = 1;
const KEY = "viva.session";

const question = object({
  why: orNull(oneOf("due", "new")),
  deck: text,
  deckTitle: text,
  /** Kept by earlier pages without one. */
  language: optional(text),
  id: text,
  section: text,
  level: orNull(oneOf(1, 2, 3)),
  title: text,
  titleHtml: text,
  bodyHtml: text,
  points: number,
});

const passed = object({
  question: text,
  title: text,
  outcome: oneOf("answered", "unknown", "skipped"),
  /** The review; null for a question that was skipped. */
  review: orNull(text),
  /** 0..1; null when nothing was judged. */
  score: orNull(number),
});

const form = object({
  v: oneOf(VERSION),
  /** What was asked for, as {@link sourceOf} writes it. */
  source: text,
  /** When it stops being what is due today: ms since 1970 UTC. */
  until: number,
  questions: list(question),
  passed: list(passed),
});

/** A run through questions: those to ask in order, and what came of those that were asked. */
export type Session = Omit<Of<typeof form>, "v">;
/** A question of a session; `why` is null when the person chose it. */
export type AskedQuestion = Of<typeof question>;
/** What came of a question. */
export type Passed = Of<typeof passed>;

/** Names what is asked, as the address of the practice page does: all that waits, one deck, or one question. */
export function sourceOf({
  deck,
  question,
}: {
  deck?: string | undefined;
  question?: string | undefined;
}): string {
  if (question !== undefined) return `?question=${question}`;
  return deck === undefined ? "" : `?deck=${deck}`;
}

/** The question to ask now; null when all were asked. */
export function currentQuestion({ questions, passed }: Session): AskedQuestion | null {
  return questions[passed.length] ?? null;
}

/** The session after its current question was answered or skipped. */
export function passOn(session: Session, outcome: Omit<Passed, "question" | "title">): Session {
  const current = currentQuestion(session);
  if (current === null) return session;
  const { id, title } = current;
  return { ...session, passed: [...session.passed, { question: id, title, ...outcome }] };
}

/** The session without the questions that were not asked yet. */
export function endEarly(session: Session): Session {
  return { ...session, questions: session.questions.slice(0, session.passed.length) };
}

/** Keeps the session, so that a reload goes on with it. */
export function keepSession(storage: Storage, session: Session): void {
  storage.write(KEY, JSON.stringify({ v: VERSION, ...session }));
}

/** The session that was kept last; null when there is none that can be read. */
export function keptSession(storage: Storage): Session | null {
  return parseKept(storage.read(KEY), form);
}
