import type { components } from "../clients/typescript/index.ts";

/** What came from outside is not changed. */
type Frozen<T> = T extends readonly (infer Each)[]
  ? readonly Frozen<Each>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

type Shapes = Frozen<components["schemas"]>;

// The API's words for what the page shows, by the names that the page uses.
export type Assessment = Shapes["Assessment"];
export type Borrowed = Shapes["Borrowed"];
export type DeckSummary = Shapes["DeckSummary"];
export type Deck = Shapes["Deck"];
export type DueOverview = Shapes["Due"];
export type DueQuestion = Shapes["DueQuestion"];
export type Estimate = Shapes["Estimate"];
export type Evidence = Shapes["Evidence"];
export type ImportPreview = Shapes["ImportPreview"];
export type NewReview = Required<Shapes["NewReview"]>;
export type Question = Shapes["Question"];
export type QuestionEdit = Shapes["QuestionEdit"];
export type QuestionSummary = Shapes["QuestionSummary"];
export type Readiness = Shapes["Readiness"];
export type Review = Shapes["Review"];
export type Session = Shapes["Session"];
export type Verdict = Shapes["JudgedPoint"];

/** What will be known of some questions. */
export type Outlook = Pick<Readiness, "questions" | "seen" | "known" | "planned">;
/** The person overrules the judge. */
export type Correction = NewReview["corrections"][number];
