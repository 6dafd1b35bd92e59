import { type Static, Type } from "typebox";
import { Borrowed } from "./borrowed.ts";
import {
  component,
  Evidence,
  Html,
  Label,
  Nullable,
  PointIdText,
  QuestionIdText,
  Share,
  VerdictWord,
  Weight,
} from "./common.ts";

/** Characters. A long answer has two thousand. */
const LONGEST_TURN = 20_000;
/** An answer, and the answer to its follow-up. More than that is one answer in pieces. */
const MOST_TURNS = 12;

export const Turns = Type.Array(Type.String({ maxLength: LONGEST_TURN, description: "What was said" }), {
  maxItems: MOST_TURNS,
  description:
    "What was said, oldest first: the answer, then the answer to the follow-up; none is “I don't know”",
  examples: [["An image is read-only, a container adds a layer to write to."]],
});

export const NewAssessment = Type.Object(
  { question: QuestionIdText, turns: Turns },
  {
    ...component("NewAssessment", "An answer to judge"),
    examples: [
      {
        question: "docker-004",
        turns: ["An image is read-only, a container adds a layer to write to."],
      },
    ],
  },
);

const SecondOpinion = Type.Object(
  {
    verdict: VerdictWord,
    quote: Nullable(Type.String({ description: "The words of the answer that it rests on" })),
    decided: Type.Boolean({ description: "Whether it moved the verdict; else the judge's own stands" }),
  },
  component("SecondOpinion", "What a second rater said of a point that the judge was in doubt of"),
);

const JudgedPoint = Type.Object(
  {
    point: PointIdText,
    text: Type.String({ description: "The claim, one line of Markdown" }),
    textHtml: Html("The claim"),
    weight: Weight,
    verdict: VerdictWord,
    p: Share("How probable the verdict is"),
    evidence: Nullable(Evidence),
    correction: Nullable(
      Type.String({ description: "What is true instead of a misconception that was recognised" }),
    ),
    why: Type.String({ description: "One sentence for the person: why this verdict" }),
    lacks: Nullable(
      Type.String({
        description:
          "Of a point that was said in part, its words that were not heard; to be shown after the follow-up, for it gives the point away",
      }),
    ),
    second: Nullable(SecondOpinion),
  },
  {
    ...component("JudgedPoint", "One point's verdict"),
    examples: [
      {
        point: "read-only-layers",
        text: "An image is a stack of read-only layers.",
        textHtml: "An image is a stack of read-only layers.",
        weight: 2,
        verdict: "covered",
        p: 0.93,
        evidence: { turn: 0, start: 12, end: 21, text: "read-only" },
        correction: null,
        why: "You said it nearly word for word: “read-only”.",
        lacks: null,
        second: null,
      },
    ],
  },
);

export const Assessment = Type.Object(
  {
    question: QuestionIdText,
    turns: Type.Array(Type.String(), { description: "The words that were judged; evidence counts in them" }),
    score: Share("The weighted mean over the points that count"),
    label: Label,
    doubt: Share("How unsure the judge is"),
    verdicts: Type.Array(JudgedPoint),
    followUp: Nullable(
      Type.Object({
        point: Type.String({ description: "The point it asks for, or `*` for those who covered everything" }),
        text: Type.String(),
      }),
    ),
    borrowed: Nullable(Borrowed),
    answerHtml: Html("The reference answer"),
  },
  component("Assessment", "What the judge says of an answer"),
);
export type AssessmentView = Static<typeof Assessment>;
