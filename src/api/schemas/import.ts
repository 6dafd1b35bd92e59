import { type Static, Type } from "typebox";
import { Count, component, DeckNameText, Html, Nullable, QuestionIdText } from "./common.ts";

const line = Type.Integer({ minimum: 1, description: "Counted from 1" });

const place = Nullable(
  Type.String({
    description: "Where it stands when lines do not say it: a path in data, a file of a folder",
  }),
);

const Touched = (description: string) =>
  Type.Object(
    {
      count: Count("How many"),
      first: Type.Array(
        Type.Object({
          id: QuestionIdText,
          title: Type.String({ description: "The first line of the prompt, Markdown" }),
          parts: Type.Array(Type.Enum(["prompt", "answer", "place", "points"]), {
            description: "Which parts, where that is said; the place is section, level and tags",
          }),
        }),
        { description: "The first twenty" },
      ),
    },
    { description, additionalProperties: false },
  );

const DeckChange = Type.Object(
  {
    added: Touched("New in the deck"),
    changed: Touched("Changed by the document"),
    back: Touched("Kept aside before, and asked again"),
    gone: Touched("No longer in the document: kept aside, no longer asked"),
    kept: Touched("Changed in the document and by hand: what stands in the deck stays"),
    pointsToCheck: Touched("With points written by hand for an answer that has changed"),
    same: Count("Questions that stay as they were"),
  },
  component("DeckChange", "What an import does to a deck, question by question"),
);

/** What is said of a document beside its bytes. */
export const importQuery = {
  name: Type.Optional(
    Type.String({
      maxLength: 255,
      description: "The document's file name: names the deck, and stands in messages",
      examples: ["notes.md"],
    }),
  ),
  into: Type.Optional(
    Type.String({
      maxLength: 80,
      description: "The deck's name; made from the document's otherwise",
      examples: ["notes"],
    }),
  ),
  reader: Type.Optional(
    Type.String({
      maxLength: 80,
      description: "Overrules the choice of reader",
      examples: ["labelled-text"],
    }),
  ),
  replace: Type.Optional(
    Type.Boolean({
      description: "Whether the deck becomes what the document says, whatever it said before",
      examples: [false],
    }),
  ),
};

export const ImportPreview = Type.Object(
  {
    deck: DeckNameText,
    exists: Type.Boolean({
      description: "Whether a deck of that name is there: it is then brought up to date",
    }),
    reader: Type.String({ description: "The reader whose reading was best" }),
    totals: Type.Object({
      sections: Count("Sections"),
      questions: Count("Questions, repeated ones included"),
      unanswered: Count("Questions without an answer"),
      repeated: Count("Questions that repeat an earlier one"),
    }),
    sections: Type.Array(Type.Object({ title: Type.String(), questions: Count("How many are in it") }), {
      description: "The first hundred",
    }),
    warnings: Type.Array(
      Type.Object({
        code: Type.String({ description: "As in docs/reference/import.md" }),
        line,
        place,
        text: Type.String(),
      }),
      { description: "The first hundred" },
    ),
    sample: Type.Array(
      Type.Object({
        section: Type.String(),
        prompt: Type.String({ description: "Markdown" }),
        promptHtml: Html("The prompt"),
        answer: Type.String({ description: "Markdown; empty when the document gives none" }),
        answerHtml: Html("The answer"),
        number: Nullable(Type.Integer({ description: "The number that the document gives it" })),
        line,
        place,
      }),
      { description: "The first twenty questions" },
    ),
    merged: Count("Questions that are kept once though the document has them twice"),
    change: DeckChange,
    obstacle: Nullable(
      Type.String({ description: "Why it cannot be kept under that name as things stand, for people" }),
    ),
  },
  component("ImportPreview", "What an import would make of a document; nothing is kept"),
);
export type ImportPreviewView = Static<typeof ImportPreview>;

export const Imported = Type.Object(
  { deck: DeckNameText, questions: Count("How many questions the deck has"), change: DeckChange },
  component("Imported", "A document that became a deck, or brought one up to date"),
);
