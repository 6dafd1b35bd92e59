import { Type } from "typebox";
import type { Question as DeckQuestion } from "../../deck/index.ts";
import { promptOf } from "../../practice/index.ts";
import type { Api } from "../api.ts";
import { questionIn } from "../ids.ts";
import { answerHtmlOf, pointHtmlOf, promptHtmlOf } from "../question-html.ts";
import { QuestionIdText } from "../schemas/common.ts";
import { problems } from "../schemas/problem.ts";
import { Question, type QuestionView } from "../schemas/question.ts";

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
    async ({ params, world }) => {
      const { deck, question } = await world.workplace.catalogue.question(questionIn(params.question));
      return questionView(deck.name, question);
    },
  );
}

function questionView(deck: string, question: DeckQuestion): QuestionView {
  const { id, section, level, title, answer, proposed, source } = question;
  return {
    id,
    deck,
    section,
    level,
    title,
    tags: [...question.tags],
    refs: [...question.refs],
    related: [...question.related],
    ...promptHtmlOf(question),
    prompt: promptOf(question),
    answer,
    answerHtml: answerHtmlOf(question),
    points: question.points.map((point) => ({
      id: point.id,
      text: point.text,
      textHtml: pointHtmlOf(point),
      weight: point.weight,
      variants: [...point.variants],
    })),
    proposed,
    misconceptions: question.misconceptions.map(({ point, claim, correction }) => ({
      point,
      claim,
      correction,
    })),
    followUps: question.followUps.map(({ point, text }) => ({ point, text })),
    source,
  };
}
