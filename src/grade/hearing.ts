import { type Window, windowsOf } from "./align.ts";
import { type Measure, measure } from "./measure.ts";
import type { PreparedQuestion } from "./prepare-question.ts";
import { hear, type Spoken } from "./spoken.ts";
import { heaps } from "./statement.ts";

/** One turn of an answer with all that is measured of it before any point is judged. */
export interface Hearing {
  readonly question: PreparedQuestion;
  readonly spoken: Spoken;
  readonly windows: readonly Window[];
  /** By window and point. */
  readonly measures: readonly (readonly Measure[])[];
  /** By clause: belongs to a heap of words. */
  readonly heap: readonly boolean[];
  /** Share of the turn's distinct words, by weight, that the question or its points use. */
  readonly topic: number;
}

/** Takes a turn in. */
export function hearTurn(question: PreparedQuestion, text: string): Hearing {
  return hearSpoken(question, hear(text, question));
}

/** The same turn without some of its clauses. */
export function hearWithout({ question, spoken }: Hearing, clauses: ReadonlySet<number>): Hearing {
  const rest = spoken.clauses.filter((_, i) => !clauses.has(i));
  return hearSpoken(question, { ...spoken, clauses: rest });
}

function hearSpoken(question: PreparedQuestion, spoken: Spoken): Hearing {
  const windows = windowsOf(spoken);
  const measures = measure(question, spoken, windows);
  return { question, spoken, windows, measures, heap: heaps(spoken), topic: topicOf(spoken, question) };
}

function topicOf(spoken: Spoken, question: PreparedQuestion): number {
  const seen = new Set<string>();
  let heard = 0;
  let total = 0;
  for (const { words } of spoken.clauses) {
    for (const { stem, weight, matches } of words) {
      if (seen.has(stem)) continue;
      seen.add(stem);
      total += weight;
      if (question.promptStems.has(stem) || matches.some((match) => !match.opposite)) heard += weight;
    }
  }
  return total === 0 ? 0 : heard / total;
}
