import { Type } from "typebox";
import {
  aboutFormats,
  exportDeckAs,
  exportFormats,
  type LoadedDeck,
  questionsOfDeck,
  sectionsOf,
} from "../../practice/index.ts";
import type { Api } from "../api.ts";
import { cursorOf, linkNext, parseCursor } from "../cursor.ts";
import { isoOrNull } from "../instant.ts";
import { deckHtmlOf } from "../question-html.ts";
import { DEFAULT_LIMIT, DeckNameText, pageQuery } from "../schemas/common.ts";
import { Deck, DeckList, type DeckView } from "../schemas/deck.ts";
import { problems } from "../schemas/problem.ts";
import { QuestionPage } from "../schemas/question.ts";
import { personOf } from "../world.ts";

const tags = ["Decks"];
/** Nobody reads more of them in a page. */
const MOST_PROBLEMS = 100;

/** Decks, and the questions in them. */
export function deckRoutes(api: Api): void {
  api.get(
    "/decks",
    {
      schema: {
        operationId: "listDecks",
        summary: "All decks",
        tags,
        response: { 200: DeckList },
      },
    },
    async ({ world }) => {
      const { catalogue, decks } = world.workplace;
      const [loaded, listed] = await Promise.all([catalogue.decks(), decks.list()]);
      const writable = new Map(listed.map((each) => [each.name, each.writable]));
      const items = loaded.map(({ deck }) => ({
        name: deck.name,
        title: deck.title,
        questions: deck.questions.length,
        sections: sectionsOf(deck).length,
        writable: writable.get(deck.name) ?? false,
      }));
      return { items };
    },
  );
  api.get(
    "/decks/:deck",
    {
      schema: {
        operationId: "getDeck",
        summary: "A deck without its questions",
        tags,
        params: Type.Object({ deck: DeckNameText }),
        response: { 200: Deck, ...problems(404) },
      },
    },
    async ({ params, world }) => {
      const { catalogue, decks } = world.workplace;
      const [loaded, listed] = await Promise.all([catalogue.deck(params.deck), decks.list()]);
      return deckView(
        loaded,
        listed.some(({ name, writable }) => name === params.deck && writable),
      );
    },
  );
  api.get(
    "/decks/:deck/export",
    {
      schema: {
        operationId: "exportDeck",
        summary: "A deck in another form, to take along",
        tags,
        params: Type.Object({ deck: DeckNameText }),
        querystring: Type.Object(
          {
            format: Type.Enum([...exportFormats], { description: "The form", examples: ["json"] }),
            history: Type.Optional(
              Type.Boolean({
                description:
                  "Whether what was done with it goes along: its events in JSON, how each answer went in Anki",
                examples: [false],
              }),
            ),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Unsafe<Uint8Array>({
            type: "string",
            contentMediaType: "application/octet-stream",
            description: "The file; its type is in Content-Type, its name in Content-Disposition",
          }),
          ...problems(404),
        },
      },
    },
    async (request, reply) => {
      const { params, query, world } = request;
      const { format, history = false } = query;
      const { bytes } = await exportDeckAs(world.workplace, personOf(request), params.deck, {
        format,
        history,
      });
      const { ending, type } = aboutFormats[format];
      return reply
        .type(type)
        .header("content-disposition", `attachment; filename="${params.deck}.${ending}"`)
        .send(bytes);
    },
  );
  api.get(
    "/decks/:deck/questions",
    {
      schema: {
        operationId: "listQuestions",
        summary: "The questions of a deck, in its order",
        tags,
        params: Type.Object({ deck: DeckNameText }),
        querystring: Type.Object(
          {
            q: Type.Optional(
              Type.String({
                maxLength: 200,
                description:
                  "Only those that hold each of these words, in the prompt, the answer, a tag or the id",
                examples: ["layer cache"],
              }),
            ),
            section: Type.Optional(
              Type.String({
                maxLength: 300,
                description: "Only those of this section",
                examples: ["Images"],
              }),
            ),
            ...pageQuery,
          },
          { additionalProperties: false },
        ),
        response: { 200: QuestionPage, ...problems(404) },
      },
    },
    async (request, reply) => {
      const { q = "", section = null, limit = DEFAULT_LIMIT, cursor } = request.query;
      const after = cursor === undefined ? null : parseCursor(cursor);
      const { items, last } = await questionsOfDeck(request.world.workplace, personOf(request), {
        deck: request.params.deck,
        words: q,
        section,
        limit,
        after,
      });
      const next = last === null ? null : cursorOf(last.at, last.id);
      linkNext(request, reply, next);
      return {
        items: items.map(({ question: { id, section, level, title, tags }, row }) => ({
          id,
          section,
          level,
          title,
          tags: [...tags],
          due: isoOrNull(row?.due ?? null),
          reviews: row?.reviews ?? 0,
        })),
        next,
      };
    },
  );
}

function deckView({ deck, problems }: LoadedDeck, writable: boolean): DeckView {
  const { name, title, licence, language } = deck;
  return {
    name,
    title,
    licence,
    language,
    textHtml: deckHtmlOf(deck, deck.name),
    sections: sectionsOf(deck),
    questions: deck.questions.length,
    writable,
    problems: problems
      .slice(0, MOST_PROBLEMS)
      .map(({ file, line, rule, text }) => ({ file, line, rule, text })),
  };
}
