import type { DeckName } from "../base/index.ts";
import type { Question, Terms } from "../deck/index.ts";

/** A question of an interview. */
export interface Asked {
  readonly question: Question;
  readonly deck: DeckName;
  /** What says the same in that deck. */
  readonly terms: Terms;
  /** Why it is asked now; null when the person chose the questions. */
  readonly why: "due" | "new" | null;
}
