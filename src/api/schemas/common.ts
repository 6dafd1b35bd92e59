import { type TSchema, Type } from "typebox";

/** A value or null. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** A component of the OpenAPI document: it stands there once, under its name. Keys it does not list are refused. */
export function component(name: string, description: string) {
  return { $id: name, description, additionalProperties: false } as const;
}

/** A moment. The zone is given, so that the asker's day counts and not the server's. */
export const Instant = (description: string) =>
  Type.String({ description, format: "date-time", examples: ["2026-12-24T00:00:00+01:00"] });

export const QuestionIdText = Type.String({ description: "The id of a question", examples: ["docker-004"] });
export const DeckNameText = Type.String({ description: "The name of a deck", examples: ["docker"] });
export const ReviewIdText = Type.String({
  description: "The id of a review: a UUID of version 7 in lower case, made by whoever records it",
  examples: ["019ab5e2-7c00-7a10-8b1f-2f6d1c0a9e55"],
});
export const PointIdText = Type.String({
  description: "The id of a point within its question",
  examples: ["read-only-layers"],
});

export const Language = Type.String({
  description: "A BCP 47 tag of what the deck is written in; empty when unknown",
  examples: ["en"],
});
export const Level = Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Null()], {
  description: "How hard: 1 junior, 2 mid, 3 senior; null when nobody said",
});
export const Weight = Type.Union([Type.Integer({ minimum: 1 }), Type.Literal("bonus")], {
  description: "How much a point counts; a bonus is praised and never missed",
  examples: [2],
});
export const VerdictWord = Type.Enum(["covered", "partly", "missing", "contradicted"], {
  description: "What an answer did with a point",
});
export const Label = Type.Enum(["covered", "partly", "missing", "contradicted", "ungraded"], {
  description: "The verdict on the whole; ungraded when the question has no points to judge by",
});
export const Share = (description: string) => Type.Number({ minimum: 0, maximum: 1, description });
export const Count = (description: string) => Type.Integer({ minimum: 0, description });
export const Html = (description: string) =>
  Type.String({ description: `${description}, as HTML that is safe to put into a page` });

export const Evidence = Type.Object(
  {
    turn: Count("Which of the turns the words stand in; 0 is the first"),
    start: Count("Where they begin, in UTF-16 units"),
    end: Count("Where they end, in UTF-16 units; not included"),
    text: Type.String({ description: "The words" }),
  },
  {
    ...component("Evidence", "The person's own words that a verdict rests on"),
    examples: [{ turn: 0, start: 13, end: 22, text: "read-only" }],
  },
);

/** Many of something, a page at a time. */
export const Next = Nullable(
  Type.String({
    description: "The `cursor` of the next page; null on the last one. The Link header has it too",
  }),
);

/** What chooses the page of a list. */
export const pageQuery = {
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 100, default: 20, description: "How many at most", examples: [20] }),
  ),
  cursor: Type.Optional(
    Type.String({ maxLength: 300, description: "Where to go on: `next` of the page before" }),
  ),
};
/** How many a list gives when nobody says. */
export const DEFAULT_LIMIT = 20;
