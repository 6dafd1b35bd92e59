import { type Static, Type } from "typebox";
import { Borrowed } from "./borrowed.ts";
import {
  Count,
  component,
  DeckNameText,
  Html,
  Instant,
  Language,
  Level,
  Next,
  Nullable,
  PointIdText,
  QuestionIdText,
  Weight,
} from "./common.ts";

/** What tells a question apart in any list. */
export const heading = {
  id: QuestionIdText,
  section: Type.String({ description: "Empty when it belongs to none" }),
  level: Level,
  title: Type.String({ description: "The first line of the prompt, Markdown" }),
};

const QuestionSummary = Type.Object(
  {
    ...heading,
    tags: Type.Array(Type.String()),
    due: Nullable(Instant("When it comes back; null when it was never asked")),
    reviews: Count("How often it was answered"),
  },
  {
    ...component("QuestionSummary", "A question as a list shows it, with where the person stands with it"),
    examples: [
      {
        id: "docker-004",
        section: "Images",
        level: 1,
        title: "What is the difference between an image and a container?",
        tags: ["image", "layers"],
        due: "2026-12-01T09:30:00.000Z",
        reviews: 3,
      },
    ],
  },
);

export const QuestionPage = Type.Object(
  { items: Type.Array(QuestionSummary), next: Next },
  component("QuestionPage", "Some questions of a deck, in its order"),
);

const Point = Type.Object(
  {
    id: PointIdText,
    text: Type.String({ description: "The claim, one line of Markdown" }),
    textHtml: Html("The claim"),
    weight: Weight,
    variants: Type.Array(Type.String(), { description: "Other wordings of the same claim" }),
  },
  {
    ...component("Point", "One claim that a complete answer makes"),
    examples: [
      {
        id: "read-only-layers",
        text: "An image is a stack of read-only layers.",
        textHtml: "An image is a stack of read-only layers.",
        weight: 2,
        variants: ["images cannot be changed once they are built"],
      },
    ],
  },
);

/** The prompt as HTML, in one and in parts. */
export const promptHtml = {
  titleHtml: Html("The first line of the prompt"),
  bodyHtml: Html("What belongs to the prompt below its first line, empty when nothing does"),
  promptHtml: Html("The whole prompt"),
};

export const Question = Type.Object(
  {
    ...heading,
    deck: DeckNameText,
    language: Language,
    tags: Type.Array(Type.String()),
    refs: Type.Array(Type.String(), { description: "Where it can be read up" }),
    related: Type.Array(QuestionIdText),
    ...promptHtml,
    prompt: Type.String({ description: "The whole prompt, Markdown" }),
    answer: Type.String({ description: "The reference answer, Markdown; empty when it came without one" }),
    answerHtml: Html("The reference answer"),
    points: Type.Array(Point),
    proposed: Type.Boolean({
      description: "Whether the points were derived from the reference, not written",
    }),
    borrowed: Nullable(Borrowed),
    borrowedPoints: Type.Array(Point, { description: "What it is judged by when that is borrowed" }),
    borrows: Type.String({
      description:
        "An id: the question by whose points it is judged; `none`: its own document alone; empty: one that asks the same is looked for",
    }),
    misconceptions: Type.Array(
      Type.Object({ point: PointIdText, claim: Type.String(), correction: Type.String() }),
      { description: "Known wrong claims with their corrections" },
    ),
    followUps: Type.Array(
      Type.Object({
        point: Type.String({ description: "The point it asks for, or `*` for those who covered everything" }),
        text: Type.String(),
      }),
    ),
    version: Type.String({
      description: "Another one when the question reads differently; what If-Match wants",
      examples: ["5b1c5d0e27ac4f1a9a55d7f6f3a0f9c1"],
    }),
    editable: Type.Boolean({ description: "False for the decks that come with the program" }),
    source: Type.String({
      description: "Where an imported question was found; empty when it was written here",
    }),
  },
  component("Question", "A question with its reference answer"),
);
/** What is written anew of a question. */
export const QuestionEdit = Type.Object(
  {
    points: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Nullable(Type.String({ description: "Of a point that is there; null for a new one" })),
            text: Type.String({ maxLength: 2000, description: "The claim, one line of Markdown" }),
            weight: Weight,
            variants: Type.Array(Type.String({ maxLength: 1000 }), {
              maxItems: 50,
              description: "Other wordings of the same claim",
            }),
          },
          { additionalProperties: false },
        ),
        { maxItems: 20, description: "All points in their order; they are written ones from then on" },
      ),
    ),
    answer: Type.Optional(
      Type.String({
        maxLength: 50_000,
        description: "The reference answer, Markdown; proposed points are taken from it anew",
      }),
    ),
  },
  {
    ...component("QuestionEdit", "What is written anew of a question; what is left out stays"),
    minProperties: 1,
    examples: [
      {
        points: [
          {
            id: "read-only-layers",
            text: "An image is a stack of read-only layers.",
            weight: 2,
            variants: [],
          },
          { id: null, text: "A container adds a layer that can be written to.", weight: 1, variants: [] },
        ],
      },
    ],
  },
);
export type QuestionView = Static<typeof Question>;
