import { type Static, Type } from "typebox";
import { Count, component, DeckNameText, Html } from "./common.ts";

const writable = Type.Boolean({ description: "False for the decks that come with the program" });
const title = Type.String({ description: "What people call the deck" });

const DeckSummary = Type.Object(
  {
    name: DeckNameText,
    title,
    questions: Count("How many questions it has"),
    sections: Count("How many sections it has"),
    writable,
  },
  {
    ...component("DeckSummary", "A deck as a list shows it"),
    examples: [{ name: "docker", title: "Docker", questions: 100, sections: 12, writable: false }],
  },
);

export const DeckList = Type.Object(
  { items: Type.Array(DeckSummary) },
  component("DeckList", "All decks, by name"),
);

const DeckProblem = Type.Object(
  {
    file: Type.String(),
    line: Type.Integer({ minimum: 1 }),
    rule: Type.String({ description: "As in docs/reference/lint.md" }),
    text: Type.String({ description: "What was found and what was wanted" }),
  },
  {
    ...component("DeckProblem", "What could not be read of a deck"),
    examples: [{ file: "docker/004.md", line: 3, rule: "level", text: "level is 7, wanted 1, 2 or 3" }],
  },
);

export const Deck = Type.Object(
  {
    name: DeckNameText,
    title,
    licence: Type.String({ description: "An SPDX expression or a sentence; empty when unknown" }),
    language: Type.String({ description: "A BCP 47 tag; empty when unknown" }),
    textHtml: Html("What the deck says about itself"),
    sections: Type.Array(Type.Object({ title: Type.String(), questions: Count("How many are in it") }), {
      description: "In the order they are taught; the questions of no section are under an empty title",
    }),
    questions: Count("How many questions it has"),
    writable,
    problems: Type.Array(DeckProblem, { description: "The first hundred of them" }),
  },
  {
    ...component("Deck", "A deck without its questions"),
    examples: [
      {
        name: "docker",
        title: "Docker",
        licence: "CC-BY-4.0",
        language: "en",
        textHtml: "<p>Containers, from the first to many machines.</p>\n",
        sections: [{ title: "Images", questions: 14 }],
        questions: 14,
        writable: false,
        problems: [],
      },
    ],
  },
);
export type DeckView = Static<typeof Deck>;
