import type { FollowUp, Question } from "../deck/index.ts";
import type { Assessment } from "../grade/index.ts";
import type { Confidence } from "../recall/index.ts";
import type { Borrowed } from "./borrowed.ts";
import type { Correction } from "./new-review.ts";

/** A question as a session asks it; once it is ready to be judged, it says whether its points are borrowed. */
export interface AskedQuestion extends Question {
  readonly borrowed?: Borrowed | null;
}

/** One question asked once: passed over, not known, or answered. */
export type Visit = { readonly outcome: "skipped"; readonly question: AskedQuestion } | Judged;

/** A visit that counts. */
export type Judged = Unknown | Answered;

/** How an answer began, beside its words. */
export interface Circumstances {
  /** Milliseconds from the question to the first key of the first answer; null when nobody typed. */
  readonly firstKeyMs: number | null;
  /** How sure the person said they were, before answering. */
  readonly confidence: Confidence | null;
}

interface JudgedVisit extends Circumstances {
  readonly question: AskedQuestion;
  /** What the judge says after the last turn; `correctedAssessment` gives it with the corrections. */
  readonly assessment: Assessment;
  /** What the person overruled, one a point. */
  readonly corrections: readonly Correction[];
}

/** A visit that ended with "I don't know". */
export interface Unknown extends JudgedVisit {
  readonly outcome: "unknown";
}

/** A visit with an answer. */
export interface Answered extends JudgedVisit {
  readonly outcome: "answered";
  /** What the person said, oldest first: the answer, then the answer to the follow-up. */
  readonly turns: readonly string[];
}

/** What is asked now. */
export type Step =
  | {
      readonly kind: "question";
      readonly question: AskedQuestion;
      /** Title and body as one Markdown text. */
      readonly prompt: string;
      readonly number: number;
      readonly of: number;
    }
  | { readonly kind: "follow-up"; readonly visit: Answered; readonly followUp: FollowUp }
  | { readonly kind: "done" };
