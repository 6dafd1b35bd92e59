/**
 * The keys of front matter: what the parsers read, and what docs/reference/*.schema.json tells editors. One place for
 * both: scripts/build-schemas.ts writes the schemas from here.
 */

/** What may stand under a key: an id, a text, a list of texts, of ids or of groups of terms, a level, a switch. */
export type FieldKind = "id" | "text" | "texts" | "ids" | "terms" | "level" | "switch";

/** A key of front matter. */
export interface Field {
  readonly kind: FieldKind;
  /** For editors: a sentence or two. */
  readonly about: string;
  readonly example?: string | readonly string[];
}

/** The keys of a question's front matter, in the order they are printed. */
export const QUESTION_FIELDS = {
  id: {
    kind: "id",
    about:
      "Names the question for ever: answers are remembered by it. Words of a-z and 0-9 joined by hyphens.",
    example: "api-041",
  },
  section: { kind: "text", about: "The part of the deck it belongs to: one of the sections in deck.md." },
  level: { kind: "level", about: "How hard: 1 junior, 2 mid, 3 senior." },
  tags: { kind: "texts", about: "What it is about, in a few words.", example: ["jwt", "revocation"] },
  refs: { kind: "texts", about: "Sources of the answer.", example: ["RFC 7009"] },
  related: { kind: "ids", about: "Ids of questions that belong to the same subject.", example: ["api-011"] },
  lab: { kind: "text", about: "The lab that proves the answer." },
  "no-lab": { kind: "text", about: "Why no honest lab exists for this question." },
  shown: { kind: "texts", about: "Files and tests of the platform where the answer is true." },
  "no-shown": { kind: "text", about: "Why the platform itself cannot show it." },
  borrows: {
    kind: "text",
    about:
      "The shipped question by whose points this one is judged while it has none of its own, or none. Left out, one that asks the same is looked for.",
    example: "docker-012",
  },
  source: {
    kind: "text",
    about: "Where an imported question stood.",
    example: "notes.md:120",
  },
  imported: {
    kind: "text",
    about: "What the document said when it was last imported, as hashes. Not for people.",
  },
  proposed: {
    kind: "switch",
    about:
      "True when the points were derived from the answer and not written by a person. Take it out once you have gone over them.",
  },
} as const satisfies Readonly<Record<string, Field>>;

/** The keys of deck.md's front matter. */
export const DECK_FIELDS = {
  id: {
    kind: "id",
    about:
      "The deck's name, by which it is asked: that of its folder. Words of a-z and 0-9 joined by hyphens.",
    example: "docker",
  },
  title: { kind: "text", about: "The deck's title, for people; the heading below says it too." },
  licence: { kind: "text", about: "An SPDX expression, or a sentence.", example: "MIT" },
  language: { kind: "text", about: "The language of its questions (BCP 47).", example: "en" },
  sections: { kind: "texts", about: "The sections in the order they are taught.", example: ["Basics"] },
  terms: {
    kind: "terms",
    about:
      "What says the same in this deck, beside what the judge knows anyway: two or more wordings an entry, of at most 6 words each.",
    example: ["job = task = work item"],
  },
} as const satisfies Readonly<Record<string, Field>>;

/** The keys of a table of fields, in its order. */
export function keysOf<Fields extends Readonly<Record<string, Field>>>(
  fields: Fields,
): readonly (keyof Fields & string)[] {
  return Object.keys(fields);
}
