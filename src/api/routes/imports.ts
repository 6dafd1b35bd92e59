import { Type } from "typebox";
import { documentToDeck, importDocument, type ReadDocument } from "../../practice/index.ts";
import type { Api } from "../api.ts";
import { deckNameOf } from "../ids.ts";
import { blockHtml } from "../markdown.ts";
import { Imported, ImportPreview, type ImportPreviewView, importQuery } from "../schemas/import.ts";
import { problems } from "../schemas/problem.ts";

const tags = ["Imports"];
/** Bytes; what the readers read. */
const LARGEST_DOCUMENT = 20 * 1024 * 1024;
const SAMPLE = 20;
/** Sections and warnings: nobody reads more of them in a page. */
const MOST_LISTED = 100;

const Bytes = Type.Unsafe<Buffer>({
  type: "string",
  contentMediaType: "application/octet-stream",
  description: "The document as it is",
});
const consumes = "application/octet-stream";

/** Documents that become decks. These are read as bytes, so they stand in a part of the application of their own. */
export function importRoutes(api: Api): void {
  api.removeAllContentTypeParsers();
  api.addContentTypeParser(
    "application/octet-stream",
    { parseAs: "buffer", bodyLimit: LARGEST_DOCUMENT },
    (_request, bytes, done) => done(null, bytes),
  );
  api.post(
    "/import-previews",
    {
      schema: {
        operationId: "previewImport",
        summary: "Say what an import would make of a document",
        tags,
        consumes,
        body: Bytes,
        querystring: Type.Object(importQuery, { additionalProperties: false }),
        response: { 200: ImportPreview },
      },
    },
    async ({ body, query, world }) => {
      const read = await documentToDeck(documentOf(body, query.name), choicesOf(query));
      const listed = await world.workplace.decks.list();
      return previewOf(
        read,
        listed.some(({ name }) => name === read.deck.name),
      );
    },
  );
  api.post(
    "/imports",
    {
      schema: {
        operationId: "importDocument",
        summary: "Keep a document as a deck",
        tags,
        consumes,
        body: Bytes,
        querystring: Type.Object(
          {
            ...importQuery,
            replace: Type.Optional(
              Type.Boolean({ description: "Whether a deck of that name may be replaced", examples: [false] }),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 201: Imported, ...problems(409, 507) },
      },
    },
    async ({ body, query, world }, reply) => {
      const { deck } = await importDocument(world.workplace.decks, documentOf(body, query.name), {
        ...choicesOf(query),
        replace: query.replace ?? false,
      });
      reply.code(201).header("location", `/v1/decks/${deck.name}`);
      return { deck: deck.name, questions: deck.questions.length };
    },
  );
}

function documentOf(body: Buffer, name = "document") {
  return { name: fileName(name), bytes: body };
}

/** The name alone, as it is said in messages: no folders, and nothing that would move a terminal's cursor. */
function fileName(text: string): string {
  const [name = ""] = text.split(/[\\/]/).slice(-1);
  const shown = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return shown === "" ? "document" : shown;
}

function choicesOf({ into, reader }: { into?: string; reader?: string }) {
  return { reader, ...(into !== undefined && { into: deckNameOf("/into", into) }) };
}

function previewOf({ deck, report, totals, merged }: ReadDocument, exists: boolean): ImportPreviewView {
  return {
    deck: deck.name,
    exists,
    reader: report.reader,
    totals: { ...totals },
    sections: report.sections.slice(0, MOST_LISTED).map((each) => ({ ...each })),
    warnings: report.warnings.slice(0, MOST_LISTED).map((each) => ({ ...each })),
    sample: report.questions.slice(0, SAMPLE).map(({ section, prompt, answer, number, line }) => ({
      section,
      prompt,
      promptHtml: blockHtml(prompt),
      answer,
      answerHtml: blockHtml(answer),
      number,
      line,
    })),
    merged,
  };
}
