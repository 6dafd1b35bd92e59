import type { Assessment, Gradable, Grader } from "../grade/index.ts";
import { saidText } from "./said-text.ts";

/** What a person said to a question, as it is kept, and what the judge says of it. */
export interface JudgedTurns {
  /** None is "I don't know". */
  readonly turns: readonly string[];
  readonly assessment: Assessment;
}

/** Judges all that was said to a question: the answer, then the answer to its follow-up. Turns without words do not count. */
export function judgeTurns(grader: Grader, question: Gradable, texts: readonly string[]): JudgedTurns {
  const turns = texts.map(saidText).filter((text) => text !== "");
  const last = turns.at(-1) ?? "";
  return { turns, assessment: grader.assess(question, last, turns.slice(0, -1)) };
}
