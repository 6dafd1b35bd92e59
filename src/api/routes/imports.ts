import { Type } from "typebox";
import type { Question } from "../../deck/index.ts";
import {
  type DocumentPart,
  importDocument,
  LARGEST_DOCUMENT,
  planImport,
  type ReadDocument,
} from "../../practice/index.ts";
import type { Api } from "../api.ts";
import { deckNameOf } from "../ids.ts";
import { blockHtml } from "../markdown.ts";
import { Imported, ImportPreview, type ImportPreviewView, importQuery } from "../schemas/import.ts";
import { problems } from "../schemas/problem.ts";

const tags = ["Imports"];
const SAMPLE = 20;
/** Characters of a prompt or an answer in a sample: rendering waits for nobody, and a document may be one answer. */
const LONGEST_SAMPLE = 20_000;
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
    { parseAs: "buffer", bodyLimit: LARGEST_DOCUMENT.bytes },
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
      const { decks } = world.workplace;
      return previewOf(await planImport(decks, documentOf(body, query.name), choicesOf(query)));
    },
  );
  api.post(
    "/imports",
    {
      schema: {
        operationId: "importDocument",
        summary: "Keep a document as a deck, or bring its deck up to date",
        tags,
        consumes,
        body: Bytes,
        querystring: Type.Object(importQuery, { additionalProperties: false }),
        response: { 200: Imported, 201: Imported, ...problems(409, 412, 507) },
      },
    },
    async ({ body, query, world }, reply) => {
      const { decks } = world.workplace;
      const read = await importDocument(decks, documentOf(body, query.name), choicesOf(query));
      const { deck, change, exists } = read;
      if (!exists) reply.code(201);
      reply.header("location", `/v1/decks/${deck.name}`);
      return { deck: deck.name, questions: deck.questions.length, change: changeOf(change) };
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

function choicesOf({ into, reader, replace }: { into?: string; reader?: string; replace?: boolean }) {
  return {
    reader,
    replace: replace ?? false,
    ...(into !== undefined && { into: deckNameOf("/into", into) }),
  };
}

function previewOf(read: ReadDocument): ImportPreviewView {
  const { deck, exists, obstacle, change, report, totals, merged } = read;
  return {
    deck: deck.name,
    exists,
    obstacle: obstacle?.message ?? null,
    change: changeOf(change),
    reader: report.reader,
    totals: { ...totals },
    sections: report.sections.slice(0, MOST_LISTED).map((each) => ({ ...each })),
    warnings: report.warnings
      .slice(0, MOST_LISTED)
      .map(({ code, line, place = null, text }) => ({ code, line, place, text })),
    sample: report.questions
      .slice(0, SAMPLE)
      .map((each) => ({ ...each, prompt: beginningOf(each.prompt), answer: beginningOf(each.answer) }))
      .map(({ section, prompt, answer, number, line, place = null }) => ({
        section,
        prompt,
        promptHtml: blockHtml(prompt),
        answer,
        answerHtml: blockHtml(answer),
        number,
        line,
        place,
      })),
    merged,
  };
}

function beginningOf(text: string): string {
  return text.length <= LONGEST_SAMPLE ? text : `${text.slice(0, LONGEST_SAMPLE).toWellFormed()}…`;
}

function changeOf({ same, ...kinds }: ReadDocument["change"]): ImportPreviewView["change"] {
  const { added, changed, back, gone, kept, pointsToCheck } = kinds;
  return {
    added: touched(added.map((question) => ({ question }))),
    changed: touched(changed),
    back: touched(back.map((question) => ({ question }))),
    gone: touched(gone.map((question) => ({ question }))),
    kept: touched(kept),
    pointsToCheck: touched(pointsToCheck.map((question) => ({ question }))),
    same,
  };
}

type Touched = ImportPreviewView["change"]["added"];

function touched(all: readonly { question: Question; parts?: readonly DocumentPart[] }[]): Touched {
  return {
    count: all.length,
    first: all.slice(0, SAMPLE).map(({ question: { id, title }, parts = [] }) => ({
      id,
      title,
      parts: [...parts],
    })),
  };
}
