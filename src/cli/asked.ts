import type { DeckName } from "../base/index.ts";
import type { Question } from "../deck/index.ts";

/** A question of an interview. */
export interface Asked {
  readonly question: Question;
  readonly deck: DeckName;
  /** Why it is asked now; null when the person chose the questions. */
  readonly why: "due" | "new" | null;
}
