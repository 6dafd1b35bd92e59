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
}

/** Takes a turn in. */
export function hearTurn(question: PreparedQuestion, text: string): Hearing {
  const spoken = hear(text, question);
  const windows = windowsOf(spoken);
  return { question, spoken, windows, measures: measure(question, spoken, windows), heap: heaps(spoken) };
}
