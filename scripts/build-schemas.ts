/**
 * Writes the JSON Schemas of front matter, from the table that the parsers read by:
 *
 *     node scripts/build-schemas.ts
 */
import { writeFileSync } from "node:fs";
import { DECK_FIELDS, type Field, type FieldKind, QUESTION_FIELDS } from "../src/deck/front-matter-fields.ts";

const ID = { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength: 80 } as const;
/** YAML reads 2024 and true as no text; to us they are. */
const TEXT = { type: ["string", "number", "boolean", "null"] } as const;

/** As parseTerms reads it: the least of it that a pattern can say. */
const GROUP = { type: "string", pattern: "\\S\\s+=\\s+\\S" } as const;

const KINDS: Readonly<Record<FieldKind, object>> = {
  id: ID,
  text: TEXT,
  texts: { anyOf: [{ type: "array", items: TEXT, uniqueItems: true }, TEXT] },
  ids: { anyOf: [{ type: "array", items: ID, uniqueItems: true }, ID, { type: "null" }] },
  terms: {
    anyOf: [{ type: "array", items: GROUP, uniqueItems: true, maxItems: 200 }, GROUP, { type: "null" }],
  },
  level: { enum: [1, 2, 3, null] },
  switch: { type: ["boolean", "null"] },
};

function schemaOf(
  title: string,
  fields: Readonly<Record<string, Field>>,
  required: readonly string[],
): object {
  const properties = Object.entries(fields).map(([key, { kind, about, example }]) => [
    key,
    { description: about, ...KINDS[kind], ...(example === undefined ? {} : { examples: [example] }) },
  ]);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title,
    description:
      "Written by scripts/build-schemas.ts. Keys that are not listed are kept as they are, and not used.",
    type: "object",
    required,
    properties: Object.fromEntries(properties),
    additionalProperties: true,
  };
}

/** Each schema by the name of its file in docs/reference. */
export const schemas: Readonly<Record<string, object>> = {
  "question.schema.json": schemaOf("The front matter of a Vivarium question", QUESTION_FIELDS, ["id"]),
  "deck.schema.json": schemaOf("The front matter of a Vivarium deck.md", DECK_FIELDS, []),
};

/** A schema as its file holds it. */
export const schemaText = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;

if (import.meta.main) {
  for (const [name, schema] of Object.entries(schemas)) {
    writeFileSync(new URL(`../docs/reference/${name}`, import.meta.url), schemaText(schema));
  }
}
