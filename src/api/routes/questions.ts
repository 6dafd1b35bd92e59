import { Type } from "typebox";
import type { DeckName, QuestionId } from "../../base/index.ts";
import type { DeckInfo, Question as DeckQuestion, Point } from "../../deck/index.ts";
import { editQuestion, pointed, promptOf, questionVersion, setBorrowing } from "../../practice/index.ts";
import type { Api } from "../api.ts";
import { borrowedView } from "../borrowed-view.ts";
import { pointOf, questionIn } from "../ids.ts";
import { answerHtmlOf, pointHtmlOf, promptHtmlOf } from "../question-html.ts";
import { Borrowing } from "../schemas/borrowed.ts";
import { QuestionIdText } from "../schemas/common.ts";
import { problems } from "../schemas/problem.ts";
import { Question, QuestionEdit, type QuestionView } from "../schemas/question.ts";
import type { World } from "../world.ts";

/** Questions with their reference answers. */
export function questionRoutes(api: Api): void {
  api.get(
    "/questions/:question",
    {
      schema: {
        operationId: "getQuestion",
        summary: "A question with its reference answer",
        tags: ["Questions"],
        params: Type.Object({ question: QuestionIdText }),
        response: { 200: Question, ...problems(404) },
      },
    },
    async ({ world, params }) => viewFor(world, questionIn(params.question)),
  );
  api.patch(
    "/questions/:question",
    {
      schema: {
        operationId: "editQuestion",
        summary: "Change a question of one's own deck",
        description:
          "Merges (RFC 7396): what is left out stays. If-Match holds the `version` that was seen; a question that was changed meanwhile stays as it is, and the answer is 412.",
        tags: ["Questions"],
        params: Type.Object({ question: QuestionIdText }),
        headers: Type.Object({
          "if-match": Type.String({ description: 'The version in quotes, as in `"5b1c…"`', maxLength: 100 }),
        }),
        body: QuestionEdit,
        response: { 200: Question, ...problems(404, 409, 412, 422, 507) },
      },
    },
    async ({ params, headers, body, world }) => {
      const { workplace } = world;
      const version = /^"([0-9a-f]{32})"$/.exec(headers["if-match"])?.[1] ?? "";
      const points = body.points?.map((point, at) => ({
        ...point,
        id: point.id === null ? null : pointOf(`/points/${at}/id`, point.id),
      }));
      const id = questionIn(params.question);
      await editQuestion(workplace, id, {
        version,
        ...(points !== undefined && { points }),
        ...(body.answer !== undefined && { answer: body.answer }),
      });
      return viewFor(world, id);
    },
  );
  api.put(
    "/questions/:question/borrowing",
    {
      schema: {
        operationId: "setBorrowing",
        summary:
          "Let a question of one's own deck be judged by one that asks the same, or by its document alone",
        tags: ["Questions"],
        params: Type.Object({ question: QuestionIdText }),
        body: Borrowing,
        response: { 200: Question, ...problems(404, 409, 412, 507) },
      },
    },
    async ({ params, body, world }) => {
      const id = questionIn(params.question);
      await setBorrowing(world.workplace, id, body.allowed ? "" : "none");
      return viewFor(world, id);
    },
  );
}

async function viewFor(world: World, id: QuestionId): Promise<QuestionView> {
  const found = await world.workplace.catalogue.question(id);
  const { deck, question } = found;
  const { borrowed, points } = await pointed(world.workplace, found);
  return {
    ...questionView(deck, question, await isEditable(world, deck.name)),
    borrowed: borrowedView(borrowed),
    borrowedPoints: borrowed === null ? [] : points.map((point) => pointView(point, borrowed.deck)),
  };
}

async function isEditable({ workplace }: World, name: DeckName): Promise<boolean> {
  return (await workplace.decks.list()).some((deck) => deck.name === name && deck.writable);
}

function questionView(
  { name: deck, language }: DeckInfo,
  question: DeckQuestion,
  editable: boolean,
): Omit<QuestionView, "borrowed" | "borrowedPoints"> {
  const { id, section, level, title, answer, proposed, borrows, source } = question;
  return {
    id,
    deck,
    language,
    section,
    level,
    title,
    tags: [...question.tags],
    refs: [...question.refs],
    related: [...question.related],
    ...promptHtmlOf(question, deck),
    prompt: promptOf(question),
    answer,
    answerHtml: answerHtmlOf(question, deck),
    points: question.points.map((point) => pointView(point, deck)),
    proposed,
    borrows,
    misconceptions: question.misconceptions.map(({ point, claim, correction }) => ({
      point,
      claim,
      correction,
    })),
    followUps: question.followUps.map(({ point, text }) => ({ point, text })),
    version: questionVersion(question),
    editable,
    source,
  };
}

function pointView(point: Point, deck: DeckName) {
  const { id, text, weight, variants } = point;
  return { id, text, textHtml: pointHtmlOf(point, deck), weight, variants: [...variants] };
}
