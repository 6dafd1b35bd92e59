import { Type } from "typebox";
import { type DueOverview, dueOverview, nextQuestions, withPoints } from "../../practice/index.ts";
import type { Api } from "../api.ts";
import { dayEndsUtc, isoOf, isoOrNull, parseInstant } from "../instant.ts";
import { promptHtmlOf } from "../question-html.ts";
import { DeckNameText, Instant } from "../schemas/common.ts";
import { Due, DueQuestions, type DueView } from "../schemas/due.ts";
import { problems } from "../schemas/problem.ts";
import { personOf, type World } from "../world.ts";

const tags = ["Due"];

const when = {
  dayEnds: Type.Optional(Instant("When the asker's day ends; the next 04:00 UTC when left out")),
  until: Type.Optional(Instant("When the day begins by which everything is to be seen once more")),
};

/** What to ask, today and on the days to come. */
export function dueRoutes(api: Api): void {
  api.get(
    "/due",
    {
      schema: {
        operationId: "getDue",
        summary: "What is due, what is new, and what the coming days bring",
        tags,
        querystring: Type.Object(
          {
            ...when,
            days: Type.Optional(
              Type.Integer({
                minimum: 1,
                maximum: 366,
                default: 7,
                description: "How many days to give",
                examples: [14],
              }),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 200: Due },
      },
    },
    async (request) => {
      const { days = 7, ...query } = request.query;
      return viewOf(
        await dueOverview(request.world.workplace, personOf(request), {
          days,
          ...timesOf(query, request.world),
        }),
      );
    },
  );
  api.get(
    "/due/questions",
    {
      schema: {
        operationId: "listDueQuestions",
        summary: "What to ask now",
        tags,
        querystring: Type.Object(
          {
            ...when,
            deck: Type.Optional(DeckNameText),
            count: Type.Optional(
              Type.Integer({
                minimum: 1,
                maximum: 100,
                default: 10,
                description: "How many at most",
                examples: [10],
              }),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 200: DueQuestions, ...problems(404) },
      },
    },
    async (request) => {
      const { deck = null, count = 10, ...query } = request.query;
      const next = await nextQuestions(request.world.workplace, personOf(request), {
        ...timesOf(query, request.world),
        deck,
        count,
        order: null,
      });
      return {
        items: next.map(({ why, deck, question }) => ({
          why,
          deck: deck.name,
          deckTitle: deck.title,
          language: deck.language,
          id: question.id,
          section: question.section,
          level: question.level,
          title: question.title,
          ...promptHtmlOf(question, deck.name),
          points: withPoints(question).points.length,
        })),
      };
    },
  );
}

function timesOf({ dayEnds, until }: { dayEnds?: string; until?: string }, { workplace }: World) {
  return {
    dayEnds: dayEnds === undefined ? dayEndsUtc(workplace.clock()) : parseInstant("dayEnds", dayEnds),
    until: until === undefined ? null : parseInstant("until", until),
  };
}

function viewOf({ due, new: fresh, capped, decks, days, next, until }: DueOverview): DueView {
  return {
    due,
    new: fresh,
    capped,
    decks: decks.map((each) => ({ ...each })),
    days: days.map((day) => ({ ...day, from: isoOf(day.from), to: isoOf(day.to) })),
    next: isoOrNull(next),
    until: until === null ? null : { ...until, until: isoOf(until.until) },
  };
}
