import type { FollowUp, Question } from "../deck/index.ts";
import type { Assessment } from "../grade/index.ts";

/** How a visit ended: with an answer, with "I don't know", or without a word. */
export type Outcome = "answered" | "unknown" | "skipped";

/** One question asked once, with all that was said to it. */
export interface Visit {
  readonly question: Question;
  readonly outcome: Outcome;
  /** What the person said, oldest first: the answer, then the answer to the follow-up. */
  readonly turns: readonly string[];
  /** After the last turn; null when skipped. */
  readonly assessment: Assessment | null;
}

/** What is asked now. */
export type Step =
  | {
      readonly kind: "question";
      readonly question: Question;
      /** Title and body as one Markdown text. */
      readonly prompt: string;
      readonly number: number;
      readonly of: number;
    }
  | { readonly kind: "follow-up"; readonly question: Question; readonly followUp: FollowUp }
  | { readonly kind: "done" };
