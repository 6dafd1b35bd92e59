import { type Static, Type } from "typebox";
import { component, DeckNameText, PointIdText, QuestionIdText } from "./common.ts";

const Disagreement = Type.Object({
  point: PointIdText,
  own: Type.String({ description: "The words of the own reference" }),
  theirs: Type.String({ description: "What the lending deck says instead" }),
});

export const Borrowed = Type.Object(
  {
    question: QuestionIdText,
    deck: DeckNameText,
    title: Type.String({ description: "The first line of its prompt, Markdown" }),
    disagreements: Type.Array(Disagreement, { description: "Where the two references do not say the same" }),
  },
  {
    ...component("Borrowed", "The question by whose points another one is judged, because both ask the same"),
    examples: [
      {
        question: "docker-055",
        deck: "docker",
        title: "What is the health check of this container for, and who acts on the result?",
        disagreements: [
          {
            point: "nobody-restarts",
            own: "Docker restarts an unhealthy container",
            theirs: "The engine only marks it unhealthy; a restart policy looks at exits.",
          },
        ],
      },
    ],
  },
);
export type BorrowedView = Static<typeof Borrowed>;

export const Borrowing = Type.Object(
  { allowed: Type.Boolean({ description: "Whether it may be judged by a question that asks the same" }) },
  { ...component("Borrowing", "Whether points may be borrowed"), examples: [{ allowed: false }] },
);
