import { type Static, Type } from "typebox";
import { Count, component, DeckNameText, Html, Nullable } from "./common.ts";

const line = Type.Integer({ minimum: 1, description: "Counted from 1" });

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
};

export const ImportPreview = Type.Object(
  {
    deck: DeckNameText,
    exists: Type.Boolean({ description: "Whether a deck of that name is there" }),
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
      }),
      { description: "The first twenty questions" },
    ),
    merged: Count("Questions that are kept once though the document has them twice"),
  },
  component("ImportPreview", "What an import would make of a document; nothing is kept"),
);
export type ImportPreviewView = Static<typeof ImportPreview>;

export const Imported = Type.Object(
  { deck: DeckNameText, questions: Count("How many questions were kept") },
  {
    ...component("Imported", "A document that became a deck"),
    examples: [{ deck: "notes", questions: 300 }],
  },
);
