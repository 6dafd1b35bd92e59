import type { FollowUp, Question } from "../deck/index.ts";
import type { Assessment } from "../grade/index.ts";

/** One question asked once: passed over, not known, or answered. */
export type Visit =
  | { readonly outcome: "skipped"; readonly question: Question }
  | { readonly outcome: "unknown"; readonly question: Question; readonly assessment: Assessment }
  | Answered;

/** A visit with an answer. */
export interface Answered {
  readonly outcome: "answered";
  readonly question: Question;
  /** What the person said, oldest first: the answer, then the answer to the follow-up. */
  readonly turns: readonly string[];
  /** After the last turn. */
  readonly assessment: Assessment;
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
  | { readonly kind: "follow-up"; readonly visit: Answered; readonly followUp: FollowUp }
  | { readonly kind: "done" };
