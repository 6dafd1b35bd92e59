import { type Static, Type } from "typebox";
import { Turns } from "./assessment.ts";
import {
  component,
  DeckNameText,
  Evidence,
  Instant,
  Label,
  Next,
  Nullable,
  PointIdText,
  QuestionIdText,
  ReviewIdText,
  Share,
  VerdictWord,
  Weight,
} from "./common.ts";

/** A day in milliseconds. Who thinks for longer has gone away. */
const LONGEST_THOUGHT = 86_400_000;
/** More points than any question has. */
const MOST_CORRECTIONS = 200;

const overruled = Type.Enum(["covered", "missing"], {
  description: "“I did say that” (covered) or “that was wrong” (missing)",
});

const firstKeyMs = Nullable(
  Type.Integer({
    minimum: 0,
    maximum: LONGEST_THOUGHT,
    description: "Milliseconds from the question to the first key; null when nobody typed",
  }),
);
const confidence = Type.Union(
  [Type.Literal("guess"), Type.Literal("think"), Type.Literal("sure"), Type.Null()],
  { description: "How sure the person said they were, before answering" },
);

export const NewReview = Type.Object(
  {
    question: QuestionIdText,
    turns: Turns,
    firstKeyMs: Type.Optional(firstKeyMs),
    confidence: Type.Optional(confidence),
    corrections: Type.Optional(
      Type.Array(Type.Object({ point: PointIdText, verdict: overruled }, { additionalProperties: false }), {
        maxItems: MOST_CORRECTIONS,
        description: "Verdicts that the person overruled during the visit",
      }),
    ),
  },
  {
    ...component("NewReview", "A visit that has ended: this person answered this question so"),
    examples: [
      {
        question: "docker-004",
        turns: ["An image is read-only, a container adds a layer to write to."],
        firstKeyMs: 2100,
        confidence: "think",
        corrections: [],
      },
    ],
  },
);

export const Correction = Type.Object(
  { verdict: overruled },
  { ...component("Correction", "What the person says of a point"), examples: [{ verdict: "covered" }] },
);

const ReviewVerdict = Type.Object(
  {
    point: PointIdText,
    weight: Weight,
    verdict: VerdictWord,
    p: Share("How probable the judge's verdict was"),
    evidence: Nullable(Evidence),
    corrected: Type.Boolean({ description: "Whether the person overruled the judge here" }),
  },
  {
    ...component("ReviewVerdict", "One point's verdict as it stands"),
    examples: [
      { point: "read-only-layers", weight: 2, verdict: "covered", p: 0.93, evidence: null, corrected: true },
    ],
  },
);

export const Review = Type.Object(
  {
    id: ReviewIdText,
    at: Instant("When it was recorded"),
    question: QuestionIdText,
    deck: DeckNameText,
    turns: Type.Array(Type.String(), { description: "What was said, oldest first" }),
    outcome: Type.Enum(["answered", "unknown"], { description: "Unknown is “I don't know”" }),
    score: Share("The weighted mean over the points that count"),
    label: Label,
    doubt: Share("How unsure the judge was"),
    rating: Type.Enum(["again", "hard", "good", "easy"], { description: "What the memory model is told" }),
    judge: Type.String({ description: "Which judge it was" }),
    firstKeyMs,
    confidence,
    corrected: Type.Boolean({ description: "Whether the person overruled a verdict" }),
    verdicts: Type.Array(ReviewVerdict),
    due: Nullable(Instant("When the question comes back")),
  },
  component("Review", "A review as it stands: corrections are in its verdicts, score, label and rating"),
);
export type ReviewView = Static<typeof Review>;

export const ReviewPage = Type.Object(
  { items: Type.Array(Review), next: Next },
  component("ReviewPage", "Some reviews, newest first, without those that were taken back"),
);
